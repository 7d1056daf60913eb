/** What was asked, as a command with its options: from words typed after `/digest`, from a button, or from a form. */
import { isDeepStrictEqual } from 'node:util';
import { closest, distance } from 'fastest-levenshtein';
import type { Invocation, Request } from '../src/chat/conversation.ts';
import { type Options, readGiven, readOptions, writeOptions } from '../src/edition/option-words.ts';
import { nothingToLookUp } from '../src/edition/query.ts';
import { QueryError } from '../src/edition/query-error.ts';
import type { Command } from './command.ts';
import { digestCommand } from './digest.ts';
import { commands, typedCommands } from './index.ts';

export interface Asked {
  readonly command: Command;
  readonly options: Options;
  /** Whether the answer is for all in the channel: the words stood after `share`. */
  readonly isShared: boolean;
  /** What words of a look-up would be without a slip in the name of a command, `subscribe theme:mcp` for `subcribe theme:mcp`. */
  readonly meant?: string | undefined;
}

/** Before the words of a look-up, shares what they find. */
const share = 'share';

/** @throws QueryError */
export const readAsked = (asked: Request['asked']): Asked =>
  typeof asked === 'string' ? readTyped(withoutSlash(asked.trim())) : readInvocation(asked);

/** Examples are copied as they stand, `/digest` and all. */
const withoutSlash = (typed: string): string => typed.replace(/^\/digest(?:\s+|$)/i, '');

const readTyped = (typed: string): Asked => {
  const { first, rest } = split(typed);
  return first.toLowerCase() === share ? shared(readTyped(rest)) : readWords(typed);
};

const split = (typed: string): { readonly first: string; readonly rest: string } => {
  const [first = ''] = typed.split(/\s/, 1);
  return { first, rest: typed.slice(first.length).trim() };
};

/**
 * A first word that names a command is that command, all else is a look-up. A command that takes no options stands
 * alone: `sources of latency` is looked up.
 */
const readWords = (typed: string): Asked => {
  const { first, rest } = split(typed);
  const command = commandNamed(first);
  if (command === undefined || (command.options.length === 0 && rest !== '')) {
    const options = readOptions(typed, digestCommand.grammar);
    if (typed !== '' && Object.keys(options).length === 0) throw nothingToLookUp();
    return { command: digestCommand, options, isShared: false, meant: withoutSlip(first, rest) };
  }
  return { command, options: readOptions(rest, command.grammar), isShared: false };
};

/** Slips in the name of a command; shorter words are words. */
const mostSlips = 2;
const fewestLetters = 4;

const withoutSlip = (first: string, rest: string): string | undefined => {
  const name = first.toLowerCase();
  if (name.length < fewestLetters) return undefined;
  const near = closest(
    name,
    typedCommands.map(command => command.name),
  );
  return near !== '' && near !== name && distance(name, near) <= mostSlips ? `${near} ${rest}`.trim() : undefined;
};

/** What changes something is never done by sharing it. */
const shared = (asked: Asked): Asked => ({ ...asked, isShared: asked.command.group === 'look-up' });

/**
 * Where free words are all that was given to the look-up, they are all that was typed, as on platforms whose look-up takes
 * nothing else. To share is for a button there: whoever looks for `share of memory` means the words.
 */
const readInvocation = ({ command: name, options }: Invocation): Asked => {
  const { words = [], ...named } = options;
  const command = commandNamed(name);
  if (command === undefined) {
    const areWordsAlone = Object.values(named).every(values => values.length === 0);
    if (name !== '' || areWordsAlone) return readWords([name, ...words].join(' ').trim());
    return { command: digestCommand, options: readGiven(options, digestCommand.grammar), isShared: false };
  }
  return { command, options: readGiven(options, command.grammar), isShared: false };
};

/** Words that ask the same; undefined where none do, as where a field of a form was emptied. */
export const wordsFor = (asked: Invocation): string | undefined => {
  const words = [asked.command, writeOptions(asked.options)].filter(Boolean).join(' ');
  try {
    return isSame(readAsked(words), readAsked(asked)) ? words : undefined;
  } catch (error) {
    if (error instanceof QueryError) return undefined;
    throw error;
  }
};

const isSame = (one: Asked, other: Asked): boolean =>
  one.command === other.command && one.isShared === other.isShared && isDeepStrictEqual(one.options, other.options);

const commandNamed = (name: string): Command | undefined =>
  name === '' ? undefined : commands.find(command => command.name === name.toLowerCase());
