/** The commands, as an explicit list, and how what a person typed finds its command. */
import type { Message } from '../src/chat/message.ts';
import type { Command, CommandContext } from './command.ts';
import { digestCommand } from './digest.ts';
import { helpCommand } from './help.ts';
import { sourcesCommand } from './sources.ts';

const named: readonly Command[] = [digestCommand, sourcesCommand];
export const commands: readonly Command[] = [...named, helpCommand(named)];

/**
 * Answers what was typed after `/digest`. A first word that names a command is that command; all else is a look-up, so
 * that an entry about "help desks" is still found by `/digest "help" desk`.
 */
export const answer = (typed: string, context: CommandContext): Promise<Message> => {
  const [first = '', ...rest] = typed.trim().split(/\s+/);
  const command = commands.find(({ name }) => name !== '' && name === first.toLowerCase());
  return command ? command.run(rest.join(' '), context) : digestCommand.run(typed.trim(), context);
};
