/** A subscription to everything at eight in Berlin; each test overrides what it is about. */
import { type Subscription, weekdays } from '../../src/edition/subscription.ts';

export const aSubscription = (overrides: Partial<Subscription> = {}): Subscription => ({
  platform: 'slack',
  workspace: 'T1',
  channel: 'C1',
  themes: [],
  companies: [],
  at: '08:00',
  timeZone: 'Europe/Berlin',
  weekdays,
  tellsQuietDays: false,
  subscriber: 'U1',
  ...overrides,
});
