import { describe, expect, it } from 'vitest';
import { isSpelledOut, namesOf } from '../../../src/editor/grounding/claims.ts';

describe('the first word of a sentence', () => {
  it.each(['Big shifts are carried by people.', 'Given a key, the lock opens.', 'Older keys expire.'])(
    'is no name where it is never a noun: %s',
    sentence => {
      expect(namesOf(sentence)).toEqual([]);
    },
  );

  it('is one where it may be', () => {
    expect(namesOf('Kafka carries the changes.')).toEqual(['Kafka']);
  });
});

describe('an abbreviation of two letters', () => {
  const words = 'they use the user interface and an open index'.split(' ');

  it('is spelled out where everybody knows its words', () => {
    expect(isSpelledOut('UI', words)).toBe(true);
    expect(isSpelledOut('DB', words)).toBe(false);
  });

  it('is not where any two words begin with its letters', () => {
    expect(isSpelledOut('OI', words)).toBe(false);
  });
});
