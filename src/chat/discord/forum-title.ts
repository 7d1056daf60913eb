/** What the thread under a message, or its post in a forum, is called. */
import { cleanText } from '../clean-text.ts';
import type { Block, Message } from '../message.ts';
import type { ComponentRead, MessageRead } from './api.ts';
import { cut } from './cut.ts';
import { discordLimits } from './limits.ts';
import { plainLine } from './markdown.ts';

/** For a message that says nothing; Discord takes no empty name. */
const unnamed = 'Digest';

const textOf = (block: Block): string =>
  'content' in block ? cleanText(block.content.map(({ text }) => text).join('')).trim() : '';

/** The first heading, else the first text; plain text within the limit of both, cut between graphemes. */
export const forumTitle = ({ blocks }: Message): string => {
  const spoken = blocks.filter(block => textOf(block) !== '');
  const title = spoken.find(({ kind }) => kind === 'heading') ?? spoken[0];
  return title === undefined ? unnamed : cut(textOf(title), longest);
};

const longest = Math.min(discordLimits.threadName, discordLimits.forumTitle);

const textsIn = ({ content, components = [] }: ComponentRead): readonly string[] => [
  ...(content === undefined ? [] : [content]),
  ...components.flatMap(textsIn),
];

/** The same for a message that was posted, in whichever form: the first heading, else the first line. */
export const titleOfPosted = ({ components = [], embeds = [] }: MessageRead): string => {
  const texts = [...components.flatMap(textsIn), ...embeds.flatMap(({ description = '' }) => description)];
  const lines = texts.flatMap(text => text.split('\n')).filter(line => plainLine(line) !== '');
  const title = lines.find(line => /^#{1,3} /.test(line)) ?? lines[0];
  return title === undefined ? unnamed : cut(plainLine(title), longest);
};
