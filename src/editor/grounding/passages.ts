/** Passages: the few sentences in a row that speak of what a clause speaks of, and which of its words they lack. */
import { isRelated, phraseAt } from '../language/lexicon.ts';
import type { ArticleIndex } from './article-index.ts';
import type { Word } from './reading.ts';

/** Sentences on each side of the middle one: a writer draws one sentence from as many as five. */
const reach = 2;
/** Passages that are looked at word by word, of those that share most words with the clause. */
const mostPassages = 3;

interface Passage {
  readonly first: number;
  readonly last: number;
}

const isIn = (sentences: ReadonlySet<number>, { first, last }: Passage): boolean => {
  for (let sentence = first; sentence <= last; sentence += 1) if (sentences.has(sentence)) return true;
  return false;
};

const passagesLike = (having: readonly ReadonlySet<number>[], length: number): readonly Passage[] => {
  const counts = new Uint16Array(length);
  for (const sentences of having) {
    const near = new Set<number>();
    for (const sentence of sentences)
      for (let offset = -reach; offset <= reach; offset += 1) near.add(sentence + offset);
    for (const middle of near) if (middle >= 0 && middle < length) counts[middle] = (counts[middle] ?? 0) + 1;
  }
  return [...counts.keys()]
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
    .slice(0, mostPassages)
    .map(middle => ({ first: Math.max(0, middle - reach), last: Math.min(length - 1, middle + reach) }));
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
 * For each passage of five sentences that shares most words with `clause`, the words of it that stand there neither
 * themselves nor in another word or phrase that the tables or the lexicon relate to them.
 *
 * @param words the sentence of which the clause is part
 */
export const lackingIn = (
  clause: readonly Word[],
  words: readonly Word[],
  article: ArticleIndex,
): readonly (readonly Word[])[] => {
  const having = clause.map(({ keys }) => article.sentencesWith(keys));
  return passagesLike(having, article.sentences.length).map(passage => {
    const lacking = clause.filter((_, at) => !isIn(having[at] ?? new Set(), passage));
    if (lacking.length === 0) return [];
    const terms = [...new Set(article.readings.slice(passage.first, passage.last + 1).flatMap(termsOf))];
    return lacking.filter(word => {
      const own = termsWith(word, words);
      return !terms.some(term => own.some(one => isRelated(one, term)));
    });
  });
};
