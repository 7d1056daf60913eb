/**
 * The lexicon: how English words stand to each other, so that a paraphrase can be told from another claim.
 * It knows the words of WordNet 3.1 in their frequent senses; of names and of the terms of a trade it knows few. All
 * functions take any string, in any case and inflected, or a phrase of words with single spaces, and throw nothing for it;
 * a word that the dictionary lacks has no lemmas, is related to nothing, not even to itself, and is not general.
 * The first look-up reads the dictionary, and throws Error where its files are not installed.
 */
import type { BaseForm } from './lexicon/base-forms.ts';
import { entriesOf, keyOf } from './lexicon/lemmas.ts';
import { type Meaning, meaningOf } from './lexicon/meaning.ts';
import { areRivals } from './lexicon/rivals.ts';

export { generality } from './lexicon/generality.ts';
export { type Phrase, phraseAt } from './lexicon/phrases.ts';

/** What a word may be a form of: `left` of the verb `leave`, and of the verb, noun, adjective and adverb `left`. */
export const lemmasOf = (word: string): readonly BaseForm[] =>
  entriesOf(keyOf(word)).map(({ lemma, pos }) => ({ lemma: lemma.replaceAll('_', ' '), pos }));

/** Whether a word is an adjective as it stands, and not only by a form of it. */
export const isAdjective = (word: string): boolean =>
  lemmasOf(word).some(({ lemma, pos }) => lemma === word && pos === 'adjective');

const meets = <Item>(one: ReadonlySet<Item>, other: ReadonlySet<Item>): boolean => !one.isDisjointFrom(other);

const isSame = (a: Meaning, b: Meaning): boolean =>
  meets(a.lemmas, b.lemmas) || meets(a.own, b.all) || meets(a.all, b.own);

const turns = (a: Meaning, b: Meaning): boolean => meets(a.contrary, b.own) || meets(a.contrary, b.near);
const isContrary = (a: Meaning, b: Meaning): boolean => turns(a, b) || turns(b, a);

const isNear = (a: Meaning, b: Meaning): boolean =>
  meets(a.kin, b.lemmas) || meets(b.kin, a.lemmas) || meets(a.near, b.own) || meets(b.near, a.own);

/**
 * True where one word may stand for the other: forms of one lemma, synonyms, words of one root, an adjective and one like it,
 * a word and the narrow term above it, or a phrase that explains it. Opposites never are, nor two units of time or two powers of ten.
 */
export const isRelated = (one: string, other: string): boolean => {
  const [a, b] = [meaningOf(keyOf(one)), meaningOf(keyOf(other))];
  if (areRivals(a.lemmas, b.lemmas)) return false;
  return isSame(a, b) || (!isContrary(a, b) && isNear(a, b));
};

/** What two words have in common where they are related. */
const traitsOf = (word: string): readonly (string | number)[] => {
  const { lemmas, kin, own, all, near } = meaningOf(keyOf(word));
  return [...lemmas, ...kin, ...own, ...all, ...near];
};

/** Finds for a word all of `terms` that it is related to, without asking it of each. */
export const relatedAmong = (terms: Iterable<string>): ((word: string) => readonly string[]) => {
  const having = new Map<string | number, string[]>();
  for (const term of terms)
    for (const trait of new Set(traitsOf(term))) {
      const known = having.get(trait);
      if (known) known.push(term);
      else having.set(trait, [term]);
    }
  return word =>
    [...new Set(traitsOf(word).flatMap(trait => having.get(trait) ?? []))].filter(term => isRelated(word, term));
};

/** True where one word says the contrary of the other, or of one like it: `wrong`, `right`. */
export const areContrary = (one: string, other: string): boolean => {
  const [a, b] = [meaningOf(keyOf(one)), meaningOf(keyOf(other))];
  return meets(a.contrary, b.own) || meets(b.contrary, a.own);
};
