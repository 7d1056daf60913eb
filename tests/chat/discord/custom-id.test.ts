import { describe, expect, it } from 'vitest';
import { commandId, commandOf, keepLongCommands, keyOf } from '../../../src/chat/discord/custom-id.ts';
import { type Message, paragraph } from '../../../src/chat/message.ts';

describe('commandId', () => {
  it.each(['', 'help', 'company:"AT&T" page:2', 'kept 3fa9', 'a:b', 'über 漢字', 'x'.repeat(97)])(
    'carries %j',
    command => {
      const id = commandId(command, 7);
      expect(id?.length).toBeLessThanOrEqual(100);
      expect(commandOf(id ?? '')).toBe(command);
    },
  );

  it('tells buttons apart that say the same', () => {
    const ids = Array.from({ length: 40 }, (_, ordinal) => commandId('help', ordinal));
    expect(new Set(ids).size).toBe(40);
  });

  it.each([
    ['too long', 'x'.repeat(98)],
    ['half a character', '\ud83d'],
    ['white space at its end, which Discord may drop', 'x '],
  ])('takes none that is %s', (_, command) => expect(commandId(command, 0)).toBeUndefined());

  it('keeps its length, however many buttons there are', () => {
    expect(commandId('x'.repeat(97), 1_000_000)?.length).toBeLessThanOrEqual(100);
  });
});

it.each(['', 'subscribe', 'modal:x', ':x', 'a1b:x'])('commandOf says nothing of %j, which is not its own', id =>
  expect(commandOf(id)).toBeUndefined(),
);

it('keyOf tells a kept command from one of the button itself', () => {
  expect(keyOf('=3fa9')).toBe('3fa9');
  expect(keyOf('help')).toBeUndefined();
});

describe('keepLongCommands', () => {
  const long = `q ${'word '.repeat(40)}end`;
  const keep = async (command: string): Promise<string> => `kept ${command.length}`;

  it('keeps a command that looks like the key of another, such as a look-up of "=x"', async () => {
    const message: Message = { blocks: [{ kind: 'actions', actions: [{ label: 'Previous', command: '=x' }] }] };
    const [block] = (await keepLongCommands(message, keep)).blocks;
    expect(block).toMatchObject({ actions: [{ command: '=kept 2' }] });
  });

  it('replaces a long command by a kept one, in replies too, and nothing else', async () => {
    const message: Message = {
      blocks: [
        paragraph('Text'),
        {
          kind: 'actions',
          actions: [
            { label: 'Next', command: long, style: 'primary' },
            { label: 'Help', command: 'help' },
            { label: 'Read', href: 'https://a.example/' },
          ],
        },
      ],
      thread: [{ blocks: [{ kind: 'actions', actions: [{ label: 'Next', command: long }] }] }],
    };
    expect(await keepLongCommands(message, keep)).toEqual({
      blocks: [
        paragraph('Text'),
        {
          kind: 'actions',
          actions: [
            { label: 'Next', command: `=kept ${long.length}`, style: 'primary' },
            { label: 'Help', command: 'help' },
            { label: 'Read', href: 'https://a.example/' },
          ],
        },
      ],
      thread: [{ blocks: [{ kind: 'actions', actions: [{ label: 'Next', command: `=kept ${long.length}` }] }] }],
    });
  });
});
