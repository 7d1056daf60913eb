/** Short commands that stand for long ones, for platforms whose buttons carry no more than a few words. */
import type { Archive } from '../src/archive/archive.ts';
import { keepCommand, keptCommand } from '../src/archive/kept-commands.ts';
import type { Request } from '../src/chat/conversation.ts';
import { CommandError } from './command-error.ts';

const kept = /^kept (?<key>[\w-]{22})$/;

/** The short command, of 27 characters, that stands for `command` for a year from `at`, an instant. */
export const shortCommand = async (archive: Archive, command: string, at: string): Promise<string> =>
  `kept ${await keepCommand(archive, command, at)}`;

/**
 * What was asked, with a long command in place of the short one that stands for it.
 * @throws CommandError `forgotten`
 */
export const expandCommand = async (archive: Archive, asked: Request['asked']): Promise<Request['asked']> => {
  const key = typeof asked === 'string' ? kept.exec(asked.trim())?.groups?.key : undefined;
  if (key === undefined) return asked;
  const command = await keptCommand(archive, key);
  if (command !== undefined) return command;
  throw new CommandError('forgotten', 'This button is too old to be remembered. Type what you want after /digest.');
};
