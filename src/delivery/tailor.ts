/** What of an edition a channel gets: its entries, with Signal and Patterns chosen anew among them. */
import type { Edition } from '../edition/edition.ts';
import type { Subscription } from '../edition/subscription.ts';
import { patterns } from '../editor/overview/patterns.ts';
import { chooseSignal } from '../editor/overview/signal.ts';

/**
 * The edition with the entries of any of the themes or companies, and of what else was published that of the companies;
 * as it is where neither is named.
 */
export const editionFor = (
  edition: Edition,
  { themes, companies }: Pick<Subscription, 'themes' | 'companies'>,
): Edition => {
  if (themes.length === 0 && companies.length === 0) return edition;
  const wanted = { themes: new Set(themes), companies: new Set(companies) };
  const entries = edition.deepDives.filter(
    entry => wanted.companies.has(entry.company) || entry.themes.some(theme => wanted.themes.has(theme)),
  );
  return {
    ...edition,
    deepDives: entries,
    signal: chooseSignal(entries),
    patterns: patterns(entries),
    alsoPublished: edition.alsoPublished.filter(({ company }) => wanted.companies.has(company)),
  };
};

/** Whether an edition has nothing to tell. */
export const isQuiet = ({ deepDives, alsoPublished }: Edition): boolean =>
  deepDives.length === 0 && alsoPublished.length === 0;
