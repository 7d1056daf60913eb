/** A morning on which many workspaces want their edition at the same moment, each in ten channels. */
import type { Archive } from '../../src/archive/archive.ts';
import type { Subscription } from '../../src/edition/subscription.ts';
import { themes } from '../../src/edition/theme.ts';
import { aSubscription, date, fillArchive } from '../busy-day.ts';

export const channelsPerWorkspace = 10;

/** Nine in the morning in UTC, at which all of them are due. */
export const dueAt = `${date}T09:00:00Z`;

/** The same moment on that day in other places. */
const localTimes: readonly Pick<Subscription, 'at' | 'timeZone'>[] = [
  { at: '09:00', timeZone: 'UTC' },
  { at: '10:00', timeZone: 'Europe/London' },
  { at: '11:00', timeZone: 'Europe/Berlin' },
  { at: '14:30', timeZone: 'Asia/Kolkata' },
  { at: '05:00', timeZone: 'America/New_York' },
];

const companies = (count: number): Pick<Subscription, 'themes' | 'companies'> => ({
  themes: [],
  companies: Array.from({ length: count }, (_, place) => `Company ${place}`),
});
const theme = (place: number): Pick<Subscription, 'themes' | 'companies'> => ({
  themes: themes.slice(place, place + 1).map(({ slug }) => slug),
  companies: [],
});

/** What channels follow: from a single entry to all of the day, which makes threads of 2 to 18 messages, six on average. */
const filters = [
  { themes: [], companies: [] },
  theme(0),
  theme(15),
  companies(1),
  theme(1),
  theme(2),
  companies(2),
  companies(3),
  companies(4),
  companies(5),
];

/** What goes wrong in a workspace for as long as the morning lasts. */
export type Trouble = 'none' | 'rate-limited' | 'slow';

/** One workspace of twenty has trouble. */
export const troubleOf = (workspace: number): Trouble => {
  if (workspace % 20 !== 7) return 'none';
  return workspace % 40 === 7 ? 'rate-limited' : 'slow';
};

/** Subscriptions of one workspace: the same choices for the same place among the workspaces, in whichever run. */
export const subscriptionsOf = (
  workspace: string,
  place: number,
  channels: readonly string[],
): readonly Subscription[] =>
  channels.map((channel, index) => ({
    ...aSubscription(channel, 0),
    ...chosen(filters, place * channelsPerWorkspace + index),
    ...localTimes[place % localTimes.length],
    workspace,
  }));

/** Spreads choices evenly and without a pattern that comes again in each workspace: the golden ratio's multiples. */
const chosen = <Choice>(choices: readonly Choice[], place: number): Choice | undefined =>
  choices[Math.floor(((place * 0.618_033_988_749_895) % 1) * choices.length)];

/** Keeps the edition of the day, and who is to get it. */
export const fillMorning = (archive: Archive, subscriptions: readonly Subscription[]): Promise<void> =>
  fillArchive(archive, subscriptions);
