/** Which facets of a reference a summary says, whether it calls them so or not: one measure for writers and baselines alike. */
import { n } from 'js-rouge';
import { type FacetName, type Facets, facetNames } from '../../src/edition/edition.ts';
import { contentStems } from '../../src/editor/language/words.ts';

/**
 * From here on a sentence says a facet: F1 of the stems of content words. Fixed on the references alone, before any writer
 * was run: of sentences about another facet of the same story, which share its subject, 95 in 100 stay below 0.21, and
 * each facet of the text that has two references, in other words each, reaches 0.24 at least.
 */
export const saysFrom = 0.22;

/** How much a sentence says of a facet, 0 to 1. */
export const closeness = (sentence: string, facet: string): number => {
  if (contentStems(sentence).length === 0 || contentStems(facet).length === 0) return 0;
  return n(sentence, facet, { n: 1, tokenizer: contentStems });
};

/** Facets that `reference` has. */
export const facetsOf = (reference: Facets): readonly FacetName[] =>
  facetNames.filter(name => reference[name] !== undefined);

/** Those of which some sentence says enough. */
export const facetsSaid = (sentences: readonly string[], reference: Facets): readonly FacetName[] =>
  facetsOf(reference).filter(name =>
    sentences.some(sentence => closeness(sentence, reference[name] ?? '') >= saysFrom),
  );
