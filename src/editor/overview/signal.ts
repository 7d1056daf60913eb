/** The Signal of the Day: the theme that most companies share, told by its best entry. */
import type { Entry, Signal } from '../../edition/edition.ts';
import { labelOfTheme } from '../../edition/theme.ts';
import { splitSentences } from '../language/sentences.ts';
import { leansOnPrevious } from '../writing/leaning.ts';
import { themesByStrength } from './shared-themes.ts';

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

/** What `entries` are about: `Databases at Acme, Globex and Hooli`; a single one has its own title. */
export const headlineOf = (slug: string, entries: readonly Entry[]): string => {
  const [only, ...others] = entries;
  return only !== undefined && others.length === 0 ? only.title : `${labelOfTheme(slug)} at ${companiesIn(entries)}`;
};

/**
 * The signal of `entries`: its headline names the theme and the companies, its body quotes the first of `entries` that
 * it cites. A day without a shared theme is told by its best entry under its own title; an empty day has an empty signal.
 */
export const chooseSignal = (entries: readonly Entry[]): Signal => {
  const [strongest] = themesByStrength(entries);
  const best = strongest?.entries[0];
  if (strongest === undefined || best === undefined) return { headline: '', body: '', entries: [] };
  const headline = headlineOf(strongest.slug, strongest.entries);
  return { headline, body: bodyFrom(best), entries: strongest.entries.map(({ id }) => id) };
};
