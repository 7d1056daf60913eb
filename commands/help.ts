/** `/digest help`: what can be asked. */
import { heading, type Message } from '../src/chat/message.ts';
import type { Command } from './command.ts';

export const helpCommand = (commands: readonly Command[]): Command => ({
  name: 'help',
  usage: '/digest help',
  help: 'Shows this list.',
  run: async (): Promise<Message> => ({
    blocks: [
      heading(2, 'What you can ask'),
      { kind: 'list', items: commands.map(({ usage, help }) => [{ text: usage, code: true }, { text: ` — ${help}` }]) },
    ],
  }),
});
