import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edition } from '../../src/edition/edition.ts';
import { randomEdition, randomMessage, textOfMessage } from './random-edition.ts';

describe('randomEdition', () => {
  const samples = fc.sample(randomEdition, { seed: 20_261_125, numRuns: 6_000 });

  it('is an edition by the schema', () => {
    for (const sample of samples) expect(edition.safeParse(sample).error).toBeUndefined();
  });

  const wanted: readonly (readonly [string, string])[] = [
    ['a word of 50,000 characters', 'x'.repeat(50_000)],
    ['an address of 3,000 characters', 'https://long.example/'.padEnd(3_000, 'path/')],
    ...['@everyone', '<!channel>', '<@U1>', '](http://x)', '`', '\\u0000', '\\ud83d'].map(
      text => [text, text] as const,
    ),
  ];
  it.each(wanted)('comes with %s', (_, text) => {
    expect(samples.some(sample => JSON.stringify(sample).includes(text))).toBe(true);
  });
});

describe('textOfMessage', () => {
  it('is the content in order, cleaned, without what says nothing', () => {
    expect(
      textOfMessage({
        blocks: [
          { kind: 'heading', level: 1, content: [{ text: 'A\u0000' }, { text: ' \n b' }] },
          { kind: 'paragraph', content: [{ text: ' ' }] },
          { kind: 'list', items: [[{ text: 'c' }], []] },
          { kind: 'actions', actions: [{ label: 'Browse', command: 'help' }] },
        ],
        thread: [{ blocks: [{ kind: 'quote', content: [{ text: 'd' }] }] }],
      }),
    ).toBe('A bcd');
  });

  it('has what random messages say', () => {
    expect(fc.sample(randomMessage, { seed: 1, numRuns: 200 }).some(message => textOfMessage(message) !== '')).toBe(
      true,
    );
  });
});
