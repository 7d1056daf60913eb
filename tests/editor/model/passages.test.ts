import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitToRoom, gap } from '../../../src/editor/model/passages.ts';
import { tokensOf } from '../../../src/editor/model/tokens.ts';

const places = ['Lisbon', 'Porto', 'Oslo', 'Ghent', 'Turin', 'Malmö', 'Cork'];
const things = [
  'desks',
  'chairs',
  'lamps',
  'plants',
  'windows',
  'carpets',
  'shelves',
  'doors',
  'paintings',
  'kettles',
  'heaters',
];

/** Paragraphs about much the same, none of them about the subject of the title. */
const filler = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => {
    const [place, thing, other] = [places[(index + from) % 7], things[(3 * index) % 11], things[(5 * index + 1) % 11]];
    return `The office in ${place} had ${thing} and ${other} when the team met there for the ${index + from}th time. Lunch was served beside the ${thing}, and the weather in ${place} was fair.`;
  });

const title = 'Compacting tombstones in the ledger store';
const told =
  'Compacting tombstones in the ledger store ran at 03:00 and took 41 minutes. Each compaction of tombstones rewrites the ledger in one pass.';

const longArticle = { title, text: [...filler(60), told, ...filler(60, 60)].join('\n') };

/** The parts of a cut text, in order. */
const partsOf = (text: string): readonly string[] => text.split('\n').filter(part => part !== gap);

/** Text in one or many blocks, with and without spaces and sentences, of letters of one to four bytes. */
const anyText = fc
  .array(
    fc.oneof(
      fc.lorem({ mode: 'sentences', maxCount: 12 }),
      fc.lorem({ mode: 'words', maxCount: 80 }),
      fc.string({ unit: fc.constantFrom('a', 'é', '漢', '🙂'), maxLength: 400 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
    ),
    { maxLength: 30 },
  )
  .chain(blocks => fc.constantFrom('\n', ' ', '').map(separator => blocks.join(separator)));

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** True where the parts stand in the text one behind the other, white space aside. */
const standInOrder = (parts: readonly string[], text: string): boolean => {
  const whole = squeezed(text);
  let from = 0;
  return parts.map(squeezed).every(part => {
    const at = whole.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
};

describe('an article that fits', () => {
  it('is left as it is', () => {
    const text = 'One.\n\n  Two.\nThree.';
    expect(fitToRoom({ title, text }, tokensOf(text))).toBe(text);
  });
});

describe('an article that does not fit', () => {
  it('keeps what speaks of its title, however far down, and how it begins', () => {
    const cut = fitToRoom(longArticle, 1500);
    expect(cut).toContain(told);
    expect(cut.startsWith('The office in Lisbon had desks and chairs when the team met there for the 0th time.')).toBe(
      true,
    );
  });

  it('keeps what tells a trade-off rather than what tells nothing', () => {
    const tradeoff =
      'The trade-off is that the office in Lisbon costs more, and we gave up the kettles to pay for its windows.';
    const text = [...filler(40), tradeoff, ...filler(40, 40)].join('\n');
    expect(fitToRoom({ title: 'The office', text }, 1200)).toContain(tradeoff);
  });

  it('marks what is left out, once for each stretch', () => {
    const cut = fitToRoom(longArticle, 1500);
    const blocks = longArticle.text.split('\n');
    const kept = cut.split('\n').filter(part => part !== gap);
    const stretches = [...kept, undefined].filter((block, index) => {
      const before = blocks.indexOf(kept[index - 1] ?? '');
      return before + 1 !== (block === undefined ? blocks.length : blocks.indexOf(block));
    });
    expect(stretches.length).toBeGreaterThan(1);
    expect(cut.split('\n').filter(part => part === gap)).toHaveLength(stretches.length);
    expect(cut).not.toContain(`${gap}\n${gap}`);
  });

  it('uses the room that it has', () => {
    expect(tokensOf(fitToRoom(longArticle, 3000))).toBeGreaterThan(2000);
  });

  it('may be one block of sentences', () => {
    const cut = fitToRoom({ title, text: longArticle.text.replaceAll('\n', ' ') }, 1500);
    expect(tokensOf(cut)).toBeLessThanOrEqual(1500);
    expect(cut).toContain('Each compaction of tombstones rewrites the ledger in one pass.');
  });

  it.each([
    ['letters without a space', 'x'],
    ['signs of three bytes', '漢'],
    ['signs of four bytes', '🙂'],
  ])('may be one block of %s', (_, sign) => {
    const cut = fitToRoom({ title, text: sign.repeat(50_000) }, 1000);
    expect(tokensOf(cut)).toBeLessThanOrEqual(1000);
    expect(tokensOf(cut)).toBeGreaterThan(500);
    expect(cut.isWellFormed()).toBe(true);
  });

  it('is empty where there is no room', () => {
    for (const room of [-5, 0, 1, 49]) expect(fitToRoom(longArticle, room)).toBe('');
  });

  it('never has more than its room', () => {
    fc.assert(
      fc.property(anyText, fc.lorem(), fc.integer({ min: 0, max: 400 }), (text, about, room) => {
        expect(tokensOf(fitToRoom({ title: about, text }, room))).toBeLessThanOrEqual(room);
      }),
    );
  });

  it('keeps its order, word for word', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 50, max: 400 }), (text, room) => {
        expect(standInOrder(partsOf(fitToRoom({ title, text }, room)), text)).toBe(true);
      }),
    );
  });

  it('keeps its beginning wherever it keeps anything', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 50, max: 400 }), (text, room) => {
        const [first = ''] = fitToRoom({ title, text }, room)
          .split('\n')
          .filter(part => part.trim() !== '');
        expect(squeezed(text).startsWith(squeezed(first))).toBe(true);
      }),
    );
  });
});
