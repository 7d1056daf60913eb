/** Passages: a few sentences in a row, and which words of a clause they have neither themselves nor in others for them. */
import { generality, isRelated, phraseAt } from '../language/lexicon.ts';
import type { ArticleIndex } from './article-index.ts';
import type { Word } from './reading.ts';

/** Sentences on each side of the middle one: a writer draws one sentence from as many as five. */
const widestReach = 2;

/** From 0 to 1, how much it says that `words` are missing; a word that the lexicon has not is a term or a name. */
export const weightOf = (words: readonly Word[]): number =>
  words.reduce((sum, { text }) => sum + 1 - generality(text), 0);

const isIn = (sentences: ReadonlySet<number>, middle: number, reach: number): boolean => {
  for (let sentence = middle - reach; sentence <= middle + reach; sentence += 1)
    if (sentences.has(sentence)) return true;
  return false;
};

const isOfLetters = ({ text }: Word): boolean => text.length > 1 && /^\p{L}+$/u.test(text);

/** What `compute` makes of each sentence, kept as long as that sentence is. */
const onceFor = <Value>(compute: (words: readonly Word[]) => Value): ((words: readonly Word[]) => Value) => {
  const kept = new WeakMap<readonly Word[], Value>();
  return words => {
    const value = kept.get(words) ?? compute(words);
    kept.set(words, value);
    return value;
  };
};

const phrasesIn = onceFor(words => {
  const texts = words.map(({ text }) => text);
  return words.flatMap(({ place }) => phraseAt(texts, place) ?? []);
});

/** The words of a sentence, and the phrases that the lexicon has of them. */
export const termsOf = onceFor(words => [
  ...words.filter(isOfLetters).map(({ text }) => text),
  ...phrasesIn(words).map(({ lemma }) => lemma),
]);

/** A word by itself, and the phrases of its sentence that it is part of: `brought back`. */
export const termsWith = (word: Word, words: readonly Word[]): string[] => [
  word.text,
  ...phrasesIn(words).flatMap(({ places, lemma }) => (places.includes(word.place) ? [lemma] : [])),
];

/** Passages overlap, so that the same is asked of the words of a sentence again and again. */
const answersFor = onceFor(() => new Map<string, boolean>());

const isRelatedTo = (term: string, word: Word, words: readonly Word[]): boolean => {
  const answers = answersFor(words);
  const question = `${word.place} ${term}`;
  const known = answers.get(question) ?? termsWith(word, words).some(own => isRelated(own, term));
  answers.set(question, known);
  return known;
};

/**
 * The words of `clause` that the passage around a sentence has neither themselves nor in another word or phrase that the
 * tables or the lexicon relate to them.
 *
 * @param words the sentence of which the clause is part
 * @param middle number of the sentence in the middle of the passage
 * @param reach sentences on each side of it
 */
export const lackingIn = (
  clause: readonly Word[],
  words: readonly Word[],
  article: ArticleIndex,
  middle: number,
  reach = widestReach,
): readonly Word[] => {
  const lacking = clause.filter(({ keys }) => !isIn(article.sentencesWith(keys), middle, reach));
  if (lacking.length === 0) return [];
  const passage = article.readings.slice(Math.max(0, middle - reach), middle + reach + 1);
  const terms = [...new Set(passage.flatMap(termsOf))];
  return lacking.filter(word => !terms.some(term => isRelatedTo(term, word, words)));
};

/** Whether two words may stand for each other, each by itself or in a phrase of its sentence: `hold up`, `stall`. */
export const areAlike = (one: Word, words: readonly Word[], other: Word, others: readonly Word[]): boolean =>
  termsWith(other, others).some(term => isRelatedTo(term, one, words));

/** The words of `clause` for which none of `told`, words of a sentence of the article, may stand. */
export const lackingAmong = (
  clause: readonly Word[],
  words: readonly Word[],
  told: readonly Word[],
  sentence: readonly Word[],
): readonly Word[] => {
  const keys = new Set(told.flatMap(word => word.keys));
  const lacking = clause.filter(word => !word.keys.some(key => keys.has(key)));
  if (lacking.length === 0) return [];
  const terms = new Set(told.flatMap(word => termsWith(word, sentence)));
  return lacking.filter(word => ![...terms].some(term => isRelatedTo(term, word, words)));
};
