/** Writes one Deep Dive: what is drafted of a story, under its company and its themes. */
import type { Article } from '../edition/article.ts';
import { type Entry, entry as entrySchema, type FacetName, type GroundedSentence } from '../edition/edition.ts';
import { withoutCampaign } from '../edition/story.ts';
import type { Story } from './choosing/stories.ts';
import type { Attribution } from './company.ts';
import { type DraftingOptions, draft, fewestSentences } from './drafting.ts';
import { settleCompany, settleThemes } from './proposal.ts';
import { withoutInstructions } from './safety/instructions.ts';
import { bodyOf } from './writer.ts';

/** What came of writing: an entry, or the reason why there is none. */
export type Writing =
  | {
      readonly entry: Entry;
      readonly dropped: readonly GroundedSentence[];
      /** Facets that are quoted where the writer's own words failed. */
      readonly quoted: readonly FacetName[];
      /** What of the article speaks to a model and no writer saw. */
      readonly removed: readonly string[];
      readonly reason?: undefined;
    }
  | { readonly entry?: undefined; readonly reason: string };

export interface EntryOptions extends DraftingOptions {
  /** Date of the edition, `YYYY-MM-DD`; it stands in for that of an article that bears none. */
  readonly date: string;
  /** Whom an article is about by our own rules. */
  readonly attribute: (article: Article) => Attribution;
}

/**
 * Has `story` written and checked. Sentences without support are dropped, and with fewer than two left there is no entry.
 * @throws What the writer throws that quotes, and ZodError for what would be no entry, so that it takes no edition down with it.
 */
export const writeEntry = async (story: Story, options: EntryOptions): Promise<Writing> => {
  const { id, company } = story;
  const { article, removed } = withoutInstructions(story.article);
  const { facets, grounding, dropped, quoted, proposal } = await draft(article, { ...options, company, removed });
  if (grounding.length < fewestSentences) {
    const of = dropped.length > 0 ? `, ${dropped.length} without support` : '';
    return { reason: `nothing to tell: ${grounding.length} supported sentences${of}, wanted ${fewestSentences}` };
  }
  const entry = entrySchema.parse({
    id,
    title: article.title || article.url,
    company: proposal ? settleCompany(article, options.attribute(article), proposal) : company,
    source: article.source,
    url: withoutCampaign(article.url),
    published: new Date(article.published ?? options.date).toISOString(),
    themes: settleThemes(article, proposal),
    body: bodyOf(facets),
    facets,
    grounding,
  });
  return { entry, dropped, quoted, removed };
};
