/** A button's command in its custom id, which comes back when somebody presses it, also after a restart. */
import type { Action, Block, Message } from '../message.ts';
import { discordLimits } from './limits.ts';

/** Two digits to base 36: more buttons than a message holds, so that those of one message never share a number. */
const ordinals = 36 ** 2;
const longestCommand = discordLimits.customId - '00:'.length;
const customId = /^[\da-z]{1,2}:(.*)$/s;

/** What a button carries whose command is kept. */
const keptMark = '=';

/** The key of the command that a button stands for, where it is kept; undefined where it is the button's own. */
export const keyOf = (command: string): string | undefined =>
  command.startsWith(keptMark) ? command.slice(keptMark.length) : undefined;

const fits = (command: string): boolean =>
  command.length <= longestCommand && command.isWellFormed() && command === command.trim();

const standsAlone = (command: string): boolean => fits(command) && keyOf(command) === undefined;

/**
 * @param ordinal Place of the button in its message, as ids must differ where two buttons say the same.
 * @returns The custom id, or undefined where the command is too long for one.
 */
export const commandId = (command: string, ordinal: number): string | undefined =>
  fits(command) ? `${(ordinal % ordinals).toString(36)}:${command}` : undefined;

/** The command of a button, or undefined for an id that is not one of `commandId`. */
export const commandOf = (id: string): string | undefined => customId.exec(id)?.[1];

/**
 * The message with each command that a custom id cannot carry replaced by the key under which `keep` has put it.
 * Rejects as `keep` does.
 */
export const keepLongCommands = async (
  message: Message,
  keep: (command: string) => Promise<string>,
): Promise<Message> => {
  const keptAction = async (action: Action): Promise<Action> =>
    'href' in action || standsAlone(action.command)
      ? action
      : { ...action, command: keptMark + (await keep(action.command)) };
  const keptBlock = async (block: Block): Promise<Block> =>
    block.kind === 'actions' ? { ...block, actions: await Promise.all(block.actions.map(keptAction)) } : block;

  const blocks = await Promise.all(message.blocks.map(keptBlock));
  if (message.thread === undefined) return { blocks };
  return { blocks, thread: await Promise.all(message.thread.map(reply => keepLongCommands(reply, keep))) };
};
