/** Renders a neutral message for Slack: one parent and its replies, each within all limits of a message. */
import type { Message } from '../message.ts';
import type { Part } from '../platform.ts';
import { renderBlocks, type SlackBlock } from './blocks.ts';
import { slackLimits } from './limits.ts';
import { payloadOf, type SlackPayload } from './payload.ts';
import { toldText } from './told-text.ts';

interface Size {
  readonly blocks: number;
  readonly json: number;
  readonly text: number;
}

/** With the comma and the line feed that join it to the next. */
const sizeOf = (block: SlackBlock): Size => ({
  blocks: 1,
  json: JSON.stringify(block).length + 1,
  text: toldText([block]).length + 1,
});

const sum = (a: Size, b: Size): Size => ({ blocks: a.blocks + b.blocks, json: a.json + b.json, text: a.text + b.text });

const fits = ({ blocks, json, text }: Size): boolean =>
  blocks <= slackLimits.blocksOfMessage && json < slackLimits.blocksJson && text <= slackLimits.text;

/** A header that would stand last in a message belongs to what comes after it. */
const headersAtEnd = (blocks: readonly SlackBlock[]): number =>
  blocks.length > 1 && blocks.at(-1)?.type === 'header' ? 1 : 0;

/** Fills messages with blocks in order. */
const packBlocks = (blocks: readonly SlackBlock[]): SlackBlock[][] => {
  const messages: SlackBlock[][] = [];
  let filled: Size = { blocks: 0, json: 0, text: 0 };
  for (const block of blocks) {
    const size = sizeOf(block);
    const message = messages.at(-1);
    const grown = sum(filled, size);
    if (message !== undefined && fits(grown)) {
      message.push(block);
      filled = grown;
      continue;
    }
    const header = message?.splice(message.length - headersAtEnd(message)) ?? [];
    messages.push([...header, block]);
    filled = [...header.map(sizeOf), size].reduce(sum);
  }
  return messages;
};

const repliesOf = ({ blocks, thread = [] }: Message): SlackBlock[][] => [
  ...packBlocks(renderBlocks(blocks)),
  ...thread.flatMap(repliesOf),
];

/**
 * What does not fit the parent goes on in the first replies. Text that is too long is cut at ends of sentences, and none is
 * lost. A message that shows nothing is still a parent.
 */
export const renderSlack = ({ blocks, thread = [] }: Message): readonly Part<SlackPayload>[] => {
  const [parent = [], ...overflow] = packBlocks(renderBlocks(blocks));
  const replies = [...overflow, ...thread.flatMap(repliesOf)];
  return [
    { place: 'parent', payload: payloadOf(parent) },
    ...replies.map((reply): Part<SlackPayload> => ({ place: 'reply', payload: payloadOf(reply) })),
  ];
};
