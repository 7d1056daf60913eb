import { describe, expect, it } from 'vitest';
import { checkGrounding } from '../../../src/editor/grounding.ts';

const article = `The wooden ferry was slower, and the crew came to like it.
A steel ferry arrived later and went faster than the mail boat.
Night pilots rest before a crossing.
The east gate is open in winter.`;

const isSupported = (sentence: string): boolean => checkGrounding(sentence, article).supported;

describe('what is said of the same thing', () => {
  it('may be said in other words', () => {
    expect(isSupported('The wooden ferry proved slow, and the crew came to like it.')).toBe(true);
  });

  it('is not its opposite, however the sentence goes on', () => {
    expect(isSupported('The wooden ferry proved faster than the mail boat, and the crew came to like it.')).toBe(false);
    expect(isSupported('Night pilots rest after they have come to like a crossing.')).toBe(false);
  });

  it('may be the opposite of what is said of another', () => {
    expect(isSupported('The steel ferry went faster than the mail boat.')).toBe(true);
  });
});
