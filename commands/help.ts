/** `/digest help`: what can be asked, and of one command, with what. */
import { z } from 'zod';
import { type Block, context, heading, type Inlines, paragraph } from '../src/chat/message.ts';
import { type Command, defineCommand } from './command.ts';

const typed = (name: string): string => `/digest ${name}`.trim();

const line = ({ name, help }: Command): Inlines => [{ text: typed(name), code: true }, { text: ` — ${help}` }];

const example = ({ grammar }: Command): Block => ({
  kind: 'paragraph',
  content: [{ text: 'For example: ' }, { text: grammar.example, code: true }],
});

const optionLines = ({ options }: Command): readonly Block[] =>
  options.length === 0
    ? []
    : [
        {
          kind: 'list',
          items: options.map(({ name, help }) => [
            { text: name === 'words' ? 'words' : `${name}:`, code: true },
            { text: ` — ${help}` },
          ]),
        },
      ];

const explained = (command: Command): readonly Block[] => [
  heading(2, typed(command.name)),
  paragraph(command.help),
  ...optionLines(command),
  example(command),
];

export const helpCommand = (others: readonly Command[]): Command => {
  const command: Command = defineCommand({
    name: 'help',
    help: 'Shows what can be asked; help subscribe, what can be said with a command.',
    group: 'look-up',
    options: z.object({ words: z.array(z.string()).default([]).describe('The command to explain.') }),
    example: 'subscribe',
    run: async ({ words: [word = ''] }) => {
      const asked = others.find(({ name }) => name !== '' && name === word.toLowerCase());
      return { blocks: asked === undefined ? everything() : explained(asked) };
    },
  });
  const everything = (): readonly Block[] => [
    heading(2, 'What you can ask'),
    { kind: 'list', items: [...others, command].map(line) },
    ...others.filter(({ name }) => name === '').flatMap(lookUp => [...optionLines(lookUp), example(lookUp)]),
    context('A name with spaces stands in quotes; several are split by commas.'),
  ];
  return command;
};
