/** Units: their spellings, and what each is of the base unit of its dimension. */

export interface Unit {
  /** The name by which a unit goes here. */
  readonly name: string;
  readonly dimension: 'ratio' | 'times' | 'time' | 'bytes' | 'bandwidth' | 'money';
  /** How many of the base unit (1, second, byte, bit per second) it is. For money, 1: no currency is converted. */
  readonly factor: number;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const rows: readonly (readonly [name: string, dimension: Unit['dimension'], factor: number, spellings: string])[] = [
  ['%', 'ratio', 0.01, '%,percent,per cent,percentage points,percentage point'],
  ['x', 'times', 1, 'x,×,times,fold'],
  ['ns', 'time', 1e-9, 'ns,nanosecond,nanoseconds'],
  ['us', 'time', 1e-6, 'µs,μs,us,microsecond,microseconds'],
  ['ms', 'time', 1e-3, 'ms,msec,millisecond,milliseconds'],
  ['s', 'time', 1, 's,sec,secs,second,seconds'],
  ['min', 'time', minute, 'min,mins,minute,minutes'],
  ['h', 'time', hour, 'h,hr,hrs,hour,hours'],
  ['day', 'time', day, 'day,days'],
  ['week', 'time', 7 * day, 'week,weeks'],
  ['month', 'time', 30.4375 * day, 'month,months'],
  ['year', 'time', 365.25 * day, 'year,years'],
  ['decade', 'time', 3652.5 * day, 'decade,decades'],
  ['century', 'time', 36525 * day, 'century,centuries'],
  ['byte', 'bytes', 1, 'byte,bytes'],
  ['KB', 'bytes', 1e3, 'kb,kib,kilobyte,kilobytes'],
  ['MB', 'bytes', 1e6, 'mb,mib,megabyte,megabytes'],
  ['GB', 'bytes', 1e9, 'gb,gib,gigabyte,gigabytes'],
  ['TB', 'bytes', 1e12, 'tb,tib,terabyte,terabytes'],
  ['PB', 'bytes', 1e15, 'pb,pib,petabyte,petabytes'],
  ['Kbps', 'bandwidth', 1e3, 'kbps,kbit/s'],
  ['Mbps', 'bandwidth', 1e6, 'mbps,mbit/s'],
  ['Gbps', 'bandwidth', 1e9, 'gbps,gbit/s'],
  ['Tbps', 'bandwidth', 1e12, 'tbps,tbit/s'],
  ['$', 'money', 1, '$,dollar,dollars,usd'],
  ['€', 'money', 1, '€,euro,euros,eur'],
  ['£', 'money', 1, '£,pound,pounds,gbp'],
  ['¥', 'money', 1, '¥,yen,jpy'],
];

/** Each unit by each of its spellings, in lower case. */
export const units: ReadonlyMap<string, Unit> = new Map(
  rows.flatMap(([name, dimension, factor, spellings]) =>
    spellings.split(',').map(spelling => [spelling, { name, dimension, factor }] as const),
  ),
);

const byName: ReadonlyMap<string, Unit> = new Map([...units.values()].map(unit => [unit.name, unit]));
export const unitNamed = (name: string): Unit | undefined => byName.get(name);

/** Words for the pace at which something comes round, each with the unit that it counts by. */
export const paces: ReadonlyMap<string, string> = new Map([
  ['hourly', 'h'],
  ['daily', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['yearly', 'year'],
  ['annual', 'year'],
  ['annually', 'year'],
  ['decades-old', 'decade'],
]);
