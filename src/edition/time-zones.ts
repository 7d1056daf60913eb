/** Time zones by the names that people have for them: the city mostly. */
import { Temporal } from 'temporal-polyfill';
import { findName, type Lookup, type Named } from './lookup.ts';

/** Zones that this runtime lists under a name that IANA has given up since (https://data.iana.org/time-zones/tzdb/backward). */
const renamed: ReadonlyMap<string, string> = new Map([
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Coral_Harbour', 'America/Atikokan'],
  ['America/Godthab', 'America/Nuuk'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis'],
  ['America/Louisville', 'America/Kentucky/Louisville'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Pacific/Enderbury', 'Pacific/Kanton'],
  ['Pacific/Ponape', 'Pacific/Pohnpei'],
  ['Pacific/Truk', 'Pacific/Chuuk'],
]);

const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

let known: readonly Named[] | undefined;

/** The zones of this runtime, with their cities. */
export const timeZones = (): readonly Named[] => {
  known ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter(zone => zone !== 'UTC')].map(listed => {
    const name = renamed.get(listed) ?? listed;
    return { name, aliases: name === listed ? [cityOf(name)] : [cityOf(name), cityOf(listed)] };
  });
  return known;
};

/** The zone that is called so, however it is spelt: an IANA name, an offset such as `+02:00`, or a city. */
export const findTimeZone = (typed: string): Lookup => {
  const match = identifierOf(typed);
  return match === undefined ? findName(typed, timeZones()) : { match, exact: true };
};

/** In IANA's spelling, by the name that was asked for: `Intl` would make `America/Panama` of `EST`, and take `BST` for a zone of Asia. */
const identifierOf = (typed: string): string | undefined => {
  try {
    return new Temporal.ZonedDateTime(0n, typed).timeZoneId;
  } catch {
    return undefined;
  }
};
