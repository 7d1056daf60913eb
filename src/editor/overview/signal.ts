/** The Signal of the Day: the theme that most companies share, told by its best entry. */
import type { Entry, Signal } from '../../edition/edition.ts';
import { labelOfTheme } from '../../edition/theme.ts';
import { splitSentences } from '../language/sentences.ts';
import { leansOnPrevious } from '../writing/leaning.ts';
import { type SharedTheme, strengthOf, themesByStrength } from './shared-themes.ts';

const mostNamed = 4;
const mostSentences = 3;

const listFormat = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const companiesIn = (entries: readonly Entry[]): string => {
  const names = entries.map(({ company }) => company);
  if (names.length <= mostNamed) return listFormat.format(names);
  const shown = names.slice(0, mostNamed - 1);
  return listFormat.format([...shown, `${names.length - shown.length} more`]);
};

/** Problem, approach and what came of it, a sentence each; the first sentences of the body where the facets say too little. */
const bodyFrom = ({ facets, body }: Entry): string => {
  const { problem = '', approach = '', tradeoff = '', lesson = '' } = facets;
  const all = splitSentences(body);
  const told: string[] = [];
  for (const facet of [problem, approach, lesson === '' ? tradeoff : lesson]) {
    // One that leans on its predecessor is told only behind it.
    const next = splitSentences(facet).find(
      sentence => !leansOnPrevious(sentence) || (told.length > 0 && told.at(-1) === all[all.indexOf(sentence) - 1]),
    );
    if (next !== undefined) told.push(next);
  }
  const sentences = told.length > 1 ? told : all;
  return sentences.slice(0, mostSentences).join(' ');
};

/** A theme with those who share it: `Databases at Acme, Globex and Hooli`. */
export const atCompanies = (slug: string, entries: readonly Entry[]): string =>
  `${labelOfTheme(slug)} at ${companiesIn(entries)}`;

/** The theme with its companies; a single entry has its own title. */
export const headlineOf = (slug: string, entries: readonly Entry[]): string => {
  const [only, ...others] = entries;
  return only !== undefined && others.length === 0 ? only.title : atCompanies(slug, entries);
};

/** From this share of the strength of the strongest theme on, another is about as strong. */
const aboutAsStrong = 0.75;

/** The strongest theme; where it is no news, another that is and is shared as the strongest is. */
const newsAmong = (themes: readonly SharedTheme[], isNews: (entries: readonly Entry[]) => boolean) => {
  const [strongest] = themes;
  if (strongest === undefined) return undefined;
  const isRival = (theme: SharedTheme): boolean =>
    strengthOf(theme) >= aboutAsStrong * strengthOf(strongest) &&
    theme.entries.length > 1 === strongest.entries.length > 1;
  return themes.find(theme => isRival(theme) && isNews(theme.entries)) ?? strongest;
};

/**
 * The signal of `entries`: its headline names the theme and the companies, its body quotes the first of `entries` that
 * it cites. A day without a shared theme is told by its best entry under its own title; an empty day has an empty signal.
 *
 * @param isNews whether entries of one theme tell other than the Signal before; of themes about as strong, one that does is chosen.
 */
export const chooseSignal = (
  entries: readonly Entry[],
  isNews: (entries: readonly Entry[]) => boolean = () => true,
): Signal => {
  const theme = newsAmong(themesByStrength(entries), isNews);
  const [best] = theme?.entries ?? [];
  if (theme === undefined || best === undefined) return { headline: '', body: '', entries: [] };
  const headline = headlineOf(theme.slug, theme.entries);
  return { headline, body: bodyFrom(best), entries: theme.entries.map(({ id }) => id) };
};
