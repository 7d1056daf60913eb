/** Lead-4: the first four sentences of the prose, which for news is a summary that is hard to beat. */
import type { Article } from '../../src/edition/article.ts';
import { proseOf } from '../../src/editor/writing/prose.ts';

/** Sentences of a baseline: one for each facet. */
export const baselineLength = 4;

/** Of what the extractive writer reads too: headings, code, captions and thanks are left out. */
export const leadOf = (article: Article): readonly string[] =>
  proseOf(article)
    .slice(0, baselineLength)
    .map(({ text }) => text);
