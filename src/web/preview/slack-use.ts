/** What a message takes of Slack's limits: those by which the renderer cuts a thread into messages, and those of texts. */
import type { SlackBlock } from '../../chat/slack/blocks.ts';
import { slackLimits } from '../../chat/slack/limits.ts';
import type { SlackPayload } from '../../chat/slack/payload.ts';
import { toldText } from '../../chat/slack/told-text.ts';
import type { LimitUse } from './limits-used.ts';

export const slackUse = ({ blocks = [] }: SlackPayload): readonly LimitUse[] => [
  { what: 'blocks', used: blocks.length, most: slackLimits.blocksOfMessage },
  { what: 'characters of JSON', used: JSON.stringify(blocks).length, most: slackLimits.blocksJson },
  { what: 'characters, told without blocks', used: toldText(blocks).length, most: slackLimits.text },
  ...longestOf('characters in the header', blocks.flatMap(headersIn), slackLimits.header),
  ...longestOf('characters in the longest context', blocks.flatMap(contextsIn), slackLimits.textObject),
];

const headersIn = (block: SlackBlock): readonly string[] => (block.type === 'header' ? [block.text.text] : []);

const contextsIn = (block: SlackBlock): readonly string[] =>
  block.type === 'context' ? block.elements.map(({ text }) => text) : [];

const longestOf = (what: string, texts: readonly string[], most: number): readonly LimitUse[] =>
  texts.length === 0 ? [] : [{ what, used: Math.max(...texts.map(({ length }) => length)), most }];
