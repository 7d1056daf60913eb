/** Coverage: clauses whose words do not stand together anywhere in the article, such as one that tells of another article. */
import type { ArticleIndex } from './article-index.ts';
import { clausesOf } from './clauses.ts';
import type { Word } from './reading.ts';

/** Share of the words of a clause that a passage of three sentences must have, in its words or in others for them. */
const leastCovered = 0.72;
/** A single word is a matter of style. */
const fewestLacking = 2;

/** The words that the passage around each sentence lacks, for the passage that lacks the fewest. */
const lacking = (words: readonly Word[], article: ArticleIndex): readonly Word[] => {
  const having = words.map(({ keys }) => article.sentencesWith(keys));
  const counts = new Uint16Array(article.sentences.length);
  for (const sentences of having) {
    const near = new Set([...sentences].flatMap(sentence => [sentence - 1, sentence, sentence + 1]));
    for (const sentence of near)
      if (sentence >= 0 && sentence < counts.length) counts[sentence] = (counts[sentence] ?? 0) + 1;
  }
  const best = counts.indexOf(counts.reduce((a, b) => Math.max(a, b), 0));
  return words.filter((_, at) => ![best - 1, best, best + 1].some(sentence => having[at]?.has(sentence)));
};

/** The words of each clause of `words` that is not covered. `isNamed` tells the names, which are looked for by themselves. */
export const wordsUncovered = (
  words: readonly Word[],
  article: ArticleIndex,
  isNamed: (word: Word) => boolean,
): Word[] =>
  clausesOf(words.filter(word => !isNamed(word))).flatMap(clause => {
    const lacked = lacking(clause, article);
    return lacked.length >= fewestLacking && lacked.length > (1 - leastCovered) * clause.length ? lacked : [];
  });
