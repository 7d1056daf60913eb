/** What the thread under a message, or its post in a forum, is called. */
import { cleanText } from '../clean-text.ts';
import type { Block, Message } from '../message.ts';
import { cut } from './cut.ts';
import { discordLimits } from './limits.ts';

/** For a message that says nothing; Discord takes no empty name. */
const unnamed = 'Digest';

const textOf = (block: Block): string =>
  'content' in block ? cleanText(block.content.map(({ text }) => text).join('')).trim() : '';

/** The first heading, else the first text; plain text within the limit of both, cut between graphemes. */
export const forumTitle = ({ blocks }: Message): string => {
  const spoken = blocks.filter(block => textOf(block) !== '');
  const title = spoken.find(({ kind }) => kind === 'heading') ?? spoken[0];
  return title === undefined
    ? unnamed
    : cut(textOf(title), Math.min(discordLimits.threadName, discordLimits.forumTitle));
};
