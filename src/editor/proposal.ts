/** What becomes of the company and the themes that a writer takes a story for: ours stand, and what they leave open it may fill. */
import type { Article } from '../edition/article.ts';
import { type ThemeSlug, themes } from '../edition/theme.ts';
import { type Mention, namedCompany, namesIn } from './attribution/company-mentions.ts';
import type { Attribution } from './company.ts';
import { mostThemes, tagThemes, themesWithEvidence } from './themes.ts';
import type { Proposal } from './writer.ts';

/** Named less often in the text, a company is an example. */
const fewestNamings = 3;

const isNamed = (company: string, { title, text }: Article): boolean => {
  const isIt = (mention: Mention): boolean => mention.company === company && !mention.ordinary;
  return namesIn(title).some(isIt) || namesIn(text).filter(isIt).length >= fewestNamings;
};

/** The company that our rules found; where they found none, the proposed one if it is known and the article names it. */
export const settleCompany = (article: Article, ours: Attribution, { company = '' }: Proposal = {}): string => {
  if (!ours.isDefault) return ours.company;
  const proposed = namedCompany(company);
  return proposed !== undefined && isNamed(proposed, article) ? proposed : ours.company;
};

const slugOf = (proposed: string): ThemeSlug | undefined =>
  themes.find(({ slug, label }) => [slug, label].some(name => name.toLowerCase() === proposed.trim().toLowerCase()))
    ?.slug;

/** Our themes, most certain first, then those proposed for which the article has evidence of its own; at most four. */
export const settleThemes = (article: Article, { themes: proposed = [] }: Proposal = {}): readonly ThemeSlug[] => {
  const evident = new Set(themesWithEvidence(article));
  const further = proposed.flatMap(name => slugOf(name) ?? []).filter(slug => evident.has(slug));
  return [...new Set([...tagThemes(article), ...further])].slice(0, mostThemes);
};
