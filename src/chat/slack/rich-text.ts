/**
 * Runs of text as elements of rich text. Slack finds no mention, link, emoji or markup in the text of an element: what is
 * live is an element of its own kind, and of those only links and channels are ever made here.
 */
import type { RichTextBlock, RichTextChannelMention, RichTextLink, RichTextSection, RichTextText } from '@slack/types';
import { cleanText } from '../clean-text.ts';
import type { Inline, Inlines } from '../message.ts';
import { splitInlines } from '../split.ts';
import { escapeText } from './escape.ts';
import { webAddress } from './web-address.ts';

export type TextElement = RichTextText | RichTextLink | RichTextChannelMention;

export interface TextBlock extends RichTextBlock {
  elements: TextBlockElement[];
}

export type TextBlockElement =
  | { type: 'rich_text_section' | 'rich_text_quote'; elements: TextElement[] }
  | { type: 'rich_text_list'; style: 'bullet'; elements: TextListItem[] };

interface TextListItem extends RichTextSection {
  elements: TextElement[];
}

/**
 * What one block may hold, in the measure of `sizeOf`. None is stated for rich text; this takes the longest address with
 * some text, and leaves room in the `text` of a message for a heading, where a message goes out without its blocks.
 */
export const blockSize = 3_200;

/** About what an element takes in JSON beside its text and address, and how many of them a block may hold. */
const elementSize = 90;
const elementsOfBlock = 40;

const sizeOf = ({ text, href = '' }: Inline): number => escapeText(text).length + href.length;

const sizeInList = (item: Inlines): number => item.reduce((sum, run) => sum + sizeOf(run) + elementSize, 0);

const inGroups = (content: Inlines): readonly Inlines[] =>
  Array.from({ length: Math.ceil(content.length / elementsOfBlock) }, (_, group) =>
    content.slice(group * elementsOfBlock, (group + 1) * elementsOfBlock),
  );

/** Pieces of content, each for one block. */
export const piecesOf = (content: Inlines, size = blockSize): readonly Inlines[] =>
  inGroups(content).flatMap(group => splitInlines(group, size, sizeOf));

const channelId = /^[CDG][A-Z0-9]+$/;

const fitRun = ({ href, channel, ...run }: Inline): Inline => {
  const url = href === undefined ? undefined : webAddress(href);
  return {
    ...run,
    text: cleanText(run.text),
    ...(url === undefined ? {} : { href: url }),
    ...(channel !== undefined && channelId.test(channel) ? { channel } : {}),
  };
};

/** A link that is longer than a block leads from its beginning alone: repeated in each piece, a long address would fill messages. */
const linkOnce = (run: Inline): Inlines => {
  if (run.href === undefined || sizeOf(run) <= blockSize) return [run];
  const [[{ text: beginning } = { text: '' }] = []] = piecesOf([run]);
  const { href: _, ...rest } = run;
  return [
    { ...run, text: beginning },
    { ...rest, text: run.text.slice(beginning.length) },
  ];
};

/** Content with clean text and addresses that Slack takes; empty where there is nothing to see in it. */
export const fitContent = (content: Inlines): Inlines => {
  const fit = content
    .map(fitRun)
    .filter(({ text }) => text !== '')
    .flatMap(linkOnce);
  return fit.some(({ text }) => text.trim() !== '') ? fit : [];
};

const styleOf = ({ bold, italic, code }: Inline): Pick<RichTextText, 'style'> =>
  bold || italic || code ? { style: { ...(bold && { bold }), ...(italic && { italic }), ...(code && { code }) } } : {};

const elementOf = (run: Inline): TextElement => {
  if (run.channel !== undefined) return { type: 'channel', channel_id: run.channel };
  const style = styleOf(run);
  return run.href === undefined
    ? { type: 'text', text: run.text, ...style }
    : { type: 'link', url: run.href, text: run.text, ...style };
};

const textBlock = (element: TextBlockElement): TextBlock => ({ type: 'rich_text', elements: [element] });

/** Fit content as a paragraph or a quote. */
export const textBlocks = (content: Inlines, type: 'rich_text_section' | 'rich_text_quote'): TextBlock[] =>
  piecesOf(content).map(piece => textBlock({ type, elements: piece.map(elementOf) }));

/** Fit items as bullets, in as few blocks as hold them; an item that is too long goes on in a bullet of its own. */
export const listBlocks = (items: readonly Inlines[]): TextBlock[] => {
  const lists: TextListItem[][] = [];
  let room = 0;
  for (const piece of items.flatMap(item => piecesOf(item))) {
    const item: TextListItem = { type: 'rich_text_section', elements: piece.map(elementOf) };
    const size = sizeInList(piece);
    const list = lists.at(-1);
    if (list !== undefined && size <= room) list.push(item);
    else lists.push([item]);
    room = (list !== undefined && size <= room ? room : blockSize) - size;
  }
  return lists.map(elements => textBlock({ type: 'rich_text_list', style: 'bullet', elements }));
};
