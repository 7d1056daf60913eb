/** When a channel gets its edition: a local time of day on chosen weekdays, as instants, clock changes included. */
import { Temporal } from 'temporal-polyfill';
import { spokenDate } from '../edition/dates.ts';
import { type Subscription, weekdays } from '../edition/subscription.ts';

export type Schedule = Pick<Subscription, 'at' | 'timeZone' | 'weekdays'>;

/** One delivery: the local date is what it is known by, whatever the clock says when it happens. */
export interface Occasion {
  /** Local date, `YYYY-MM-DD`. */
  readonly date: string;
  /** ISO 8601 in UTC. */
  readonly instant: string;
}

/** A weekday comes again within a week, or two where a zone that changed sides of the date line left one out. */
const longestWait = 15;

/** The first delivery after the instant `after`, ISO 8601. Throws RangeError for a schedule without weekdays. */
export const nextDelivery = (schedule: Schedule, after: string): Occasion => {
  // A time of the day before may lie after midnight, where the clock change skips it.
  const first = dateAt(after, schedule.timeZone).subtract({ days: 1 });
  const next = occasions(schedule, first, 1).find(({ instant }) => isAfter(instant, after));
  if (next === undefined) throw new RangeError('A schedule needs a weekday.');
  return next;
};

/** The delivery that `now`, ISO 8601, has reached last. Throws RangeError for a schedule without weekdays. */
export const latestDelivery = (schedule: Schedule, now: string): Occasion => {
  const latest = occasions(schedule, dateAt(now, schedule.timeZone), -1).find(({ instant }) => !isAfter(instant, now));
  if (latest === undefined) throw new RangeError('A schedule needs a weekday.');
  return latest;
};

/** The delivery of `date`, `YYYY-MM-DD`, where the schedule has one that day. */
export const deliveryOn = (schedule: Schedule, date: string): Occasion | undefined =>
  occasions(schedule, Temporal.PlainDate.from(date), 1)
    .take(1)
    .find(occasion => occasion.date === date);

/** "Thursday 26 November at 08:00", in the schedule's own zone. */
export const describeDelivery = ({ instant }: Pick<Occasion, 'instant'>, timeZone: string): string =>
  `${spokenDate(dateAt(instant, timeZone).toString())} at ${timeIn(instant, timeZone)}`;

/** The local time of day at an instant, `HH:MM`. */
export const timeIn = (instant: string, timeZone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' });

const dateAt = (instant: string, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate();

/** Whether the instant `a` is later than `b`, both ISO 8601. */
export const isAfter = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b);

/** The deliveries of the dates from `first` on, forwards or backwards in time. Lazy, since the first of them mostly will do. */
const occasions = (schedule: Schedule, first: Temporal.PlainDate, direction: 1 | -1): IteratorObject<Occasion> =>
  dates(first, direction)
    .filter(date => isChosen(date, schedule))
    .map(date => ({ date: date.toString(), instant: instantOn(date, schedule).toString() }));

function* dates(first: Temporal.PlainDate, direction: 1 | -1): Generator<Temporal.PlainDate> {
  for (let days = 0; days <= longestWait; days++) yield first.add({ days: days * direction });
}

const isChosen = (date: Temporal.PlainDate, schedule: Schedule): boolean => {
  const weekday = weekdays[date.dayOfWeek - 1];
  return weekday !== undefined && schedule.weekdays.includes(weekday) && exists(date, schedule.timeZone);
};

/** A zone that moves over the date line leaves out a whole date, as Pacific/Apia did with 30 December 2011. */
const exists = (date: Temporal.PlainDate, timeZone: string): boolean =>
  date.toZonedDateTime(timeZone).toPlainDate().equals(date);

/** The first of two where the time occurs twice; where a clock change skips it, the moment of the change, which is the first after it. */
const instantOn = (date: Temporal.PlainDate, { at, timeZone }: Schedule): Temporal.Instant => {
  const wanted = date.toPlainDateTime(at);
  const local = wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (local.toPlainDateTime().equals(wanted)) return local.toInstant();
  return (local.getTimeZoneTransition('next') ?? local).toInstant();
};
