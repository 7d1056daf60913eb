/** Time zones by the names that people have for them: the city mostly. */
import { findName, type Lookup, type Named } from './lookup.ts';
import { timeZone } from './subscription.ts';

const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

let known: readonly Named[] | undefined;

/** The zones of this runtime, with their cities. */
export const timeZones = (): readonly Named[] => {
  known ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter(zone => zone !== 'UTC')].map(name => ({
    name,
    aliases: [cityOf(name)],
  }));
  return known;
};

/** The zone that is called so, however it is spelt: an IANA name or a city. */
export const findTimeZone = (typed: string): Lookup => {
  const { success } = timeZone.safeParse(typed);
  if (!success) return findName(typed, timeZones());
  return { match: new Intl.DateTimeFormat('en', { timeZone: typed }).resolvedOptions().timeZone, exact: true };
};
