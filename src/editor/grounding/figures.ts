/** Figures: numbers as values with units, so that `4.2 million` and `4,200,000`, `40%` and `40 percent`, `three` and `3` are equal. */

export interface Figure {
  /** As written. */
  readonly text: string;
  readonly value: number;
  /** Normalised unit (`%`, `x`, `ms`, `GB`, `$` …); empty where none that we know stands beside it. */
  readonly unit: string;
}

const numberWords: Readonly<Record<string, number>> = {
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  dozen: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

const multipliers: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  t: 1e12,
  tn: 1e12,
  trillion: 1e12,
  hundred: 100,
  dozen: 12,
};

const units: Readonly<Record<string, string>> = {
  '%': '%',
  percent: '%',
  'per cent': '%',
  x: 'x',
  '×': 'x',
  times: 'x',
  fold: 'x',
  ms: 'ms',
  msec: 'ms',
  millisecond: 'ms',
  milliseconds: 'ms',
  µs: 'us',
  us: 'us',
  microsecond: 'us',
  microseconds: 'us',
  ns: 'ns',
  nanosecond: 'ns',
  nanoseconds: 'ns',
  s: 's',
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  min: 'min',
  mins: 'min',
  minute: 'min',
  minutes: 'min',
  h: 'h',
  hr: 'h',
  hrs: 'h',
  hour: 'h',
  hours: 'h',
  day: 'day',
  days: 'day',
  week: 'week',
  weeks: 'week',
  month: 'month',
  months: 'month',
  year: 'year',
  years: 'year',
  kb: 'KB',
  kib: 'KB',
  kilobytes: 'KB',
  mb: 'MB',
  mib: 'MB',
  megabytes: 'MB',
  gb: 'GB',
  gib: 'GB',
  gigabytes: 'GB',
  tb: 'TB',
  tib: 'TB',
  terabytes: 'TB',
  pb: 'PB',
  petabytes: 'PB',
  gbps: 'Gbps',
  mbps: 'Mbps',
  tbps: 'Tbps',
};

const byLength = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');
const currency = '[$€£¥]';
const digits = `\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)*`;
const figurePattern = new RegExp(
  `(?<![\\p{L}\\p{N}_.]|\\p{L}/)(${currency})?\\s?(${digits}|(?:${byLength(Object.keys(numberWords))})(?![\\p{L}]))` +
    `(?:[\\s-]?(${byLength(Object.keys(multipliers))})(?![\\p{L}\\p{N}]))?` +
    `(?:[\\s-]?(${byLength(Object.keys(units))})(?![\\p{L}\\p{N}]))?`,
  'giu',
);

/** The figures of `text`. Version numbers of three parts and more, and digits inside a name (`S3`, `v10`), are none. */
export const figuresOf = (text: string): Figure[] =>
  [...text.matchAll(figurePattern)].flatMap(([whole, sign = '', number = '', multiplier = '', unit = '']) => {
    const plain = number.replaceAll(',', '').toLowerCase();
    const value = numberWords[plain] ?? Number(plain);
    if (!Number.isFinite(value)) return [];
    const times = multipliers[multiplier.toLowerCase()] ?? 1;
    return [
      { text: whole.trim(), value: Number((value * times).toPrecision(12)), unit: units[unit.toLowerCase()] ?? sign },
    ];
  });

/** True where one of `known` says the same: an equal value with the same unit, or with none on that side. */
export const isStated = (figure: Figure, known: readonly Figure[]): boolean =>
  known.some(
    ({ value, unit }) => value === figure.value && (unit === figure.unit || unit === '' || figure.unit === ''),
  );
