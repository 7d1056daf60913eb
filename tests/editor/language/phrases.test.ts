import { describe, expect, it } from 'vitest';
import { anyOf, anyPairOf, hasAny, openingWith } from '../../../src/editor/language/phrases.ts';

describe('the notation for turns of phrase', () => {
  it.each([
    ['at the cost of', 'It is fast at the cost of memory.', true],
    ['cost', 'A costume is not meant.', false],
    ['trade-off*', 'Two trade-offs were made.', true],
    ['fell ~ to #', 'It fell within a day to 40 ms.', true],
    ['fell ~ to #', 'It fell over to the left.', false],
    ['does not scale', 'It doesn’t scale.', true],
    ['can not see', "They can't see it; they cannot see it.", true],
    ['it is built', 'it’s built on sand', true],
    ['is an sdk', 'Nova Act is an SDK.', true],
    ['e.g.', 'a log, e.g. Kafka', true],
    ['e.g.', 'a logXeYgZ', false],
  ])('%s in "%s": %s', (phrases, text, found) => {
    expect(hasAny([anyOf(phrases)], text)).toBe(found);
  });

  it('takes alternatives by line and by bar, and white space around them as nothing', () => {
    const pattern = anyOf(`one | two
       three `);
    expect('one two three four'.match(pattern)).toEqual(['one', 'two', 'three']);
  });

  it('pairs subjects with deeds', () => {
    const pattern = anyPairOf('we|the team', 'built|moved');
    expect('We built it, and the team moved on; they built none.'.match(pattern)).toEqual([
      'We built',
      'the team moved',
    ]);
  });

  it('opens a sentence, behind a quotation mark at most', () => {
    const patterns = [openingWith('this|that')];
    expect(hasAny(patterns, '“This works.')).toBe(true);
    expect(hasAny(patterns, 'All this works.')).toBe(false);
    expect(hasAny(patterns, 'Thistles grow.')).toBe(false);
  });
});
