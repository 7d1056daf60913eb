/** Everything that is measured of one summary. */
import { type FacetName, facetNames } from '../../src/edition/edition.ts';
import { checkGrounding } from '../../src/editor/grounding.ts';
import { wordsOf } from '../../src/editor/language/words.ts';
import { bodyOf } from '../../src/editor/writer.ts';
import type { EvaluatedArticle } from '../evaluated-article.ts';
import type { Summary } from '../summary.ts';
import { agreementOfThemes, isSameCompany } from './agreement.ts';
import { facetsOf, facetsSaid } from './facets.ts';
import { type Overlap, overlapOf } from './overlap.ts';
import { readingEase } from './readability.ts';

export interface Score {
  readonly sentences: number;
  /** Of these, by `checkGrounding`. */
  readonly grounded: number;
  /** Words of the summary over words of the article. */
  readonly compression: number;
  /** Undefined where nothing was written. */
  readonly readability: number | undefined;
  /** Facets that the writer names; undefined of a baseline. */
  readonly given: readonly FacetName[] | undefined;
  /** The rest is measured against a reference that tells something; undefined where there is none. */
  readonly told:
    | { readonly facets: readonly FacetName[]; readonly wanted: readonly FacetName[]; readonly overlap: Overlap }
    | undefined;
  readonly isCompanyRight: boolean | undefined;
  /** F1, 0 to 1. */
  readonly themes: number | undefined;
}

export const scoreOf = (summary: Summary, { article, reference }: EvaluatedArticle): Score => {
  const { sentences, facets, company, themes } = summary;
  const text = sentences.join(' ');
  const wanted = facetsOf(reference?.facets ?? {});
  return {
    sentences: sentences.length,
    grounded: sentences.filter(sentence => checkGrounding(sentence, article.text).supported).length,
    compression: wordsOf(text).length / Math.max(1, wordsOf(article.text).length),
    readability: readingEase(sentences),
    given: facets && facetNames.filter(name => facets[name] !== undefined),
    told:
      reference === undefined || wanted.length === 0
        ? undefined
        : {
            facets: facetsSaid(sentences, reference.facets),
            wanted,
            overlap: overlapOf(text, bodyOf(reference.facets)),
          },
    isCompanyRight:
      company === undefined || reference?.company === undefined ? undefined : isSameCompany(company, reference.company),
    themes:
      themes === undefined || reference?.themes === undefined ? undefined : agreementOfThemes(themes, reference.themes),
  };
};
