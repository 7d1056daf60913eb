import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../src/editor/grounding/article-index.ts';
import { halvesOf, linksIn } from '../../../src/editor/grounding/links.ts';
import { checkGrounding } from '../../../src/editor/grounding.ts';

const article = `The harbour gate was painted in March, and the old watchman retired to his village.
Divers refused the night shift, since the lamps beneath the pier had rusted through.
The ferry company hired two cooks; a storm had flattened its kitchen tent.
Gulls nest on the crane whereas cormorants sleep below the pier.
The tide clock was stopped, because its spring had snapped, and a new bell was cast.
Four boats stayed ashore because their hulls leaked, and seven because no sailor had answered the bell.`;

const isSupported = (sentence: string): boolean => checkGrounding(sentence, article).supported;

describe('the links of a sentence', () => {
  const linksOf = (text: string) =>
    linksIn(0, indexOf(text)).map(({ effect, reason }) =>
      [effect, reason].map(({ words }) => words.map(word => word.text).join(' ')),
    );

  it.each([
    ['Divers refused the shift, since the lamps had rusted.', 'divers refused shift', 'lamps rusted'],
    ['Since the lamps had rusted, divers refused the shift.', 'divers refused shift', 'lamps rusted'],
    ['The lamps had rusted, so divers refused the shift.', 'divers refused shift', 'lamps rusted'],
    ['The lamps had rusted; divers therefore refused the shift.', 'refused shift', 'divers'],
  ])('join an effect and its reason: %s', (text, effect, reason) => {
    expect(linksOf(text)).toEqual([[effect, reason]]);
  });

  it('join a sentence to the one before', () => {
    const [link] = linksIn(1, indexOf('The lamps had rusted. That is why divers refused the shift.'));
    expect(link?.reason.sentence).toBe(0);
  });

  it('are none between halves that only stand side by side', () => {
    const index = indexOf('Gulls nest on the crane, and cormorants sleep; herons fish while swans drift.');
    expect(linksIn(0, index)).toEqual([]);
    expect(halvesOf(0, index)).toHaveLength(3);
  });
});

describe('a reason that is joined to its effect', () => {
  it('holds, whatever the wording', () => {
    expect(isSupported('Rust had eaten the lamps beneath the pier, and for that divers refused the night shift.')).toBe(
      true,
    );
    expect(isSupported('Because the lamps beneath the pier had rusted through, divers refused the night shift.')).toBe(
      true,
    );
    expect(isSupported('The tide clock was stopped because its spring had snapped.')).toBe(true);
  });

  it('is none where it is only told in the other half of the sentence', () => {
    expect(isSupported('The harbour gate was painted because the old watchman retired to his village.')).toBe(false);
    expect(isSupported('Gulls nest on the crane because cormorants sleep below the pier.')).toBe(false);
    expect(isSupported('The harbour gate was painted, and the old watchman retired.')).toBe(true);
  });

  it('is that of as many things as the article says', () => {
    expect(isSupported('Seven boats stayed ashore because no sailor had answered the bell.')).toBe(true);
    expect(isSupported('Four boats stayed ashore because no sailor had answered the bell.')).toBe(false);
    expect(isSupported('Seven boats stayed ashore because their hulls leaked.')).toBe(false);
    expect(isSupported('Boats stayed ashore because their hulls leaked.')).toBe(true);
  });
});
