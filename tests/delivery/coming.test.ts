/** What comes next to a channel, as it is told: the very instants at which `dueDeliveries` brings it. */
import { describe, expect, it } from 'vitest';
import { planDeliveries } from '../../src/archive/deliveries.ts';
import { saveSubscription } from '../../src/archive/subscriptions.ts';
import { comesAt, type Waiting, waitingChannels } from '../../src/delivery/coming.ts';
import { weekdays } from '../../src/edition/subscription.ts';
import { archiveForEach } from '../archive/contract/place.ts';
import { aSubscription } from './a-subscription.ts';
import { quickEngines } from './an-archive.ts';

const making = { at: '07:30', timeZone: 'UTC' };
const longAgo = '2026-01-01T00:00:00Z';

const waiting = (overrides: Partial<Waiting> = {}): Waiting => ({
  at: '08:00',
  timeZone: 'Pacific/Auckland',
  weekdays,
  createdAt: longAgo,
  savedAt: longAgo,
  ...overrides,
});

describe('comesAt', () => {
  it.each([
    ['when it is made, in the evening', {}, '2026-11-25T05:00:00Z', '2026-11-25', '2026-11-25T07:30:00Z', true],
    ['when the next is made', {}, '2026-11-25T07:30:00Z', '2026-11-26', '2026-11-26T07:30:00Z', true],
    ['at its own time', { at: '21:00' }, '2026-11-25T07:30:00Z', '2026-11-25', '2026-11-25T08:00:00Z', false],
    ['at its own time', { timeZone: 'UTC' }, '2026-11-25T07:30:00Z', '2026-11-25', '2026-11-25T08:00:00Z', false],
    [
      'nothing of the day that it has',
      { timeZone: 'UTC', newest: '2026-11-25' },
      '2026-11-25T07:30:00Z',
      '2026-11-26',
      '2026-11-26T08:00:00Z',
      false,
    ],
    [
      'nothing that was due before it subscribed, made or not',
      { createdAt: '2026-11-24T23:00:00Z', savedAt: '2026-11-24T23:00:00Z' },
      '2026-11-24T23:00:00Z',
      '2026-11-26',
      '2026-11-26T07:30:00Z',
      true,
    ],
    [
      'on its weekdays',
      { weekdays: ['mon'] as const },
      '2026-11-25T05:00:00Z',
      '2026-11-30',
      '2026-11-30T07:30:00Z',
      true,
    ],
    [
      'though its clock was ahead when it subscribed',
      { timeZone: 'UTC', createdAt: '2031-01-01T00:00:00Z', savedAt: '2031-01-01T00:00:00Z' },
      '2026-11-25T07:30:00Z',
      '2026-11-25',
      '2026-11-25T08:00:00Z',
      false,
    ],
  ])('%s (%o at %s)', (_, overrides, now, date, instant, isOnceMade) => {
    expect(comesAt(waiting(overrides), making, now)).toEqual({ date, instant, isOnceMade });
  });

  it('may be on the day after its date, where the making is late and far away', () => {
    const late = { at: '23:30', timeZone: 'America/Los_Angeles' };
    expect(comesAt(waiting(), late, '2026-11-25T05:00:00Z')).toEqual({
      date: '2026-11-24',
      instant: '2026-11-25T07:30:00Z',
      isOnceMade: true,
    });
  });
});

describe.each(quickEngines)('waitingChannels on $engine', ({ createPlace }) => {
  const archive = archiveForEach(createPlace);

  it('knows what each has had, and overlooks what a clock that was ahead brought', async () => {
    const channels = ['C1', 'C2', 'C3'].map(channel => aSubscription({ channel }));
    for (const subscription of channels) await saveSubscription(archive(), subscription, longAgo);
    const [one, , three] = channels;
    const plans = [
      { edition: '2026-11-24', parts: [], channels: [one, three].flatMap(channel => channel ?? []) },
      { edition: '2027-11-24', parts: [], channels: [three].flatMap(channel => channel ?? []) },
    ];
    await planDeliveries(archive(), plans, longAgo);
    const all = await waitingChannels(archive(), '2026-11-25T05:00:00Z');
    expect(all.map(({ channel, newest }) => [channel, newest])).toEqual([
      ['C1', '2026-11-24'],
      ['C2', undefined],
      ['C3', '2026-11-24'],
    ]);
  });
});
