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

/** The middles of the passages that share most words with `clause`, at most `most`, the best first. */
export const passagesLike = (clause: readonly Word[], article: ArticleIndex, most: number): readonly number[] => {
  const counts = new Uint16Array(article.sentences.length);
  for (const { keys } of clause) {
    const near = new Set<number>();
    for (const sentence of article.sentencesWith(keys))
      for (let offset = -widestReach; offset <= widestReach; offset += 1) near.add(sentence + offset);
    for (const middle of near) if (middle >= 0 && middle < counts.length) counts[middle] = (counts[middle] ?? 0) + 1;
  }
  return [...counts.keys()].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b).slice(0, most);
};

const isOfLetters = ({ text }: Word): boolean => text.length > 1 && /^\p{L}+$/u.test(text);

/** The words of a sentence, and the phrases that the lexicon has of them. */
const termsOf = (words: readonly Word[]): string[] => {
  const texts = words.map(({ text }) => text);
  return words.filter(isOfLetters).flatMap(({ text, place }) => {
    const phrase = phraseAt(texts, place);
    return phrase ? [text, phrase.lemma] : [text];
  });
};

/** A word by itself, and the phrases of its sentence that it is part of: `brought back`. */
const termsWith = (word: Word, words: readonly Word[]): string[] => {
  const texts = words.map(({ text }) => text);
  const phrases = words.flatMap(({ place }) => phraseAt(texts, place) ?? []);
  return [word.text, ...phrases.filter(({ places }) => places.includes(word.place)).map(({ lemma }) => lemma)];
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
  return lacking.filter(word => {
    const own = termsWith(word, words);
    return !terms.some(term => own.some(one => isRelated(one, term)));
  });
};

/** Whether two words may stand for each other, each by itself or in a phrase of its sentence: `hold up`, `stall`. */
export const areAlike = (one: Word, words: readonly Word[], other: Word, others: readonly Word[]): boolean => {
  const terms = termsWith(other, others);
  return termsWith(one, words).some(term => terms.some(found => isRelated(term, found)));
};
