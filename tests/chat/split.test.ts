import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inline, Inlines } from '../../src/chat/message.ts';
import { splitInlines } from '../../src/chat/split.ts';

const textOf = (content: Inlines): string => content.map(({ text }) => text).join('');
const lengthOf = ({ text }: Inline): number => text.length;
const split = (content: Inlines, limit: number): string[] => splitInlines(content, limit, lengthOf).map(textOf);

describe('splitInlines', () => {
  it('leaves alone what fits', () => {
    const content: Inlines = [{ text: 'Bold. ', bold: true }, { text: 'Plain.' }];
    expect(splitInlines(content, 100, lengthOf)).toEqual([content]);
  });

  it('gives nothing for nothing', () => {
    expect(split([{ text: '' }], 10)).toEqual([]);
    expect(split([], 10)).toEqual([]);
  });

  it('cuts at the end of a sentence before the middle of one', () => {
    expect(split([{ text: 'One is short. Two is longer. Three.' }], 30)).toEqual([
      'One is short. Two is longer. ',
      'Three.',
    ]);
  });

  it('cuts a sentence that is too long between words', () => {
    expect(split([{ text: 'alpha beta gamma delta' }], 11)).toEqual(['alpha beta ', 'gamma delta']);
  });

  it('cuts a word that is too long between characters', () => {
    expect(split([{ text: 'abcdefghij' }], 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  it.each(['👨‍👩‍👧‍👦', '🇩🇪', 'e\u0301\u0302', '👍🏽', 'क्षि', '\u0600漢', '\u0d4eक'])(
    'never cuts inside %s',
    grapheme => {
      for (const piece of split([{ text: grapheme.repeat(20) }], 25)) {
        expect(piece.replaceAll(grapheme, '')).toBe('');
      }
    },
  );

  it('cuts a letter under a thousand accents, which no platform would take whole', () => {
    const monster = `a${'\u0301'.repeat(1000)}`;
    const pieces = split([{ text: monster }], 100);
    expect(pieces.join('')).toBe(monster);
    expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThanOrEqual(100);
  });

  it('keeps the style of a run in every piece of it, and counts its markup in every piece', () => {
    const sizeOf = ({ text, href = '' }: Inline): number => text.length + href.length;
    const content: Inlines = [{ text: 'One two three four five six', href: 'http://a.example' }, { text: ' and more' }];
    const pieces = splitInlines(content, 30, sizeOf);
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) {
      expect(piece.reduce((sum, run) => sum + sizeOf(run), 0)).toBeLessThanOrEqual(30);
    }
    expect(pieces[0]?.[0]?.href).toBe('http://a.example');
  });

  it('loses nothing and keeps every limit, whatever the text', () => {
    const run = fc.record({
      text: fc.oneof(
        fc.string({ maxLength: 80 }),
        fc.constantFrom('👨‍👩‍👧‍👦', 'A sentence. ', 'שלום. ', '\n\n', 'x'.repeat(200)),
      ),
      bold: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(run, { maxLength: 8 }), fc.integer({ min: 12, max: 120 }), (content, limit) => {
        const pieces = split(content, limit);
        expect(pieces.join('')).toBe(textOf(content));
        expect(pieces.every(piece => piece.length > 0 && piece.length <= limit)).toBe(true);
      }),
      { seed: 20_261_125, numRuns: 500 },
    );
  });
});
