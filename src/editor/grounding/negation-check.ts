/** Negation: what the sentence denies and the article asserts, or the other way round. */
import type { ArticleIndex, Occurrence } from './article-index.ts';
import { contextOf } from './context.ts';
import { type Evidence, isContradicted, likest } from './evidence.ts';
import type { Word } from './reading.ts';

const certaintyOfAdded = { times: 1.3, least: 0.25 };
const certaintyOfDropped = { times: 1.4, least: 0.35 };

const weigh = (
  word: Word,
  words: readonly Word[],
  article: ArticleIndex,
  contrary: (found: Occurrence) => boolean,
): Evidence | undefined => {
  const occurrences = word.keys.flatMap(key => article.occurrencesOf(key));
  if (occurrences.length === 0) return undefined;
  const context = contextOf(words, word.place, article);
  return {
    same: likest(
      context,
      article,
      occurrences.filter(({ word: { polarity } }) => polarity === word.polarity || polarity === 'open'),
    ),
    contrary: likest(context, article, occurrences.filter(contrary)),
  };
};

export const addedEvidence = (by: number, words: readonly Word[], article: ArticleIndex): Evidence => {
  const isPast = words[by]?.text === 'no' && words[by + 1]?.text === 'longer';
  const denied = words.filter(
    word => word.by === by && word.polarity === 'denied' && word.content && word.text !== 'longer',
  );
  let [same, contrary, total] = [0, 0, 0];
  let head: Evidence | undefined;
  for (const word of denied) {
    const evidence = weigh(
      word,
      words,
      article,
      ({ word: found }) => found.polarity === 'asserted' && !(isPast && found.text.endsWith('ed')),
    );
    const share = 1 / (1 + word.rank);
    if (!evidence) continue;
    head ??= evidence;
    total += share;
    same += share * evidence.same;
    contrary += share * evidence.contrary;
  }
  return total === 0 || (head && head.contrary < 1.1 * head.same)
    ? { same: 0, contrary: 0 }
    : { same: same / total, contrary: contrary / total };
};
export const droppedEvidence = (word: Word, words: readonly Word[], article: ArticleIndex): Evidence =>
  weigh(word, words, article, ({ word: found }) => found.polarity === 'denied' && found.rank === 0) ?? {
    same: 0,
    contrary: 0,
  };
export const deniersOf = (words: readonly Word[]) => [
  ...new Set(words.filter(w => w.polarity === 'denied').map(w => w.by)),
];

export const negationsAdded = (words: readonly Word[], article: ArticleIndex): string[] =>
  deniersOf(words)
    .filter(by => isContradicted(addedEvidence(by, words, article), certaintyOfAdded))
    .map(by =>
      words
        .slice(by, by + 3)
        .map(w => w.text)
        .join(' '),
    );
export const negationsDropped = (words: readonly Word[], article: ArticleIndex): string[] =>
  words
    .filter(
      word =>
        word.content &&
        word.polarity === 'asserted' &&
        isContradicted(droppedEvidence(word, words, article), certaintyOfDropped),
    )
    .map(({ text }) => text);
