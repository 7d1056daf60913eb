/** Complaints 1, 3, 4, 5, 17, 18 and 19: what a channel of Slack gets, and when, as days go by. */
import { describe, expect, it } from 'vitest';
import type { Subscription } from '../../src/edition/subscription.ts';
import { openingsOf } from '../e2e/daily-edition.ts';
import { startDelivering } from '../e2e/slack-delivering.ts';

const minute = 60_000;
const hour = 60 * minute;

/** A channel with these settings, beside the one of the stage, and a clock to set. */
const startChannel = async (overrides: Partial<Subscription>) => {
  const stage = await startDelivering();
  const channel = await stage.channelWith(overrides);
  let now = Date.parse('2026-04-01T09:00:00Z');
  /** Looks at what is due at an instant; returns how many editions the channel has then. */
  const lookAt = async (instant: number): Promise<number> => {
    await stage.deliverAfter(instant - now);
    now = instant;
    return stage.threads(channel).length;
  };
  return {
    ...stage,
    channel,
    lookAt: (instant: string) => lookAt(Date.parse(instant)),
    /** Looks every half hour from one instant to another; returns the instants at which an edition came. */
    lookFrom: async (from: string, to: string): Promise<readonly string[]> => {
      const came: string[] = [];
      for (let at = Date.parse(from), had = stage.threads(channel).length; at <= Date.parse(to); at += 30 * minute) {
        const has = await lookAt(at);
        if (has > had) came.push(new Date(at).toISOString().slice(0, 16));
        had = has;
      }
      return came;
    },
  };
};

describe('complaint 1 (FeedCord #16, bsky.rss #249): a flood when the program restarts', () => {
  it('an edition is posted once, however often the program starts, and goes on where it was broken off', async () => {
    const { stage, slack, deliverAfter, threads } = await startDelivering();
    slack.fail('chat.postMessage', { kind: 'error', error: 'is_archived' }, { call: 3 });
    await deliverAfter(0);
    expect(threads()).toEqual([openingsOf('2026-04-01').slice(0, 2)]);
    for (let start = 0; start < 3; start += 1) {
      await stage.restart();
      await deliverAfter(hour);
      await deliverAfter(minute);
    }
    expect(threads()).toEqual([openingsOf('2026-04-01')]);
  });
});

describe('complaint 3 (maester #1994): two schedules in UTC for summer and winter, of which a late one posts twice', () => {
  it.each([
    ['a time that comes twice', '02:30', '2026-10-25', ['2026-10-25T00:30']],
    ['a time that is left out', '02:30', '2027-03-28', ['2027-03-28T01:00']],
    ['an hour of the morning after the change', '08:00', '2026-10-25', ['2026-10-25T07:00']],
  ])('a channel has one edition a local date, looked at in whichever hours: %s', async (_, at, date, expected) => {
    const { make, lookAt, lookFrom } = await startChannel({ at, timeZone: 'Europe/Berlin' });
    const midnight = new Date(Date.parse(date) - 2 * hour).toISOString();
    await lookAt(midnight);
    await make(date);
    expect(await lookFrom(midnight, `${date}T22:30:00Z`)).toEqual(expected);
  });
});

describe('complaints of a machine that was off', () => {
  it('complaint 4 (FeedCord #86): the newest edition is posted late, once, and says of which day it is', async () => {
    const { slack, channel, make, lookAt, threads } = await startChannel({ at: '08:00', timeZone: 'UTC' });
    for (const date of ['2026-04-02', '2026-04-03', '2026-04-04']) await make(date);
    await lookAt('2026-04-05T03:00:00Z');
    await lookAt('2026-04-05T04:00:00Z');
    expect(threads(channel)).toEqual([openingsOf('2026-04-04')]);
    const [parent] = slack.messages(channel);
    expect(JSON.stringify(parent?.blocks)).toContain('The edition of Saturday 4 April, delivered late.');
  });

  it('complaint 19 (open-multi-agent #557, benefits-api #1570): a look that is hours late still brings the edition', async () => {
    const { lookAt, threads, channel } = await startChannel({ at: '08:00', timeZone: 'UTC' });
    await lookAt('2026-04-01T19:00:00Z');
    expect(threads(channel)).toEqual([openingsOf('2026-04-01')]);
  });
});

