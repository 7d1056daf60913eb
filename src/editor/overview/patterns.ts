/** Patterns Across Companies: the themes that two or more companies share, with what each of them did. */
import type { Entry, Pattern } from '../../edition/edition.ts';
import { cueStrength } from '../writing/roles.ts';
import { fewestCompanies } from './checking.ts';
import { companiesNamed, companiesOf } from './companies.ts';
import { type SharedTheme, standaloneSentences, themesByStrength } from './shared-themes.ts';

export const mostPatterns = 4;
const mostCompanies = 4;

/** What it costs to say again what another pattern has quoted. */
const priceOfQuotedAgain = 4;

/** What it costs to name a company whose entry the pattern may not cite. */
const priceOfStranger = 3;

const namesStranger = (sentence: string, entry: Entry): boolean =>
  companiesNamed(sentence, [entry]).difference(companiesOf([entry])).size > 0;

/** How well a sentence tells what the company did: in words of doing, as the approach, and best under its own name alone. */
const deedStrength = (sentence: string, entry: Entry): number => {
  const { company, facets } = entry;
  return (
    cueStrength('approach', sentence) +
    (facets.approach?.includes(sentence) ? 2 : 0) +
    (sentence.startsWith(company) ? 3 : sentence.includes(company) ? 2 : 0) -
    (facets.problem?.includes(sentence) ? 3 : 0) -
    (namesStranger(sentence, entry) ? priceOfStranger : 0)
  );
};

/** The sentence of the body that tells best what the company did, rather one that no pattern has quoted yet. */
const deedOf = (entry: Entry, quoted: ReadonlySet<string>): string => {
  const [best] = standaloneSentences(entry)
    .map(sentence => ({
      sentence,
      strength: deedStrength(sentence, entry) - (quoted.has(sentence) ? priceOfQuotedAgain : 0),
    }))
    .sort((a, b) => b.strength - a.strength);
  return best?.sentence ?? entry.body;
};

/** The company speaks for itself, or is named in front. */
const attributed = (sentence: string, company: string): string =>
  sentence.startsWith(company) ? sentence : `${company}: ${sentence}`;

const isNew = ({ slug, entries }: SharedTheme, told: readonly SharedTheme[]): boolean =>
  !told.some(earlier => earlier.slug === slug || entries.every(entry => earlier.entries.includes(entry)));

const shownOf = ({ slug, entries }: SharedTheme): SharedTheme => ({ slug, entries: entries.slice(0, mostCompanies) });

const isShared = ({ entries }: SharedTheme): boolean => entries.length >= fewestCompanies;

/** Quotes a sentence of each entry; what is quoted is added to `quoted`. */
const tell = ({ slug, entries }: SharedTheme, quoted: Set<string>): Pattern => {
  const deeds = entries.map(entry => {
    const deed = deedOf(entry, quoted);
    quoted.add(deed);
    return attributed(deed, entry.company);
  });
  return { theme: slug, body: deeds.join(' '), entries: entries.map(({ id }) => id) };
};

/**
 * At most four patterns, the strongest first. Each names up to four companies, one entry each, and quotes a sentence of
 * that entry. A theme whose entries all stand in a pattern already is left out.
 *
 * @param kept patterns of `entries` that there are already; they come first, and count.
 */
export const patterns = (entries: readonly Entry[], kept: readonly Pattern[] = []): Pattern[] => {
  const told = kept.map(
    ({ theme, entries: ids }): SharedTheme => ({
      slug: theme,
      entries: entries.filter(({ id }) => ids.includes(id)),
    }),
  );
  for (const theme of themesByStrength(entries).map(shownOf).filter(isShared)) {
    if (told.length < mostPatterns && isNew(theme, told)) told.push(theme);
  }
  const quoted = new Set<string>();
  return [...kept, ...told.slice(kept.length).map(theme => tell(theme, quoted))];
};

/** The pattern of one theme, where two companies share it. */
export const patternOf = (slug: string, entries: readonly Entry[]): Pattern | undefined => {
  const theme = themesByStrength(entries).find(theme => theme.slug === slug);
  return theme && isShared(theme) ? tell(shownOf(theme), new Set()) : undefined;
};
