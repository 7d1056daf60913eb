/** One message as Slack takes it, and plainer forms of it for where it is refused. */
import { splitInlines } from '../split.ts';
import type { SlackBlock } from './blocks.ts';
import { escapeText } from './escape.ts';
import type { TextBlock } from './rich-text.ts';
import { linesOfBlock, toldText } from './told-text.ts';

/** Arguments of `chat.postMessage` and of an answer to a response URL, without the channel, the thread and the key. */
export interface SlackPayload {
  /** What notifications show beside blocks; the whole message where there are none. Escaped. */
  readonly text: string;
  readonly blocks?: SlackBlock[];
  /** No markup in `text`, no names or addresses found in it, and no previews of pages. */
  readonly mrkdwn: false;
  readonly parse: 'none';
  readonly link_names: false;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

const inert = {
  mrkdwn: false,
  parse: 'none',
  link_names: false,
  unfurl_links: false,
  unfurl_media: false,
} as const satisfies Partial<SlackPayload>;

/** About what the notification of a phone shows. */
const longestNotice = 150;

/** Slack refuses a message without any text. */
const nothingToShow = 'Nothing to show.';

/** The beginning of a text, to the end of a word where there is one. */
const beginningOf = (text: string): string => {
  if (text.length <= longestNotice) return text;
  const words = text.slice(0, text.lastIndexOf(' ', longestNotice)).trimEnd();
  if (words !== '' && words.length < longestNotice) return `${words}…`;
  const [[{ text: characters } = { text: '' }] = []] = splitInlines([{ text }], longestNotice, run => run.text.length);
  return `${characters}…`;
};

const noticeOf = (blocks: readonly SlackBlock[]): string =>
  escapeText(beginningOf(blocks.flatMap(linesOfBlock).join(' · '))) || nothingToShow;

export const payloadOf = (blocks: SlackBlock[]): SlackPayload =>
  blocks.length === 0 ? { text: nothingToShow, ...inert } : { text: noticeOf(blocks), blocks, ...inert };

const plainBlock = (text: string): TextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});

const plainBlocks = (blocks: readonly SlackBlock[]): TextBlock[] =>
  blocks.flatMap(block => {
    const lines = linesOfBlock(block);
    return lines.length === 0 ? [] : [plainBlock(lines.join('\n'))];
  });

/**
 * The next plainer form of a payload that Slack refused (`invalid_blocks` and the like): its words as blocks of plain rich
 * text, then as `text` alone; undefined where it has no plainer form. No word is lost, and a form is always one message:
 * the renderer fills a message only so far that its text alone fits too. Links lose their addresses, except of buttons.
 */
export const plainer = ({ blocks }: SlackPayload): SlackPayload | undefined => {
  if (blocks === undefined) return undefined;
  const plain = plainBlocks(blocks);
  const isPlainer = plain.length > 0 && JSON.stringify(plain) !== JSON.stringify(blocks);
  return isPlainer ? payloadOf(plain) : { text: toldText(blocks) || nothingToShow, ...inert };
};
