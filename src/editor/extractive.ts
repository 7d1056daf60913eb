/** The extractive writer: the article's own sentences, chosen by role and centrality. No network, no key, no invention. */
import { facetNames } from '../edition/edition.ts';
import type { Writer } from './writer.ts';
import { candidatesOf } from './writing/candidates.ts';
import { bestStory } from './writing/telling.ts';

/** Writes by quoting; the same article always gives the same draft. */
export const extractiveWriter: Writer = {
  name: 'extractive',
  async write(article) {
    const story = bestStory(candidatesOf(article), article.title);
    const told = facetNames
      .filter(name => story[name].length > 0)
      .map(name => [name, story[name].map(({ sentence }) => sentence.text).join(' ')]);
    return { facets: Object.fromEntries(told) };
  },
};
