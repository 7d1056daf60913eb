/** Speech to a model: which sentences of a text give it orders, in whatever spelling, and which they dictate. */
import { decodedRuns, latinSpelling, plainSpelling, reversed, rotated, squeezed } from './disguises.ts';
import { fakeTurns, telltales } from './fake-turns.ts';
import { modelAddress } from './model-address.ts';
import { latinAddress, nativeAddress } from './model-address-abroad.ts';
import { modelOrders } from './model-orders.ts';

export interface PlacedSentence {
  readonly text: string;
  /** Ordinal of its block. */
  readonly block: number;
}

/** A way to read a sentence, and what is looked for in it. */
interface Reading {
  readonly spell: (text: string) => string;
  readonly patterns: readonly RegExp[];
  /** Whether each sentence stands on a line of its own; else one that does not end runs on into the next. */
  readonly byLine?: true;
}

const readings: readonly Reading[] = [
  { spell: latinSpelling, patterns: [modelAddress, ...latinAddress] },
  { spell: latinSpelling, patterns: [modelOrders, ...fakeTurns], byLine: true },
  { spell: plainSpelling, patterns: nativeAddress },
  { spell: squeezed, patterns: [telltales] },
  { spell: text => rotated(squeezed(text)), patterns: [telltales] },
  { spell: text => reversed(squeezed(text)), patterns: [telltales] },
];

/** Characters before an order that are a label or a courtesy: `IMPORTANT:`, `Please`, `Hello,`. */
const longestLabel = 24;

/** What is found in a sentence: an order that is given, or one that is told of among other words. */
type Finding = 'given' | 'told';

const endsLine = (text: string): boolean => /[.!?。！？…:]["'”’)\]]*$/.test(text);

/** An order split over paragraphs is one, since what does not end runs on. */
const findIn = (
  sentences: readonly PlacedSentence[],
  { spell, patterns, byLine }: Reading,
): ReadonlyMap<number, Finding> => {
  const spelled = sentences.map(({ text }) => spell(text).trim());
  const starts: number[] = [];
  let whole = '';
  spelled.forEach((text, index) => {
    starts.push(whole.length);
    whole += text + (byLine || endsLine(sentences[index]?.text ?? '') ? '\n' : ' ');
  });
  const found = new Map<number, Finding>();
  for (const pattern of patterns) {
    let first = 0;
    for (const { index: start, 0: match } of whole.matchAll(pattern)) {
      while ((starts[first + 1] ?? whole.length) <= start) first += 1;
      const isGiven = start - (starts[first] ?? 0) <= longestLabel && !/^["(]/.test(spelled[first] ?? '');
      for (let index = first; (starts[index] ?? whole.length) < start + match.length; index += 1)
        if (found.get(index) !== 'given') found.set(index, isGiven ? 'given' : 'told');
    }
  }
  return found;
};

/** Whether `text` holds an order to a model, in whatever spelling. */
export const speaksToModel = (text: string): boolean =>
  readings.some(({ spell, patterns }) => patterns.some(pattern => spell(text).search(pattern) >= 0));

const hidesOrder = (text: string): boolean => decodedRuns(text).some(speaksToModel);

/** Sentences that an order names: the one before it, or the one after. */
const namesPrevious =
  /(?:sentence|line|paragraph|statement|words?) (?:above|before this)|(?:above|preceding|previous|last) (?:sentence|line|paragraph|statement)/i;
const namesNext =
  /(?:sentence|line|paragraph|statement|words?|text) below|(?:following|next) (?:sentence|line|paragraph|statement|words|text)|:[^\w:]*$/i;

/** The words that are dictated stand behind the colon. */
const givesWords = /: *\S.{3}/;

/** Shorter sentences stand in others by chance. */
const fewestDictated = 4;
/** Characters of removed text in which other sentences are looked for. */
const longestDictation = 20_000;

/** Ordinals of the sentences that go: the findings, what belongs to them, and what they dictate where it stands elsewhere. */
export const ordersAmong = (sentences: readonly PlacedSentence[]): ReadonlySet<number> => {
  const all = readings.map(reading => findIn(sentences, reading));
  const gone = new Set(all.flatMap(found => [...found.keys()]));
  sentences.forEach(({ text }, index) => {
    if (hidesOrder(text)) gone.add(index);
  });
  for (const index of [...gone]) {
    const { text = '' } = sentences[index] ?? {};
    if (namesPrevious.test(text) && index > 0) gone.add(index - 1);
    if (namesNext.test(text) && !givesWords.test(text) && index + 1 < sentences.length) gone.add(index + 1);
  }
  // Whoever gives an order goes on to say what is to be done, to the end of the block.
  let ordering: number | undefined;
  sentences.forEach(({ block }, index) => {
    if (all.some(found => found.get(index) === 'given')) ordering = block;
    if (ordering === block) gone.add(index);
  });
  const dictated = latinSpelling(
    [...gone]
      .map(index => sentences[index]?.text ?? '')
      .join('\n')
      .slice(0, longestDictation),
  );
  sentences.forEach(({ text }, index) => {
    if (text.split(' ').length >= fewestDictated && dictated.includes(latinSpelling(text))) gone.add(index);
  });
  return gone;
};
