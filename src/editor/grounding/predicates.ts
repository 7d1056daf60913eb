/** Predicates: what is said of the very same thing. `The small bridge was wide` and `the small bridge proved narrow` cannot both be so. */
import type { ArticleIndex } from './article-index.ts';
import { directionsOf } from './directions.ts';
import { shareKeys } from './meanings.ts';
import { keyOf } from './opposites.ts';
import type { Word } from './reading.ts';
import { wordsIn } from './word-set.ts';

/** Words before a predicate among which its subject stands, and fewest words of meaning that make it the same. */
const span = 10;
const fewestWords = 2;
/** They join a subject to what is said of it. */
const copulas = wordsIn('prove proved proves proven remain remains remained become becomes became seem seems seemed');
/** They open a clause, and go on with the one before. */
const goesOn: ReadonlySet<string> = new Set(['before', 'after']);

/** The words of meaning before `word`, in its clause. */
const subjectOf = ({ text, place, clause }: Word, words: readonly Word[]): readonly Word[] => {
  const own = goesOn.has(text) ? (words[place - 1]?.clause ?? clause) : clause;
  return words
    .slice(Math.max(0, place - span), place)
    .filter(word => word.content && word.clause === own && !copulas.has(word.text));
};

const areAllIn = (some: readonly Word[], others: readonly Word[]): boolean =>
  some.every(word => others.some(other => shareKeys(word, other)));

const areSame = (some: readonly Word[], others: readonly Word[]): boolean =>
  some.length >= fewestWords && others.length >= fewestWords && areAllIn(some, others) && areAllIn(others, some);

/** Whether the article asserts the opposite of `word` of the same subject, in the same words, and never says the same of it. */
export const isTurnedOfSame = (word: Word, words: readonly Word[], article: ArticleIndex): boolean => {
  const subject = subjectOf(word, words);
  if (word.polarity !== 'asserted' || subject.length < fewestWords) return false;
  return directionsOf(word, words).some(({ line, side }) => {
    const told = ([0, 1] as const)
      .flatMap(at => article.occurrencesOf(keyOf({ line, side: at })))
      .flatMap(({ sentence, word: found }) => {
        const reading = article.readings[sentence] ?? [];
        if (found.polarity !== 'asserted' || !areSame(subject, subjectOf(found, reading))) return [];
        return directionsOf(found, reading).filter(of => of.line === line);
      });
    return told.length > 0 && told.every(of => of.side !== side);
  });
};
