/** The trail of an edition: what was decided on each article, and why; for `build --explain`. */
import type { Article } from '../edition/article.ts';
import type { Entry } from '../edition/edition.ts';
import type { OtherTelling, Story } from './choosing/stories.ts';
import { explainThemes } from './themes.ts';
import type { Outcome } from './write-up.ts';

/** Terms named for each theme. */
const mostTerms = 4;

/** What became of an article: that of its story, or `merged` where another telling of the story was kept. */
export interface Decision {
  readonly url: string;
  readonly title: string;
  /** Name of the source that tells it. */
  readonly source: string;
  /** Company that it is about. */
  readonly company: string;
  readonly decision: Outcome['decision'] | 'merged';
  readonly reasons: readonly string[];
}

const subjectOf = ({ company, article: { url, title, source } }: Story | OtherTelling) => ({
  url,
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
        reasons: [`${other.kind} as ${story.article.url} of ${story.article.source}`],
      }),
    ),
  ]);
