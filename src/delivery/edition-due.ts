/** Which edition is to be made now. */
import type { Archive } from '../archive/archive.ts';
import { listEditions } from '../archive/editions.ts';
import { weekdays } from '../edition/subscription.ts';
import { latestDelivery, nextDelivery, type Occasion } from './schedule.ts';
import { localDate } from './window.ts';

/** When editions are made: each day at `at`, `HH:MM`, in the zone. */
export interface Making {
  readonly at: string;
  readonly timeZone: string;
}

/**
 * The date, `YYYY-MM-DD`, of the edition that is to be made at `now`, an instant: the latest whose time has come, where
 * there is none of it or of a later date. An archive without editions gets today's at once, so that there is something to show.
 */
export const editionDue = async (archive: Archive, making: Making, now: string): Promise<string | undefined> => {
  const today = localDate(now, making.timeZone);
  // One of a later date was made by a clock that was ahead.
  const newest = (await listEditions(archive)).find(edition => edition.date <= today);
  if (newest === undefined) return today;
  const { date } = latestDelivery({ ...making, weekdays }, now);
  return newest.date < date ? date : undefined;
};

/** When an edition is made next after `now`, an instant. */
export const nextEdition = (making: Making, now: string): Occasion => nextDelivery({ ...making, weekdays }, now);
