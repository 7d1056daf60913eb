/** Writes one Deep Dive: what the writer says of a story, less every sentence that its article does not support. */
import {
  type Entry,
  entry as entrySchema,
  type Facets,
  facetNames,
  type GroundedSentence,
} from '../edition/edition.ts';
import { withoutCampaign } from '../edition/story.ts';
import type { Story } from './choosing/stories.ts';
import { checkGrounding } from './grounding.ts';
import { splitSentences } from './language/sentences.ts';
import { tagThemes } from './themes.ts';
import { bodyOf, type Draft, type Writer } from './writer.ts';

/** A single sentence tells no story. */
const fewestSentences = 2;

/** What came of writing: an entry, or the reason why there is none. */
export type Writing =
  | { readonly entry: Entry; readonly dropped: readonly GroundedSentence[]; readonly reason?: undefined }
  | { readonly entry?: undefined; readonly reason: string };

export interface EntryOptions {
  readonly writer: Writer;
  /** Date of the edition, `YYYY-MM-DD`; it stands in for that of an article that bears none. */
  readonly date: string;
}

/** The sentences of each facet, checked against the article. */
const checkDraft = ({ facets }: Draft, text: string) =>
  facetNames.map(name => ({
    name,
    sentences: splitSentences(facets[name] ?? '').map(
      (sentence): GroundedSentence => ({ sentence, ...checkGrounding(sentence, text) }),
    ),
  }));

const textOf = (sentences: readonly GroundedSentence[]): string => sentences.map(({ sentence }) => sentence).join(' ');

/**
 * Has `story` written and checked. Sentences without support are dropped, and with fewer than two left there is no entry.
 * @throws What the writer throws, and ZodError for what would be no entry, so that it takes no edition down with it.
 */
export const writeEntry = async (story: Story, { writer, date }: EntryOptions): Promise<Writing> => {
  const { id, company, article } = story;
  const checked = checkDraft(await writer.write(article), article.text).map(({ name, sentences }) => ({
    name,
    kept: sentences.filter(({ supported }) => supported),
    dropped: sentences.filter(({ supported }) => !supported),
  }));
  const grounding = checked.flatMap(({ kept }) => kept);
  const dropped = checked.flatMap(part => part.dropped);
  if (grounding.length < fewestSentences) {
    const of = dropped.length > 0 ? `, ${dropped.length} without support` : '';
    return { reason: `nothing to tell: ${grounding.length} supported sentences${of}, wanted ${fewestSentences}` };
  }
  const facets: Facets = Object.fromEntries(
    checked.filter(({ kept }) => kept.length > 0).map(({ name, kept }) => [name, textOf(kept)]),
  );
  const entry = entrySchema.parse({
    id,
    title: article.title || article.url,
    company,
    source: article.source,
    url: withoutCampaign(article.url),
    published: new Date(article.published ?? date).toISOString(),
    themes: tagThemes(article),
    body: bodyOf(facets),
    facets,
    grounding,
  });
  return { entry, dropped };
};
