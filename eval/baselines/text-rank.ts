/**
 * TextRank for sentences (Mihalcea and Tarau, "TextRank: Bringing Order into Texts", EMNLP 2004). The one library that does
 * this for Node starts from random scores and adds one to every sum of weights, so the paper is followed here.
 */
import type { Article } from '../../src/edition/article.ts';
import { proseOf } from '../../src/editor/writing/prose.ts';
import { baselineLength } from './lead.ts';

/** Both as in the paper: section 2.2 and figure 1. */
const damping = 0.85;
const converged = 0.0001;
/** Walks settle long before; a bound, so that no text can make it go on for ever. */
const mostRounds = 1000;

/** Section 4.1: words in common over the logarithms of the lengths, so that long sentences are not favoured. */
export const similarity = (a: readonly string[], b: readonly string[]): number => {
  const lengths = Math.log(a.length) + Math.log(b.length);
  return lengths > 0 ? new Set(a).intersection(new Set(b)).size / lengths : 0;
};

/**
 * The score of each sentence, given as stems of its content words: WS(i) = (1 − d) + d · Σj w(j, i) / Σk w(j, k) · WS(j).
 */
export const textRank = (sentences: readonly (readonly string[])[]): readonly number[] => {
  const weights = sentences.map((a, i) => sentences.map((b, j) => (i === j ? 0 : similarity(a, b))));
  const totals = weights.map(row => row.reduce((sum, weight) => sum + weight, 0));
  let scores = sentences.map(() => 1);
  for (let round = 0; round < mostRounds; round += 1) {
    const next = weights.map(row => {
      const votes = row.map((weight, j) => (weight === 0 ? 0 : (weight / (totals[j] ?? 1)) * (scores[j] ?? 0)));
      return 1 - damping + damping * votes.reduce((sum, vote) => sum + vote, 0);
    });
    const change = Math.max(0, ...next.map((score, i) => Math.abs(score - (scores[i] ?? 0))));
    scores = next;
    if (change < converged) break;
  }
  return scores;
};

/** The four highest sentences of the prose in the order of the article; of equals the earlier. */
export const textRankOf = (article: Article): readonly string[] => {
  const prose = proseOf(article);
  const scores = textRank(prose.map(({ stems }) => stems));
  return prose
    .toSorted((a, b) => (scores[b.index] ?? 0) - (scores[a.index] ?? 0) || a.index - b.index)
    .slice(0, baselineLength)
    .toSorted((a, b) => a.index - b.index)
    .map(({ text }) => text);
};
