/**
 * What of an edition a channel gets: its entries, with Signal and Patterns as far as they rest on these. What they say of the
 * days before is said of the editions, whatever a channel had of them: it stays with what stays, and is not said of what is
 * chosen anew among the entries.
 */
import type { Edition, Entry, Pattern, Signal } from '../edition/edition.ts';
import type { Subscription } from '../edition/subscription.ts';
import { patterns } from '../editor/overview/patterns.ts';
import { chooseSignal } from '../editor/overview/signal.ts';

/** Whether something is cited and all of it is among `entries`. */
const restsOn = (entries: readonly Entry[], { entries: ids }: Signal | Pattern): boolean =>
  ids.length > 0 && ids.every(id => entries.some(entry => entry.id === id));

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
    signal: restsOn(entries, edition.signal) ? edition.signal : chooseSignal(entries),
    patterns: patterns(
      entries,
      edition.patterns.filter(pattern => restsOn(entries, pattern)),
    ),
    alsoPublished: edition.alsoPublished.filter(({ company }) => wanted.companies.has(company)),
  };
};

/** Whether an edition has nothing to tell. */
export const isQuiet = ({ deepDives, alsoPublished }: Edition): boolean =>
  deepDives.length === 0 && alsoPublished.length === 0;
