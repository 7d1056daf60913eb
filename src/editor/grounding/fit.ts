/** Fit: which sentences of the article a sentence speaks of, so that a claim can be looked for there and not just anywhere. */
import type { ArticleIndex } from './article-index.ts';
import type { Word } from './reading.ts';

/** What a word adds that stands in a neighbouring sentence only. */
const neighbourShare = 0.5;

/**
 * How well each sentence of the article fits `words`, weighed by how telling each is. A word in the sentence next to it
 * counts by half.
 *
 * @param nearness what each word counts for, from 0 to 1
 */
export const fitOf = (
  words: readonly Word[],
  article: ArticleIndex,
  nearness: (word: Word) => number = () => 1,
): Float64Array => {
  const fit = new Float64Array(article.sentences.length);
  for (const word of words) {
    if (!word.content) continue;
    const weight = article.weightOf(word.root) * nearness(word);
    const direct = article.sentencesWith(word.keys);
    const beside = new Set<number>();
    for (const sentence of direct) {
      fit[sentence] = (fit[sentence] ?? 0) + weight;
      for (const neighbour of [sentence - 1, sentence + 1]) if (!direct.has(neighbour)) beside.add(neighbour);
    }
    for (const sentence of beside) {
      if (sentence >= 0 && sentence < fit.length) fit[sentence] = (fit[sentence] ?? 0) + weight * neighbourShare;
    }
  }
  return fit;
};

export const bestFit = (fit: Float64Array): number => fit.reduce((a, b) => Math.max(a, b), 0);