describe('complaint 5 (RSS-to-Telegram #642): re-enabling floods the backlog', () => {
  it('a channel that subscribes again after weeks gets what comes from then on', async () => {
    const { stage, user, channel, make, lookAt, threads } = await startChannel({ at: '08:00', timeZone: 'UTC' });
    await lookAt('2026-04-01T10:00:00Z');
    await stage.ask('unsubscribe', { user, channel });
    for (const date of ['2026-04-02', '2026-04-20', '2026-04-21', '2026-04-22']) await make(date);
    await lookAt('2026-04-22T10:00:00Z');
    await stage.ask('subscribe at:08:00 zone:UTC', { user, channel });
    await lookAt('2026-04-22T11:00:00Z');
    expect(threads(channel)).toEqual([openingsOf('2026-04-01')]);
    await make('2026-04-23');
    await lookAt('2026-04-23T08:00:00Z');
    expect(threads(channel)).toEqual([openingsOf('2026-04-01'), openingsOf('2026-04-23')]);
  });

  it('a subscription that was suspended for weeks gets the newest edition alone', async () => {
    const { slack, channel, make, lookAt, threads } = await startChannel({ at: '08:00', timeZone: 'UTC' });
    slack.archive(channel);
    for (const date of ['2026-04-02', '2026-04-03', '2026-04-20', '2026-04-21']) {
      await make(date);
      await lookAt(`${date}T09:00:00Z`);
    }
    slack.unarchive(channel);
    await lookAt('2026-04-21T20:00:00Z');
    await lookAt('2026-04-22T07:00:00Z');
    expect(threads(channel)).toEqual([openingsOf('2026-04-21')]);
  });
});

describe('complaint 17 (TrendRadar #509): a time of sending that has no zone and cannot cross midnight', () => {
  it.each([
    ['00:30', 'America/New_York', '2026-06-10T04:30'],
    ['23:30', 'America/Los_Angeles', '2026-06-11T06:30'],
    ['23:30', 'Pacific/Auckland', '2026-06-10T11:30'],
    ['00:00', 'Asia/Kolkata', '2026-06-09T18:30'],
  ])('the edition of 10 June comes at %s of that day in %s', async (at, timeZone, instant) => {
    const { make, lookAt, lookFrom } = await startChannel({ at, timeZone });
    await lookAt('2026-06-09T09:00:00Z');
    await make('2026-06-10');
    expect(await lookFrom('2026-06-09T09:30:00Z', '2026-06-11T12:00:00Z')).toEqual([instant]);
  });
});

describe('complaint 18 (OpenCTI #4310, RemindMe #359): a digest that is one hour off in summer', () => {
  it('comes at eight in Berlin on each day around both changes of the clock', async () => {
    const { make, lookAt, lookFrom } = await startChannel({ at: '08:00', timeZone: 'Europe/Berlin' });
    await lookAt('2026-10-23T21:00:00Z');
    for (const date of ['2026-10-24', '2026-10-25', '2026-10-26']) await make(date);
    expect(await lookFrom('2026-10-23T21:30:00Z', '2026-10-26T10:00:00Z')).toEqual([
      '2026-10-24T06:00',
      '2026-10-25T07:00',
      '2026-10-26T07:00',
    ]);
    await lookAt('2027-03-26T21:00:00Z');
    for (const date of ['2027-03-27', '2027-03-28', '2027-03-29']) await make(date);
    expect(await lookFrom('2027-03-26T21:30:00Z', '2027-03-29T10:00:00Z')).toEqual([
      '2027-03-27T07:00',
      '2027-03-28T06:00',
      '2027-03-29T06:00',
    ]);
  });
});
