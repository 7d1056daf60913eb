import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { deliveryKey, finishDelivery, planDeliveries, postponeDelivery } from '../../../src/archive/deliveries.ts';
import { markPosted, saveEdition } from '../../../src/archive/editions.ts';
import { saveSubscription, suspendSubscription } from '../../../src/archive/subscriptions.ts';
import type { Outcome } from '../../../src/archive/tables.ts';
import { lateEdition } from '../../../src/delivery/alerts/late-edition.ts';
import type { FindNews } from '../../../src/delivery/alerts/news.ts';
import { anEdition } from '../../an-edition.ts';
import type { ArchivePlace } from '../../archive/contract/place.ts';
import { aSubscription } from '../a-subscription.ts';
import { quickEngines } from '../an-archive.ts';

/** Eight in Berlin, in summer. */
const making = { at: '08:00', timeZone: 'Europe/Berlin' };
const due = '2026-04-02T06:00:00Z';
const longAgo = '2026-01-01T00:00:00Z';
const [yesterday, today] = ['2026-04-01', '2026-04-02'];
const channel = aSubscription();
const late = `edition-late/${today}`;

describe.each(quickEngines)('news of an edition ($engine)', ({ createPlace }) => {
  let place: ArchivePlace;
  let archive: Archive;
  let time: string;
  let why: string | undefined;
  let news: FindNews;
  const begin = () => {
    news = lateEdition({ archive, making, now: () => new Date(time), whyNotMade: async () => why });
  };
  beforeEach(async () => {
    place = await createPlace();
    archive = await place.open();
    time = due;
    why = undefined;
    begin();
  });
  afterEach(async () => {
    await archive.close();
    await place.remove();
  });

  const save = (date: string, builtAt: string) =>
    saveEdition(archive, anEdition({ date }), { until: builtAt, builtAt });
  const newsAt = (instant: string, ...told: readonly string[]) => {
    time = instant;
    return news(new Set(told));
  };
  const plan = () =>
    planDeliveries(
      archive,
      [{ edition: today, parts: [{ place: 'parent', payload: 'One.' }], channels: [channel] }],
      '2026-04-02T06:05:00Z',
    );
  const key = deliveryKey({ ...channel, edition: today });
  const finish = async (outcome: Outcome) => {
    await plan();
    await finishDelivery(archive, key, outcome, '2026-04-02T06:06:00Z');
  };

  describe('that was to be made', () => {
    beforeEach(() => save(yesterday, '2026-04-01T06:01:00Z'));

    it('is there from an hour after its time on, with why', async () => {
      expect(await newsAt('2026-04-02T06:59:59Z')).toEqual([]);
      why = 'The last time it failed: the disk is full.';
      const text =
        'The edition of 2026-04-02 is late: it was to be made on Thursday 2 April at 08:00, Europe/Berlin, and is not there. The last time it failed: the disk is full.';
      expect(await newsAt('2026-04-02T07:00:00Z')).toEqual([{ key: late, text }]);
    });

    it('says where to look where nobody knows why', async () => {
      const [one] = await newsAt('2026-04-02T07:00:00Z');
      expect(one?.text).toMatch(/Why is not known here: look into the log/);
    });

    it('is none where it was told, and is again of the next day', async () => {
      expect(await newsAt('2026-04-02T12:00:00Z', late)).toEqual([]);
      const next = await newsAt('2026-04-03T07:00:00Z', late);
      expect(next.map(one => one.key)).toEqual(['edition-late/2026-04-03']);
    });

    it('is that it is there, where it was told that it is late, and once', async () => {
      await save(today, '2026-04-02T07:30:00Z');
      expect(await newsAt('2026-04-02T07:31:00Z')).toEqual([]);
      const there = { key: `edition-there/${today}`, text: 'The edition of 2026-04-02 is there.' };
      expect(await newsAt('2026-04-02T07:31:00Z', late)).toEqual([there]);
      expect(await newsAt('2026-04-02T07:32:00Z', late, there.key)).toEqual([]);
    });

    it('is that a later one is there in its place', async () => {
      await save('2026-04-03', '2026-04-03T06:01:00Z');
      const [one, ...others] = await newsAt('2026-04-03T06:02:00Z', late);
      expect(others).toEqual([]);
      expect(one?.key).toBe(`edition-there/${today}`);
      expect(one?.text).toMatch(/^The edition of 2026-04-03 is there\. That of 2026-04-02 was left out/);
    });
  });

  it('is none of a new archive before there was an hour to make one', async () => {
    time = '2026-04-02T15:00:00Z';
    begin();
    expect(await newsAt('2026-04-02T15:59:00Z')).toEqual([]);
    const [one] = await newsAt('2026-04-02T16:01:00Z');
    expect(one?.key).toBe(late);
  });

  describe('that is made', () => {
    beforeEach(async () => {
      await saveSubscription(archive, channel, longAgo);
      await save(today, '2026-04-02T06:01:00Z');
    });
    const muchLater = '2026-04-02T07:02:00Z';

    it('is that it was posted nowhere, where a channel waits for an hour', async () => {
      expect(await newsAt('2026-04-02T07:00:59Z')).toEqual([]);
      const text =
        'The edition of 2026-04-02 is late: it is made, 1 channel waits for it, and it was posted nowhere. Is a process running that delivers?';
      expect(await newsAt(muchLater)).toEqual([{ key: late, text }]);
    });

    it('says what keeps it from the first channel of which that is known', async () => {
      await saveSubscription(archive, aSubscription({ channel: 'C0' }), longAgo);
      await plan();
      const problem = 'The bot is not in C1: invite it there with /invite.';
      await postponeDelivery(archive, key, { problem, retryAt: '2026-04-02T09:00:00Z' });
      const [one] = await newsAt(muchLater);
      expect(one?.text).toMatch(/2 channels wait for it.* invite it there with \/invite\.$/);
    });

    it('says of a channel that takes nothing why it does not', async () => {
      await suspendSubscription(archive, channel, 'C1 is archived.', longAgo);
      expect((await newsAt(muchLater))[0]?.text).toMatch(/C1 is archived\.$/);
    });

    it('is none where it stands in any channel', async () => {
      await markPosted(archive, today, '2026-04-02T06:05:00Z');
      expect(await newsAt(muchLater)).toEqual([]);
    });

    it.each(['quiet', 'superseded'] as const)('is none where it was nothing for anybody: %s', async outcome => {
      await finish(outcome);
      expect(await newsAt(muchLater)).toEqual([]);
    });

    it('is that it was posted nowhere, where a platform refused it', async () => {
      await finish('failed');
      expect((await newsAt(muchLater)).map(one => one.key)).toEqual([late]);
    });

    it('is none before the time of the channel, nor for who subscribed later', async () => {
      await saveSubscription(archive, aSubscription({ at: '12:00' }), longAgo);
      expect(await newsAt(muchLater)).toEqual([]);
      expect((await newsAt('2026-04-02T11:00:00Z')).map(one => one.key)).toEqual([late]);
    });

    it('counts from when it was made, where that was late itself', async () => {
      await saveEdition(archive, anEdition({ date: today }), {
        until: due,
        builtAt: '2026-04-02T10:00:00Z',
        replace: true,
      });
      expect(await newsAt('2026-04-02T10:59:00Z')).toEqual([]);
      expect((await newsAt('2026-04-02T11:00:00Z')).map(one => one.key)).toEqual([late]);
    });

    it('is there once it was posted, and not before, where it was told that it is late', async () => {
      expect(await newsAt('2026-04-02T06:02:00Z', late)).toEqual([]);
      await markPosted(archive, today, '2026-04-02T08:05:00Z');
      expect((await newsAt('2026-04-02T08:06:00Z', late)).map(one => one.key)).toEqual([`edition-there/${today}`]);
    });
  });
});
