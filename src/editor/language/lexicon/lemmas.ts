/** Lemmas: what a word, or a run of words, stands under in the dictionary. */
import { type BaseForm, baseFormsOf } from './base-forms.ts';
import { type Sense, sensesOf } from './dictionary.ts';
import { remembering } from './remembering.ts';

/** No entry that a digest could need is longer, in characters; anything longer is not looked up. */
const longest = 40;

/** The senses of a lemma. */
export const sensesUnder = remembering(sensesOf);

/** A comparative counts only where the word is nothing else: `faster`, not `number` as more numb. */
const isMistaken = ({ pos }: BaseForm, own: readonly Sense[]): boolean =>
  pos === 'adjective' && own.some(sense => sense.pos !== 'adverb');

/** A phrase is inflected in its first word where it is a verb's, `gave up`, and in its last where it is a noun's. */
const basesOf = (key: string): readonly BaseForm[] => {
  const first = key.indexOf('_');
  if (first < 0) return baseFormsOf(key);
  const last = key.lastIndexOf('_') + 1;
  return [
    ...baseFormsOf(key.slice(0, first)).flatMap(({ lemma, pos }) =>
      pos === 'verb' ? [{ lemma: lemma + key.slice(first), pos }] : [],
    ),
    ...baseFormsOf(key.slice(last)).flatMap(({ lemma, pos }) =>
      pos === 'noun' ? [{ lemma: key.slice(0, last) + lemma, pos }] : [],
    ),
  ];
};

const compute = (key: string): readonly BaseForm[] => {
  const own = sensesUnder(key);
  const exact = [...new Set(own.map(({ pos }) => pos))].map(pos => ({ lemma: key, pos }));
  const bases = basesOf(key).filter(
    base => !isMistaken(base, own) && sensesUnder(base.lemma).some(({ pos }) => pos === base.pos),
  );
  return [...exact, ...bases];
};

const entriesUnder = remembering(compute);

/** As the dictionary spells it: small, with `_` for a space. Empty where it is too long to be in it. */
export const keyOf = (word: string): string => (word.length > longest ? '' : word.toLowerCase().replaceAll(' ', '_'));

/** The entries that a key may be a form of; several where it is ambiguous, none where the dictionary lacks it. */
export const entriesOf = (key: string): readonly BaseForm[] => entriesUnder(key);
