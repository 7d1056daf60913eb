import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/chat/clean-text.ts';

describe('cleanText', () => {
  it.each([
    ['folds white space, of every kind', ' a\u00a0\u2028\t\r\n b ', ' a b '],
    ['drops control characters', 'a\u0000b\u001bc\u0085d\u009be', 'abcde'],
    ['drops overrides of direction, which would turn what stands beside them', 'a\u202eb\u2066c', 'abc'],
    ['keeps the marks that right-to-left text needs', 'שלום\u200f!', 'שלום\u200f!'],
    ['keeps the joiners of emoji', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['replaces half a character', 'a\ud83db', 'a\ufffdb'],
    ['leaves markup alone: escaping it is for a renderer', '<b>*a* & `b`', '<b>*a* & `b`'],
  ])('%s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });
});
