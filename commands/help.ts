/** `/digest help`: what can be asked, and of one command, with what. */
import { z } from 'zod';
import type { Typing } from '../src/chat/conversation.ts';
import { type Block, context, heading, type Inlines, paragraph } from '../src/chat/message.ts';
import { readOptions } from '../src/edition/option-words.ts';
import { type Command, defineCommand } from './command.ts';
import { usage } from './usage.ts';

const line = ({ name, group, help }: Command, typing: Typing): Inlines => [
  { text: usage({ name, group }, {}, typing), code: true },
  { text: ` — ${help}` },
];

const example = (command: Command, typing: Typing): Block => {
  const { grammar } = command;
  const options = readOptions(grammar.example.slice(command.name.length), grammar);
  return {
    kind: 'paragraph',
    content: [{ text: 'For example: ' }, { text: usage(command, options, typing), code: true }],
  };
};

const optionLines = ({ options }: Command, typing: Typing): readonly Block[] =>
  options.length === 0
    ? []
    : [
        {
          kind: 'list',
          items: options.map(({ name, help }) => [
            { text: name === 'words' ? typing.words || name : `${name}:`, code: true },
            { text: ` — ${help}` },
          ]),
        },
      ];

const explained = (command: Command, typing: Typing): readonly Block[] => [
  heading(2, usage(command, {}, typing)),
  paragraph(command.help),
  ...optionLines(command, typing),
  example(command, typing),
];

export const helpCommand = (others: readonly Command[]): Command => {
  const command: Command = defineCommand({
    name: 'help',
    help: 'Shows what can be asked; given the name of a command, what can be said with that.',
    group: 'look-up',
    options: z.object({ words: z.array(z.string()).default([]).describe('The command to explain.') }),
    example: 'subscribe',
    run: async ({ words: [word = ''] }, { typing }) => {
      const asked = others.find(({ name }) => name !== '' && name === word.toLowerCase());
      return { blocks: asked === undefined ? everything(typing) : explained(asked, typing) };
    },
  });
  const everything = (typing: Typing): readonly Block[] => [
    heading(2, 'What you can ask'),
    { kind: 'list', items: [...others, command].map(one => line(one, typing)) },
    ...others
      .filter(({ name }) => name === '')
      .flatMap(lookUp => [...optionLines(lookUp, typing), example(lookUp, typing)]),
    context('Several names are split by commas; one with spaces may stand in quotes.'),
  ];
  return command;
};
