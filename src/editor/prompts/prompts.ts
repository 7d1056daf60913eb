/** The four prompts of the project with their data in place, each part of it fenced. */
import type { Article } from '../../edition/article.ts';
import { facetNames } from '../../edition/edition.ts';
import { themes } from '../../edition/theme.ts';
import { foldSpace } from '../language/sentences.ts';
import type { Draft, FacetRefusal, OverviewBrief, OverviewDraft, Refusal } from '../writer.ts';
import { fence } from './fence.ts';
import { entriesText, overviewDraftText, recentText, refusedText } from './overview-data.ts';
import type { FilledPrompt } from './prompt.ts';
import { fillPrompt, promptFile } from './prompt-file.ts';

/** What a model is told of an article; `text` as far as it has room for it. */
export type ArticleData = Pick<Article, 'title' | 'source' | 'text'>;

/** What a model is told of a day. */
export interface OverviewData extends OverviewBrief {
  /** How many of each entry are told at most; all of them where absent. */
  readonly sentences?: number;
}

const themeList = (): string => themes.map(({ slug, label }) => `- \`${slug}\`: ${label}`).join('\n');

const articleValues = ({ title, source, text }: ArticleData) => {
  const { tag, block } = fence('article', `Title: ${foldSpace(title)}\nSource: ${foldSpace(source)}\n\n${text}`);
  return { themes: themeList(), tag, article: block };
};

export const entryPrompt = (article: ArticleData): FilledPrompt =>
  fillPrompt(promptFile('entry'), articleValues(article));

const draftText = ({ facets, proposal }: Draft): string =>
  [
    ...facetNames.map(name => `${name}: ${foldSpace(facets[name] ?? 'null')}`),
    `company: ${foldSpace(proposal?.company ?? 'null')}`,
    `themes: ${(proposal?.themes ?? []).map(foldSpace).join(', ')}`,
  ].join('\n');

/** Asks once more for `draft`, of which `refusals` tells what the article does not support. */
export const entryRepairPrompt = (
  article: ArticleData,
  draft: Draft,
  refusals: readonly FacetRefusal[],
): FilledPrompt =>
  fillPrompt(promptFile('entry-repair'), {
    ...articleValues(article),
    draft: fence('draft', draftText(draft)).block,
    refused: fence(
      'refused',
      refusedText(refusals, ({ facet }) => `${facet}: `),
    ).block,
  });

const overviewValues = ({ entries, recent, sentences }: OverviewData) => {
  const { tag, block } = fence('entries', entriesText(entries, sentences));
  return { themes: themeList(), tag, entries: block, recent: fence('recent', recentText(recent)).block };
};

export const overviewPrompt = (data: OverviewData): FilledPrompt =>
  fillPrompt(promptFile('overview'), overviewValues(data));

/** Asks once more for `draft`, of which `refusals` tells what the entries do not support. */
export const overviewRepairPrompt = (
  data: OverviewData,
  draft: OverviewDraft,
  refusals: readonly Refusal[],
): FilledPrompt =>
  fillPrompt(promptFile('overview-repair'), {
    ...overviewValues(data),
    draft: fence('draft', overviewDraftText(draft, data.entries)).block,
    refused: fence('refused', refusedText(refusals)).block,
  });
