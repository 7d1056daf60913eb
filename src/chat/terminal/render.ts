/** Renders a neutral message for a terminal: folded to its width, replies set off by a rule, addresses written out. */
import { styleText } from 'node:util';
import wrapAnsi from 'wrap-ansi';
import { cleanText } from '../clean-text.ts';
import type { Action, Block, Inline, Inlines, Message } from '../message.ts';

export interface TerminalOptions {
  /** Columns of the window. */
  readonly width: number;
  readonly colour: boolean;
}

type Style = Parameters<typeof styleText>[0];

/** Lines longer than this are tiring to read, however wide the window is. */
const widestText = 100;
const replyRule = '│';

/** The message and its replies, a blank line between blocks; ends with a line feed. */
export const renderTerminal = (message: Message, { width, colour }: TerminalOptions): string => {
  const paint = (style: Style, text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const columns = Math.max(20, Math.min(width, widestText));

  const inline = (run: Inline): string => {
    const text = cleanText(run.text);
    if (run.code) return paint('cyan', text);
    if (run.bold) return paint('bold', text);
    return run.italic ? paint('italic', text) : text;
  };
  const inlines = (content: Inlines): string => content.map(inline).join('');
  const fold = (text: string, room: number): string[] => wrapAnsi(text, room, { hard: true }).split('\n');

  /** Addresses stay whole, so that a terminal can open them and a person copy them. */
  const addresses = (content: Inlines): string[] =>
    [...new Set(content.flatMap(run => run.href ?? []))].map(href => paint('dim', cleanText(href)));

  const listItem = (item: Inlines, room: number): string[] => [
    ...fold(inlines(item), room - 2).map((line, index) => (index === 0 ? `• ${line}` : `  ${line}`)),
    ...addresses(item).map(line => `  ${line}`),
  ];

  const action = (item: Action): string => cleanText(`${item.label}: ${'href' in item ? item.href : item.command}`);

  const lines = (block: Block, room: number): string[] => {
    switch (block.kind) {
      case 'heading':
        return fold(
          paint(block.level === 1 ? ['bold', 'underline'] : ['bold', 'yellow'], inlines(block.content)),
          room,
        );
      case 'paragraph':
        return [...fold(inlines(block.content), room), ...addresses(block.content)];
      case 'context':
        return fold(inlines(block.content), room).map(line => paint('dim', line));
      case 'quote':
        return fold(inlines(block.content), room - 2).map(line => `> ${line}`);
      case 'list':
        return block.items.flatMap(item => listItem(item, room));
      case 'actions':
        return fold(block.actions.map(action).join('   '), room).map(line => paint('dim', line));
      case 'divider':
        return [paint('dim', '─'.repeat(room))];
    }
  };

  /** A context closes what it belongs to and a heading opens something new: both are set off by a blank line. */
  const setOff = (block: Block, before: Block | undefined): boolean =>
    before !== undefined && (block.kind === 'heading' || before.kind === 'context');
  const part = (blocks: readonly Block[], room: number): string[] =>
    blocks.flatMap((block, index) => [...(setOff(block, blocks[index - 1]) ? [''] : []), ...lines(block, room)]);

  const reply = (blocks: readonly Block[]): string[] =>
    ['', ...part(blocks, columns - 2)].map(line => `${paint('dim', replyRule)}${line && ` ${line}`}`);

  const replies = (message.thread ?? []).flatMap(({ blocks }) => reply(blocks));
  return `${[...part(message.blocks, columns), ...replies].join('\n')}\n`;
};
