/** The trail of an edition: what was decided on each article, and why. */
import { z } from 'zod';
import type { Article } from '../edition/article.ts';
import type { Entry } from '../edition/edition.ts';
import { canonicalUrl } from '../edition/story.ts';
import type { OtherTelling, Story } from './choosing/stories.ts';
import { explainThemes } from './themes.ts';
import type { Outcome } from './write-up.ts';

/** Terms named for each theme. */
const mostTerms = 4;

/** What became of an article: that of its story, or `merged` where another telling of the story was kept. */
export const decisionKinds = ['deep-dive', 'also-published', 'merged', 'published-before'] as const satisfies readonly (
  | Outcome['decision']
  | 'merged'
)[];
export type DecisionKind = (typeof decisionKinds)[number];

/** What stands above those of a kind, where they are listed. */
export const decisionTitles: Readonly<Record<DecisionKind, string>> = {
  'deep-dive': 'Deep Dives',
  'also-published': 'Also published',
  merged: 'Other tellings of the same story',
  'published-before': 'Told or listed by an earlier edition',
};

export const decision = z
  .object({
    /** Address at which it was read; empty where there is none. */
    url: z.string(),
    /** Address by which the feed lists it, where that leads to another. */
    listedAs: z.string().exactOptional(),
    title: z.string(),
    /** Name of the source that tells it. */
    source: z.string(),
    /** Company that it is about. */
    company: z.string(),
    decision: z.enum(decisionKinds),
    /** Of one that is merged: the address of the telling that was kept. */
    mergedInto: z.string().exactOptional(),
    /** For a person, the deciding one first. */
    reasons: z.array(z.string()).readonly(),
  })
  .readonly();

export type Decision = z.infer<typeof decision>;

const subjectOf = ({ company, article: { url, title, source, item } }: Story | OtherTelling) => ({
  url,
  ...(canonicalUrl(item.url) !== canonicalUrl(url) && { listedAs: item.url }),
  title,
  source,
  company,
});

/** The terms that speak most for each theme of an entry. */
const whyThemes = (article: Article, { themes }: Entry): readonly string[] =>
  explainThemes(article)
    .filter(({ theme }) => themes.includes(theme))
    .map(
      ({ theme, terms }) =>
        `theme ${theme}: ${terms
          .slice(0, mostTerms)
          .map(({ term }) => term)
          .join(', ')}`,
    );

/**
 * One decision for each article: the kept telling of every story, followed by those that gave way to it.
 * @param whyCompany the reasons for which an article is about its company
 */
export const decisionsOn = (
  outcomes: readonly Outcome[],
  whyCompany: (article: Article) => readonly string[],
): readonly Decision[] =>
  outcomes.flatMap(({ story, decision, reasons, entry }) => [
    {
      ...subjectOf(story),
      decision,
      reasons: [
        ...reasons,
        `about ${story.company}: ${whyCompany(story.article).join('; ')}`,
        ...(entry === undefined ? [] : whyThemes(story.article, entry)),
      ],
    },
    ...story.others.map(
      (other): Decision => ({
        ...subjectOf(other),
        decision: 'merged',
        mergedInto: story.article.url,
        reasons: [`${other.kind} as ${story.article.url} of ${story.article.source}`],
      }),
    ),
  ]);
