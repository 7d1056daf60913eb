/** Weekdays as people write them (`mon-fri`, `Mondays`, `daily`), and as they are read. */
import { type Weekday, weekdays } from './subscription.ts';

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const working: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
const sets: ReadonlyMap<string, readonly Weekday[]> = new Map([
  ['daily', weekdays],
  ['everyday', weekdays],
  ['all', weekdays],
  ['weekdays', working],
  ['workdays', working],
  ['weekend', ['sat', 'sun']],
  ['weekends', ['sat', 'sun']],
]);

export const nameOfWeekday = (weekday: Weekday): string => names[weekdays.indexOf(weekday)] ?? weekday;

/**
 * The weekdays that a text names, or undefined where it is something else. A range may run over the end of the week;
 * several stand behind each other, as in `Monday, Wednesday and fri-sun`.
 */
export const readWeekdays = (text: string): readonly Weekday[] | undefined => {
  const whole = readRange(text);
  if (whole !== undefined) return whole;
  const parts = text
    .split(/[\s,&]+/)
    .filter(part => part !== '' && part.toLowerCase() !== 'and')
    .map(readRange);
  const read = parts.filter(part => part !== undefined);
  return parts.length > 1 && read.length === parts.length ? [...new Set(read.flat())] : undefined;
};

const readRange = (text: string): readonly Weekday[] | undefined => {
  const folded = text.toLowerCase().replace(/\s/g, '');
  const set = sets.get(folded);
  if (set !== undefined) return set;
  const [first, last, ...more] = folded.split(/[-–]|\.\.|to/).map(weekdayOf);
  if (first === undefined || more.length > 0) return undefined;
  if (!/[-–.]|to/.test(folded)) return [first];
  if (last === undefined) return undefined;
  const length = ((weekdays.indexOf(last) - weekdays.indexOf(first) + 7) % 7) + 1;
  return [...weekdays, ...weekdays].slice(weekdays.indexOf(first)).slice(0, length);
};

const weekdayOf = (text: string): Weekday | undefined =>
  text.length < 2 ? undefined : weekdays.find((_, index) => isShortFor(text, names[index] ?? ''));

const isShortFor = (text: string, name: string): boolean => `${name.toLowerCase()}s`.startsWith(text);

/** `every day`, `Monday to Friday`, `Monday, Wednesday and Sunday`. */
export const describeWeekdays = (chosen: readonly Weekday[]): string => {
  const inOrder = weekdays.filter(weekday => chosen.includes(weekday));
  if (inOrder.length === weekdays.length) return 'every day';
  if (inOrder.join() === working.join()) return 'Monday to Friday';
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(inOrder.map(nameOfWeekday));
};
