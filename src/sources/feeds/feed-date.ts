/** Reads the dates that feeds give: RFC 822 and ISO 8601 as they should be, and as they are. */

/** Longer texts are no dates. */
const longestDate = 100;

/** Full names by month in the languages of feeds seen; any beginning of three letters or more is read as that month. */
const monthNames: readonly (readonly string[])[] = [
  ['january', 'januar', 'janvier', 'janeiro', 'enero', 'gennaio'],
  ['february', 'februar', 'fevrier', 'fevereiro', 'febrero', 'febbraio'],
  ['march', 'marz', 'mrz', 'mars', 'marco', 'marzo', 'maerz', 'maart', 'mrt', 'marts'],
  ['april', 'avril', 'abril', 'aprile'],
  ['may', 'mai', 'maio', 'mayo', 'maggio', 'mei', 'maj'],
  ['june', 'juni', 'juin', 'junho', 'junio', 'giugno'],
  ['july', 'juli', 'juillet', 'julho', 'julio', 'luglio'],
  ['august', 'aout', 'agosto', 'augustus', 'augusti'],
  ['september', 'septembre', 'setembro', 'septiembre', 'settembre', 'sept'],
  ['october', 'oktober', 'octobre', 'outubro', 'octubre', 'ottobre'],
  ['november', 'novembre', 'novembro', 'noviembre'],
  ['december', 'dezember', 'decembre', 'dezembro', 'diciembre', 'dicembre', 'desember'],
];

const monthByBeginning: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap((names, index) =>
    names.flatMap(name =>
      Array.from({ length: name.length - 2 }, (_, extra): [string, number] => [name.slice(0, 3 + extra), index + 1]),
    ),
  ),
);

/** Hours east of Greenwich. RFC 822 names the American ones; the rest are common in feeds. A name not listed counts as UTC (RFC 5322 4.3). */
const zoneHours: ReadonlyMap<string, number> = new Map(
  `
  ast -4, adt -3, est -5, edt -4, cst -6, cdt -5, mst -7, mdt -6, pst -8, pdt -7, akst -9, akdt -8, hst -10, brt -3, art -3,
  wet 0, west 1, bst 1, cet 1, cest 2, mez 1, mesz 2, eet 2, eest 3, msk 3,
  ist 5.5, sgt 8, hkt 8, awst 8, jst 9, kst 9, aest 10, aedt 11, nzst 12, nzdt 13
  `
    .split(',')
    .map(entry => entry.trim().split(' '))
    .map(([zone = '', hours]) => [zone, Number(hours)]),
);

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The zero date of a program is that of its own zone, written in any. */
const endOfZero = Date.UTC(1970, 0, 2);

/** ISO 8601 writes years up to 9999 with four digits; a later one is a slip. */
const yearTenThousand = Date.UTC(10_000);

/**
 * The instant in ISO 8601, UTC. A date without a time is its midnight, a time without a zone is UTC.
 * Undefined for what cannot be read with certainty (`01/02/2020`) and for the zero dates of programs (year 1, the Unix epoch).
 */
export const parseFeedDate = (text: string): string | undefined => {
  if (text.length > longestDate) return undefined;
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}|\([^()]*\)/gu, '')
    .toLowerCase()
    .trim();
  const milliseconds = readTimestamp(plain) ?? readNumeric(plain) ?? readWorded(plain);
  if (milliseconds === undefined || milliseconds <= endOfZero || milliseconds >= yearTenThousand) return undefined;
  return new Date(milliseconds).toISOString();
};

/** Seconds or milliseconds since the epoch. */
const readTimestamp = (text: string): number | undefined => {
  if (/^\d{10}$/.test(text)) return Number(text) * 1000;
  return /^\d{13}$/.test(text) ? Number(text) : undefined;
};

/** `2026-11-25`, `2026-1-5 10:00 EST`, `20261125T10:00Z`, `2026-11`, `2026`: year first. */
const readNumeric = (text: string): number | undefined => {
  const match =
    /^(\d{4})(\d{2})(\d{2})(?!\d)(.*)$/s.exec(text) ??
    /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)(.*)$/s.exec(text) ??
    /^(\d{4})$/.exec(text);
  if (match === null) return undefined;
  const [, year, month = '1', day = '1', rest = ''] = match;
  return instant({ year: Number(year), month: Number(month), day: Number(day) }, readTime(rest));
};

/** `Wed, 25 Nov 2026 10:00:00 EST`, `Nov 25, 26`, `Wed Nov 25 10:00:00 UTC 2026`, `25 de novembro de 2026`. */
const readWorded = (text: string): number | undefined => {
  const time = readTime(text);
  const date = time === undefined ? text : text.replace(time.text, ' ');
  const month = readMonth(date);
  const numbers = date.match(/\d+/g) ?? [];
  const fourDigits = numbers.findIndex(number => number.length === 4);
  const yearAt = fourDigits === -1 ? 1 : fourDigits;
  const year = numbers[yearAt];
  const day = numbers.find((_, index) => index !== yearAt);
  if (month === undefined || year === undefined || day === undefined) return undefined;
  return instant({ year: fullYear(year), month, day: Number(day) }, time);
};

/** The last word that names a month: the first may be a weekday, as in `mar. 24 sept. 2019`. */
const readMonth = (text: string): number | undefined =>
  text
    .match(/[a-z]{3,}/g)
    ?.map(word => monthByBeginning.get(word))
    .findLast(month => month !== undefined);

/** Years of two and three digits as RFC 5322 section 4.3 reads them. */
const fullYear = (digits: string): number => {
  const year = Number(digits);
  if (digits.length === 3) return year + 1900;
  if (digits.length > 2) return year;
  return year < 50 ? year + 2000 : year + 1900;
};

interface Time {
  /** What of the text was read, zone included. */
  readonly text: string;
  /** Milliseconds since midnight UTC of the same date. */
  readonly milliseconds: number;
}

const readTime = (text: string): Time | undefined => {
  const match =
    /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([ap])\.?m\b\.?)? ?(?:gmt|utc?|z)? ?(?:([+-])(\d{1,2}):?(\d{2})?|([a-z]{1,5})\b)?/.exec(
      text,
    );
  if (match === null) return undefined;
  const [all, hours, minutes, seconds = '0', fraction = '0', half, sign, zoneHour = '0', zoneMinute = '0', zone] =
    match;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'p' ? 12 : 0);
  if (hour > 24 || Number(minutes) > 59 || Number(seconds) > 60) return undefined;
  /** Minutes east of Greenwich. */
  const east =
    zone === undefined
      ? Number(`${sign ?? ''}1`) * (Number(zoneHour) * 60 + Number(zoneMinute))
      : (zoneHours.get(zone) ?? 0) * 60;
  // No zone is further than 14 hours from Greenwich: a larger offset is a slip, and not believed.
  const offset = Math.abs(east) > 14 * 60 ? 0 : east;
  const sinceMidnight = hour * 3600 + Number(minutes) * 60 + Number(`${seconds}.${fraction}`);
  return { text: all, milliseconds: Math.floor((sinceMidnight - offset * 60) * 1000) };
};

/** Milliseconds since the epoch; undefined where the calendar has no such day. */
const instant = ({ year, month, day }: Day, time: Time | undefined): number | undefined => {
  const midnight = Date.UTC(year, month - 1, day);
  if (new Date(midnight).getUTCMonth() !== month - 1 || day < 1) return undefined;
  return midnight + (time?.milliseconds ?? 0);
};
