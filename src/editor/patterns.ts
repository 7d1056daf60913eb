/** Patterns Across Companies: the themes that two or more companies share, with what each of them did. */
import type { Entry, Pattern } from '../edition/edition.ts';
import { splitSentences } from './sentences.ts';
import { keySentences, type SharedTheme, themesByStrength } from './shared-themes.ts';

const mostPatterns = 4;
const mostCompanies = 4;

/** What the company did, in a sentence of its entry. */
const deedOf = (entry: Entry): string => {
  const { approach, problem, lesson, tradeoff } = keySentences(entry);
  return approach ?? problem ?? lesson ?? tradeoff ?? splitSentences(entry.body)[0] ?? '';
};

const patternOf = ({ slug, entries }: SharedTheme): Pattern => ({
  theme: slug,
  body: entries.map(entry => `${entry.company}: ${deedOf(entry)}`).join(' '),
  entries: entries.map(({ id }) => id),
});

/**
 * At most four patterns, the strongest first. Each names up to four companies, one entry each, and quotes a sentence of
 * that entry. A theme whose entries all stand in a pattern already is left out.
 */
export const patterns = (entries: readonly Entry[]): Pattern[] => {
  const told: SharedTheme[] = [];
  for (const theme of themesByStrength(entries)) {
    const shown = { slug: theme.slug, entries: theme.entries.slice(0, mostCompanies) };
    const isNew = !told.some(earlier => shown.entries.every(entry => earlier.entries.includes(entry)));
    if (shown.entries.length > 1 && isNew) told.push(shown);
    if (told.length === mostPatterns) break;
  }
  return told.map(patternOf);
};
