/** The stretch of time that an edition covers: everything that appeared in (since, until]. */
import { Temporal } from 'temporal-polyfill';

export interface Window {
  /** Instant, ISO 8601 in UTC, excluded. */
  readonly since: string;
  /** Instant, ISO 8601 in UTC, included. */
  readonly until: string;
}

/** What a first edition covers, when there is none before it. */
const firstHours = 24;
/** After a long outage an edition goes back this far and no further: a digest of old news is no digest. */
const longestDays = 7;

export interface WindowInputs {
  /** Date of the edition, `YYYY-MM-DD`. */
  readonly date: string;
  /** Local time of day at which the date's news ends, `HH:MM`, in `timeZone`. */
  readonly at: string;
  readonly timeZone: string;
  /** The present instant, ISO 8601. */
  readonly now: string;
  /** Where the latest earlier edition ended, ISO 8601. */
  readonly previousUntil?: string | undefined;
  /** Where the edition of this date ended that is written anew, ISO 8601: what it told belongs to no other. */
  readonly ownUntil?: string | undefined;
}

/** Thrown for a date that no edition can have yet. */
export class FutureDateError extends Error {
  readonly code = 'future-date';
  override readonly name = 'FutureDateError';
}

/** The date that it is in a zone at an instant, `YYYY-MM-DD`. */
export const localDate = (now: string, timeZone: string): string =>
  Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** Throws FutureDateError for a date, `YYYY-MM-DD`, that has not come yet in the zone at `now`. */
export const checkArrived = (date: string, now: string, timeZone: string): void => {
  const today = localDate(now, timeZone);
  if (Temporal.PlainDate.compare(date, today) <= 0) return;
  throw new FutureDateError(
    `${date} has not come yet: today is ${today} in ${timeZone}. Ask for today or an earlier date.`,
  );
};

/**
 * Today's edition reaches up to now, an earlier one to its date's `at`, or to where it ended when it was first written. A time that a clock change skips counts as the
 * moment after it (Temporal's "compatible" rule).
 * @throws FutureDateError for a date after today.
 */
export const editionWindow = ({ date, at, timeZone, now, previousUntil, ownUntil }: WindowInputs): Window => {
  checkArrived(date, now, timeZone);
  const ended = ownUntil ?? Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: at }).toInstant();
  const until = Temporal.Instant.from(date === localDate(now, timeZone) ? now : ended);
  return windowEnding(until.toString(), previousUntil);
};

/**
 * The window that ends at `until`, an instant.
 * @param previousUntil Where the latest earlier edition ended; undefined where there is none.
 */
export const windowEnding = (until: string, previousUntil: string | undefined): Window => {
  const end = Temporal.Instant.from(until);
  const earliest = end.subtract({ hours: longestDays * 24 });
  const since = previousUntil ? Temporal.Instant.from(previousUntil) : end.subtract({ hours: firstHours });
  return {
    since: (Temporal.Instant.compare(since, earliest) < 0 ? earliest : since).toString(),
    until: end.toString(),
  };
};
