/** Shared themes: what the day's companies have in common, strongest first, and how well each entry tells it. */
import { type Entry, facetNames } from '../../edition/edition.ts';
import { splitSentences } from '../language/sentences.ts';
import { leansOnPrevious } from '../writing/leaning.ts';
import { styleOf } from '../writing/style.ts';

export interface SharedTheme {
  readonly slug: string;
  /** The best entry of each company, the best of all first. */
  readonly entries: readonly Entry[];
}

/** How much an entry is about the theme at each rank of its list, most certain first. */
const certainty = [1, 0.6, 0.4, 0.3];
const certaintyOf = (entry: Entry, slug: string): number => certainty[entry.themes.indexOf(slug)] ?? 0;

/** How well the entry tells: one for each facet, and its style. */
const tellingOf = ({ facets, body }: Entry): number => {
  const sentences = splitSentences(body);
  const style = sentences.reduce((sum, sentence) => sum + styleOf(sentence), 0) / Math.max(1, sentences.length);
  return facetNames.filter(name => facets[name] !== undefined).length + style;
};

const worthOf = (entry: Entry, slug: string): number => 4 * certaintyOf(entry, slug) + tellingOf(entry);

const bestPerCompany = (entries: readonly Entry[], slug: string): Entry[] => {
  const ranked = entries
    .filter(({ themes }) => themes.includes(slug))
    .sort((a, b) => worthOf(b, slug) - worthOf(a, slug) || a.id.localeCompare(b.id));
  return ranked.filter((entry, rank) => ranked.findIndex(({ company }) => company === entry.company) === rank);
};

/** How many companies share the theme, each as far as its entry is surely about it. */
export const strengthOf = ({ slug, entries }: SharedTheme): number =>
  entries.reduce((sum, entry) => sum + certaintyOf(entry, slug), 0);

/** Every theme of `entries`, the one that most companies are most surely about first; equal ones in the order of the day. */
export const themesByStrength = (entries: readonly Entry[]): SharedTheme[] => {
  const slugs = [...new Set(entries.flatMap(({ themes }) => themes))];
  return slugs
    .map(slug => ({ slug, entries: bestPerCompany(entries, slug) }))
    .sort((a, b) => strengthOf(b) - strengthOf(a) || b.entries.length - a.entries.length);
};

/** The sentences of a body that can be read without it, in order; all of them where none can. */
export const standaloneSentences = ({ body }: Entry): readonly string[] => {
  const sentences = splitSentences(body);
  const standalone = sentences.filter(sentence => !leansOnPrevious(sentence));
  return standalone.length > 0 ? standalone : sentences;
};
