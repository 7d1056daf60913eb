/** Whatever is typed, by whomever and wherever, is answered with something that a person can read. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTalk, channel, fill, manager, member, type Talk, textOf } from './a-conversation.ts';

/** Any code units, halves of surrogate pairs too. */
const anything = fc.uint16Array({ maxLength: 20 }).map(codes => String.fromCharCode(...codes));

const pieces = fc.constantFrom(
  'company:',
  'theme:',
  'date:',
  'after:',
  'page:',
  'source=',
  'subscribe ',
  'unsubscribe',
  'help ',
  'share ',
  '/digest ',
  'at:',
  'zone:',
  'days:',
  'kafka',
  'zero trust',
  'initech',
  'yesterday',
  '2026-04-01',
  '99999999999999999999',
  '"',
  '“',
  "'",
  ',',
  ' ',
  '\n',
  '\u0000',
  'NEAR(',
  '*',
  ' OR ',
  '🧑🏽‍🚀',
  'e\u0301',
  'مرحبا',
  '\u202e',
  '＂',
  '<!channel>',
  '@everyone',
  '__proto__:',
  'constructor',
);

const typed = fc
  .array(fc.oneof({ weight: 3, arbitrary: pieces }, anything), { maxLength: 10 })
  .map(all => all.join(''));

describe('anything that is typed', () => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await aTalk();
    await fill(talk.archive);
  });
  afterAll(() => talk.archive.close());

  const checkAnswer = async (
    asked: string | { command: string; options: Record<string, string[]> },
    isManager = true,
  ) => {
    const person = isManager ? manager : member;
    const { message, audience } = await talk.conversation.answer({ asked, person, place: channel });
    const text = textOf(message);
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/\bundefined\b|\[object|\bNaN\b/);
    expect(['person', 'channel']).toContain(audience);
    for (const block of message.blocks) {
      if (block.kind !== 'actions') continue;
      expect(block.actions.length).toBeLessThanOrEqual(5);
      for (const { label } of block.actions) expect(label.trim()).not.toBe('');
    }
  };

  it('is answered, and nothing of it is a fault of ours', async () => {
    await fc.assert(
      fc.asyncProperty(typed, fc.boolean(), (asked, isManager) => checkAnswer(asked, isManager)),
      { seed: 20_261_125, numRuns: 600 },
    );
    expect(talk.log).toEqual([]);
  });

  it('is answered as options of a platform too', async () => {
    const names = fc.constantFrom(
      'company',
      'theme',
      'source',
      'date',
      'after',
      'page',
      'words',
      'at',
      '__proto__',
      '',
    );
    const options = fc.dictionary(names, fc.array(typed, { maxLength: 3 }), { maxKeys: 3 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('', 'subscribe', 'help', 'status', 'x'), options, (command, given) =>
        checkAnswer({ command, options: given }),
      ),
      { seed: 20_261_125, numRuns: 400 },
    );
    expect(talk.log).toEqual([]);
  });

  it('has buttons whose commands are understood', async () => {
    await fc.assert(
      fc.asyncProperty(typed, async asked => {
        const { message } = await talk.conversation.answer({ asked, person: member, place: channel });
        for (const block of message.blocks) {
          for (const action of block.kind === 'actions' ? block.actions : []) {
            if (!('command' in action)) continue;
            const { text } = await talk.ask(action.command);
            expect(text).not.toMatch(/^(?!What you can ask).*For example:/);
          }
        }
      }),
      { seed: 20_261_125, numRuns: 200 },
    );
  });

  it('is no trouble to suggestions, which are never more than 25 and always have something to show', async () => {
    const names = talk.conversation.commands.flatMap(({ options }) => options.map(({ name }) => name));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), typed, async (name, text) => {
        const suggestions = await talk.conversation.suggest(name, text);
        expect(suggestions.length).toBeLessThanOrEqual(25);
        for (const { label, value } of suggestions) expect(label.trim() && value.trim()).not.toBe('');
      }),
      { seed: 20_261_125, numRuns: 400 },
    );
    expect(talk.log).toEqual([]);
  });
});
