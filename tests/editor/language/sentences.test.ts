import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSpace, isBalanced, splitSentences } from '../../../src/editor/language/sentences.ts';

describe('splitting a paragraph into sentences', () => {
  it.each([
    ['a version number', ['We run Node.js v10.', 'It is fast.']],
    ['a decimal', ['Latency fell to 4.2 seconds.', 'Nobody minded.']],
    ['a firm in the middle', ['Acme Inc. announced it on Monday.', 'It was late.']],
    ['a firm and its officer', ['Acme Inc. Chief Jane D. Smith left.']],
    ['a firm at the end', ['She works at Acme Inc.', 'The firm is large.']],
    ['examples', ['We used a log, e.g. Kafka, i.e. a queue with memory.', 'It held.']],
    ['a country', ['It ran for the U.S. Postal Service.', 'We left the U.S.', 'The end was near.']],
    ['a title and a contest', ['Dr. Who met Mr. X vs. Ms. Y there.', 'They left.']],
    ['a title written large', ['We asked MS. Doe.', 'She knew.']],
    ['a unit at the end', ['A call takes 300 ms.', 'Checkout takes longer.']],
    ['a numbered figure', ['See Fig. 3 and No. 5 for details.', 'Fine.']],
    ['an ellipsis in the middle', ['It worked... until it did not.', 'We were surprised.']],
    ['three dots at the end', ['It went on...', 'And then it stopped.']],
    ['an hour', ['At 5 p.m. Pacific it broke.', 'At 6 p.m.', 'We slept.']],
    ['a list marker', ['1. Split the table.', '2. Move the rows.']],
    ['a lower-case name after a question', ['"Is it slow?" he asked.', 'It was.']],
    ['a quotation of two sentences', ['He said “It works. We ship it.” and left.', 'Next.']],
    ['a sentence that ends in a quotation', ['She said "stop."', 'Then we stopped.']],
    ['an aside in brackets', ['It runs (slowly. Really.) at night.', 'Done.']],
    ['an aside of its own', ['It runs.', '(It does. Really.)', 'Done.']],
    ['an address', ['Read https://example.com/?q=a.b first.', 'Then go on.']],
    ['a stray quotation mark', ['This " is a slip.', 'We go on.']],
  ])('keeps %s in one piece', (_, sentences) => {
    expect(splitSentences(sentences.join(' '))).toEqual(sentences);
  });

  it('folds white space of all kinds, as markup leaves it', () => {
    expect(splitSentences('  One\u00a0two\n three.\tFour  five. ')).toEqual(['One two three.', 'Four five.']);
  });

  it('finds nothing in nothing', () => {
    expect(splitSentences(' \n ')).toEqual([]);
  });

  it('loses and invents no character, whatever the text', () => {
    const texts = fc.array(
      fc.constantFrom('A', 'b', '.', '?', '!', ' ', '"', '“', '”', '(', ')', 'Inc.', '…', '\n', '日。', '1.'),
    );
    fc.assert(
      fc.property(texts, parts => {
        const text = parts.join('');
        expect(splitSentences(text).join('').replaceAll(' ', '')).toBe(foldSpace(text).replaceAll(' ', ''));
      }),
      { seed: 20_260_401, numRuns: 500 },
    );
  });
});

describe('balance', () => {
  it.each([
    ['It said “yes” (twice).', true],
    ["It's the users' own.", true],
    ['It said “yes.', false],
    ['It ran (twice.', false],
    ['A " alone.', false],
    ['[1] and 2]', false],
  ])('%s: %s', (text, balanced) => {
    expect(isBalanced(text)).toBe(balanced);
  });
});
