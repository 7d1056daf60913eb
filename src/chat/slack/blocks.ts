/** Blocks of the neutral message as blocks of Slack, each within the limits of a block. */
import type { ContextBlock, DividerBlock, HeaderBlock, PlainTextElement } from '@slack/types';
import type { Block, Inline, Inlines } from '../message.ts';
import { actionBlocks, type ButtonsBlock } from './actions.ts';
import { slackLimits } from './limits.ts';
import { fitContent, listBlocks, piecesOf, type TextBlock, textBlocks } from './rich-text.ts';

export interface PlainContextBlock extends ContextBlock {
  elements: PlainTextElement[];
}

/** The kinds of Slack's blocks that we make. */
export type SlackBlock = HeaderBlock | TextBlock | PlainContextBlock | ButtonsBlock | DividerBlock;

const textOf = (content: Inlines): string => content.map(({ text }) => text).join('');

const isPlainText = (content: Inlines): boolean =>
  content.every(({ href, channel }) => href === undefined && channel === undefined);

const plainText = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: false });

const inBold = (run: Inline): Inline => ({ ...run, bold: true });

/** A header has one size and holds plain text: a lower heading, a longer one and one with links are bold text. */
const headingBlocks = (level: 1 | 2 | 3, content: Inlines): SlackBlock[] => {
  const text = textOf(content);
  if (text === '') return [];
  return level < 3 && text.length <= slackLimits.header && isPlainText(content)
    ? [{ type: 'header', text: plainText(text) }]
    : textBlocks(content.map(inBold), 'rich_text_section');
};

/** A context holds no links but as markup, which feed text must not be put in: with links it is ordinary text. */
const contextBlocks = (content: Inlines): SlackBlock[] =>
  isPlainText(content)
    ? piecesOf(content, slackLimits.textObject).map(piece => ({
        type: 'context',
        elements: [plainText(textOf(piece))],
      }))
    : textBlocks(content, 'rich_text_section');

/** @param actionsBefore how many actions stand before this block in its message */
const slackBlocks = (block: Block, actionsBefore: number): SlackBlock[] => {
  switch (block.kind) {
    case 'heading':
      return headingBlocks(block.level, fitContent(block.content));
    case 'paragraph':
      return textBlocks(fitContent(block.content), 'rich_text_section');
    case 'quote':
      return textBlocks(fitContent(block.content), 'rich_text_quote');
    case 'list':
      return listBlocks(block.items.map(fitContent));
    case 'context':
      return contextBlocks(fitContent(block.content));
    case 'actions':
      return actionBlocks(block.actions, actionsBefore + 1);
    case 'divider':
      return [{ type: 'divider' }];
  }
};

/** All blocks of a message, or of a view; how many it may hold is for its caller to see to. Contents that show nothing are left out. */
export const renderBlocks = (blocks: readonly Block[]): SlackBlock[] => {
  let actions = 0;
  return blocks.flatMap(block => {
    const rendered = slackBlocks(block, actions);
    if (block.kind === 'actions') actions += block.actions.length;
    return rendered;
  });
};
