/** What each channel asked for: everything or some of it, at a local time in one of several zones, on all days or some. */
import { type Subscription, type Weekday, weekdays } from '../../src/edition/subscription.ts';
import type { Place } from '../torture/chats.ts';

/** Local times whose instants lie between the making of an edition and that of the next, or before both; one that a clock change skips. */
const times: readonly Pick<Subscription, 'at' | 'timeZone'>[] = [
  { at: '09:30', timeZone: 'Asia/Tokyo' },
  { at: '08:00', timeZone: 'Europe/Berlin' },
  { at: '02:30', timeZone: 'America/New_York' },
  { at: '13:00', timeZone: 'Asia/Kolkata' },
  { at: '09:15', timeZone: 'Europe/London' },
  { at: '08:00', timeZone: 'America/Los_Angeles' },
  { at: '18:30', timeZone: 'Australia/Lord_Howe' },
  { at: '17:00', timeZone: 'UTC' },
];
const workdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** A third of the channels each: everything, themes, companies. */
const filters: readonly Pick<Subscription, 'themes' | 'companies'>[] = [
  { themes: [], companies: [] },
  { themes: ['databases', 'event-streaming', 'caching'], companies: [] },
  { themes: [], companies: ['Northwind', 'Tidewater', 'Kestrel'] },
  { themes: [], companies: [] },
  { themes: ['observability', 'zero-trust', 'identity-access', 'ci-cd'], companies: [] },
  { themes: ['containers'], companies: ['Larkspur', 'Marlowe'] },
];

const of = <Item>(index: number, items: readonly Item[]): Item => {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('There is nothing to take from.');
  return item;
};

/** What the `index`-th channel asked for. */
export const subscriptionOf = ({ platform, workspace, channel }: Place, index: number): Subscription => ({
  ...{ platform, workspace, channel },
  ...of(index, filters),
  ...of(Math.floor(index / filters.length) + index, times),
  weekdays: index % 5 === 4 ? workdays : weekdays,
  tellsQuietDays: index % 2 === 0,
  subscriber: 'U1',
});
