/** What payloads show, by our reader of Discord's markdown, held against what a message says. */
import { cleanText } from '../../../src/chat/clean-text.ts';
import type { DiscordPayload } from '../../../src/chat/discord/render.ts';
import type { Block, Inline, Message } from '../../../src/chat/message.ts';
import { contentsOfBlock, textOfInlines } from '../random-edition.ts';
import { type LineKind, type ReadLine, type ReadRun, readLine } from './markdown-reader.ts';

/** All strings that are shown as markdown, in order. */
export const markdownOf = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(markdownOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'content' || key === 'description') && typeof inner === 'string' ? [inner] : markdownOf(inner),
  );
};

export const linesOf = (payloads: readonly DiscordPayload[]): readonly ReadLine[] =>
  payloads
    .flatMap(markdownOf)
    .flatMap(text => text.split('\n'))
    .filter(line => line !== '')
    .map(readLine);

export const shownText = (line: ReadLine): string => line.runs.map(({ text }) => text).join('');

interface Said {
  readonly kind: LineKind;
  readonly runs: readonly Inline[];
  readonly text: string;
}

const kindOf = (block: Block): LineKind => {
  if (block.kind === 'heading') return `heading ${block.level}`;
  return block.kind === 'actions' || block.kind === 'divider' ? 'paragraph' : block.kind;
};

const saidBy = ({ blocks, thread = [] }: Message): Said[] => [
  ...blocks.flatMap(block =>
    contentsOfBlock(block).map(content => ({
      kind: kindOf(block),
      runs: content.map(run => ({ ...run, text: cleanText(run.text) })),
      text: textOfInlines(content),
    })),
  ),
  ...thread.flatMap(saidBy),
];

/** The same address, whether or not characters are percent-encoded that need not be. */
const plainAddress = (href: string): string =>
  (URL.canParse(href) ? new URL(href).href : href).replace(/%(?:2[89A]|3[CE]|5[BCD]|60|7C)/gi, decodeURIComponent);

const isWeb = (href: string): boolean => URL.canParse(href) && /^https?:$/.test(new URL(href).protocol);

const faultOf = (read: ReadRun, said: Inline | undefined): string | undefined => {
  if (read.bold && !said?.bold) return 'bold';
  if (read.italic && !said?.italic) return 'italic';
  if (read.code && !said?.code) return 'code';
  if (read.href === undefined) return undefined;
  if (said?.href === undefined || !isWeb(said.href)) return 'a link that was none';
  return plainAddress(read.href) === plainAddress(said.href) ? undefined : 'a link to elsewhere';
};

/** How what `lines` show differs from what `message` says: in words, order, kinds of lines, styles, links. White space where a line was broken is let go. */
export const differences = (message: Message, lines: readonly ReadLine[]): readonly string[] => {
  const found: string[] = lines.flatMap(({ live }) => live);
  const contents = saidBy(message).filter(({ text }) => text.trim() !== '');
  let content = contents.shift();
  let place = 0;
  for (const line of lines) {
    const shown = shownText(line);
    while (content !== undefined && content.text.slice(place).trim() === '') {
      content = contents.shift();
      place = 0;
    }
    if (content === undefined) return [...found, `more than was said: ${shown}`];
    while (content.text[place] === ' ' && !content.text.startsWith(shown, place)) place += 1;
    if (!content.text.startsWith(shown, place)) {
      return [
        ...found,
        `shown ${JSON.stringify(shown)}, said ${JSON.stringify(content.text.slice(place, place + 80))}`,
      ];
    }
    const mayBePlain = content.kind.startsWith('heading') && line.kind === 'paragraph' && /# *$/.test(shown);
    if (line.kind !== content.kind && !mayBePlain) found.push(`${line.kind}, not ${content.kind}`);
    found.push(...styleFaults(line.runs, content.runs, place));
    place += shown.length;
  }
  const rest = [content?.text.slice(place) ?? '', ...contents.map(({ text }) => text)].join('').trim();
  return rest === '' ? found : [...found, `not shown: ${rest.slice(0, 80)}`];
};

const styleFaults = (read: readonly ReadRun[], said: readonly Inline[], place: number): string[] => {
  const ends: number[] = [];
  for (const { text } of said) ends.push((ends.at(-1) ?? 0) + text.length);
  const found: string[] = [];
  let start = place;
  for (const run of read) {
    for (const [index, end] of ends.entries()) {
      const begin = index === 0 ? 0 : (ends[index - 1] ?? 0);
      const overlaps = begin < end && begin < start + run.text.length && end > start && run.text.trim() !== '';
      const fault = overlaps ? faultOf(run, said[index]) : undefined;
      if (fault !== undefined) found.push(`${fault}: ${run.text.slice(0, 80)}`);
    }
    start += run.text.length;
  }
  return found;
};
