import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import {
  deliveryKey,
  finishDelivery,
  getDelivery,
  planDeliveries,
  postponeDelivery,
} from '../../src/archive/deliveries.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { markStanding } from '../../src/archive/parts.ts';
import { removeSubscription, saveSubscription, suspendSubscription } from '../../src/archive/subscriptions.ts';
import { dueDeliveries, isLate } from '../../src/delivery/due.ts';
import { anEdition } from '../an-edition.ts';
import { archiveForEach } from '../archive/contract/place.ts';
import { aSubscription } from './a-subscription.ts';
import { quickEngines } from './an-archive.ts';

const longAgo = '2026-01-01T00:00:00Z';
describe.each(quickEngines)('on $engine', ({ createPlace }) => {
  const current = archiveForEach(createPlace);
  let archive: Archive;
  beforeEach(async () => {
    archive = current();
  });

  /** Tuesday 31 March to Friday 3 April. */
  const keepEditions = async (...dates: readonly string[]) => {
    for (const date of dates) {
      await saveEdition(archive, anEdition({ date }), { until: `${date}T05:00:00Z`, builtAt: `${date}T05:00:00Z` });
    }
  };
  const dueAt = async (now: string) =>
    (await dueDeliveries(archive, now)).map(({ subscription, edition }) => `${subscription.channel} ${edition}`);
  const deliveryOf = (edition: string) => ({ platform: 'slack', workspace: 'T1', channel: 'C1', edition }) as const;
  const plan = (edition: string) =>
    planDeliveries(
      archive,
      [{ edition, parts: [{ place: 'parent', payload: 1 }], channels: [deliveryOf(edition)] }],
      longAgo,
    );
  const finish = async (edition: string) => {
    await plan(edition);
    await finishDelivery(archive, deliveryKey(deliveryOf(edition)), 'posted', longAgo);
  };

  describe('dueDeliveries', () => {
    it('complaint 17: brings each channel its edition at its own local time', async () => {
      await keepEditions('2026-04-01');
      await saveSubscription(archive, aSubscription({ channel: 'Berlin' }), longAgo);
      await saveSubscription(archive, aSubscription({ channel: 'Tokyo', timeZone: 'Asia/Tokyo' }), longAgo);
      expect(await dueAt('2026-03-31T22:59:00Z')).toEqual([]);
      expect(await dueAt('2026-03-31T23:00:00Z')).toEqual(['Tokyo 2026-04-01']);
      expect(await dueAt('2026-04-01T06:00:00Z')).toEqual(['Berlin 2026-04-01', 'Tokyo 2026-04-01']);
    });

    it('complaint 19: brings a late edition when it is ready', async () => {
      await saveSubscription(archive, aSubscription(), longAgo);
      expect(await dueAt('2026-04-01T06:00:00Z')).toEqual([]);
      await keepEditions('2026-04-01');
      expect(await dueAt('2026-04-01T09:17:00Z')).toEqual(['C1 2026-04-01']);
    });

    it('complaint 5: brings a channel that subscribes again nothing of what it had begun before', async () => {
      await keepEditions('2026-04-01', '2026-04-02');
      const subscribe = (at: string) => saveSubscription(archive, aSubscription(), at);
      await subscribe(longAgo);
      await plan('2026-04-01');
      expect(await removeSubscription(archive, aSubscription())).toBe(true);
      await subscribe('2026-04-03T12:00:00Z');
      expect(await dueAt('2026-04-03T12:01:00Z')).toEqual([]);
      expect(await getDelivery(archive, deliveryOf('2026-04-01'))).toBeUndefined();
    });

    it('does not go on by itself with a thread that was begun for a subscription of before', async () => {
      await keepEditions('2026-04-01');
      await saveSubscription(archive, aSubscription(), longAgo);
      await plan('2026-04-01');
      const part = { key: deliveryKey(deliveryOf('2026-04-01')), ordinal: 0 };
      await markStanding(archive, part, { id: 'm1', thread: 'm1' }, longAgo);
      await removeSubscription(archive, aSubscription());
      await saveSubscription(archive, aSubscription(), '2026-04-03T12:00:00Z');
      expect(await dueAt('2026-04-03T12:01:00Z')).toEqual([]);
      expect(await getDelivery(archive, deliveryOf('2026-04-01'))).toBeDefined();
    });

    it('complaint 4: brings the newest missed edition after an outage, and no backlog', async () => {
      await keepEditions('2026-03-31', '2026-04-01', '2026-04-02');
      await saveSubscription(archive, aSubscription(), longAgo);
      expect(await dueAt('2026-04-02T20:00:00Z')).toEqual(['C1 2026-04-02']);
      await finish('2026-04-02');
      expect(await dueAt('2026-04-02T20:01:00Z')).toEqual([]);
    });

    it('brings no edition of a week ago', async () => {
      await keepEditions('2026-03-31');
      await saveSubscription(archive, aSubscription(), longAgo);
      expect(await dueAt('2026-04-06T20:00:00Z')).toEqual(['C1 2026-03-31']);
      expect(await dueAt('2026-04-08T20:00:00Z')).toEqual([]);
    });

    it('complaint 5: floods no channel that has just subscribed', async () => {
      await keepEditions('2026-03-31', '2026-04-01');
      await saveSubscription(archive, aSubscription(), '2026-04-01T10:00:00Z');
      expect(await dueAt('2026-04-01T10:01:00Z')).toEqual([]);
      await keepEditions('2026-04-02');
      expect(await dueAt('2026-04-02T06:00:00Z')).toEqual(['C1 2026-04-02']);
    });

    it('takes no late edition from a channel that changes what it follows while it waits', async () => {
      await saveSubscription(archive, aSubscription(), longAgo);
      await saveSubscription(archive, aSubscription({ companies: ['Cloudflare'] }), '2026-04-01T06:05:00Z');
      await keepEditions('2026-04-01');
      expect(await dueAt('2026-04-01T09:17:00Z')).toEqual(['C1 2026-04-01']);
    });

    it('takes no edition from a channel that moves its time to one that has passed', async () => {
      await keepEditions('2026-04-01');
      await saveSubscription(archive, aSubscription({ at: '12:00' }), longAgo);
      await saveSubscription(archive, aSubscription({ at: '07:30' }), '2026-04-01T07:00:00Z');
      expect(await dueAt('2026-04-01T07:01:00Z')).toEqual(['C1 2026-04-01']);
    });

    it('brings nothing of yesterday to a channel that adds a weekday', async () => {
      await keepEditions('2026-04-01');
      await saveSubscription(archive, aSubscription({ weekdays: ['fri'] }), longAgo);
      await saveSubscription(archive, aSubscription({ weekdays: ['wed', 'fri'] }), '2026-04-02T07:00:00Z');
      expect(await dueAt('2026-04-02T07:01:00Z')).toEqual([]);
    });

    it('keeps to the weekdays, by the date of the edition', async () => {
      await keepEditions('2026-04-01', '2026-04-02');
      await saveSubscription(archive, aSubscription({ weekdays: ['wed'] }), longAgo);
      expect(await dueAt('2026-04-02T20:00:00Z')).toEqual(['C1 2026-04-01']);
      await finish('2026-04-01');
      expect(await dueAt('2026-04-02T20:00:00Z')).toEqual([]);
    });

    it('goes on with what a channel has begun to get, before what is newer', async () => {
      await keepEditions('2026-04-01');
      await saveSubscription(archive, aSubscription(), longAgo);
      await plan('2026-04-01');
      expect(await dueAt('2026-04-01T06:01:00Z')).toEqual(['C1 2026-04-01']);
      await keepEditions('2026-04-02');
      expect(await dueAt('2026-04-02T06:01:00Z')).toEqual(['C1 2026-04-01', 'C1 2026-04-02']);
    });

    it('leaves one that failed alone until it is to be tried again', async () => {
      await keepEditions('2026-04-01');
      await saveSubscription(archive, aSubscription(), longAgo);
      await plan('2026-04-01');
      const retryAt = '2026-04-01T06:10:00Z';
      await postponeDelivery(archive, deliveryKey(deliveryOf('2026-04-01')), { problem: 'Archived.', retryAt });
      expect(await dueAt('2026-04-01T06:09:59Z')).toEqual([]);
      expect(await dueAt(retryAt)).toEqual(['C1 2026-04-01']);
    });

    it('does not leave one alone for a year that failed while the clock was a year ahead', async () => {
      await keepEditions('2026-04-01');
      await saveSubscription(archive, aSubscription(), longAgo);
      await plan('2026-04-01');
      const retryAt = '2027-04-01T06:10:00Z';
      await postponeDelivery(archive, deliveryKey(deliveryOf('2026-04-01')), { problem: 'Archived.', retryAt });
      expect(await dueAt('2026-04-01T06:01:00Z')).toEqual(['C1 2026-04-01']);
    });

    it('goes on with all that a channel has begun, oldest first', async () => {
      await keepEditions('2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02');
      await saveSubscription(archive, aSubscription(), longAgo);
      for (const date of ['2026-03-31', '2026-03-30']) await plan(date);
      expect(await dueAt('2026-04-02T20:00:00Z')).toEqual(['C1 2026-03-30', 'C1 2026-03-31', 'C1 2026-04-02']);
    });

    it.each([
      ['3 days', ['2026-03-29', '2026-03-30', '2026-03-31'], '2026-04-01T05:00:00Z', ['C1 2026-03-31']],
      ['10 days', ['2026-03-20', '2026-03-21', '2026-03-22'], '2026-04-01T05:00:00Z', []],
      ['10 days, with the edition made since', ['2026-03-21', '2026-04-01'], '2026-04-01T06:00:00Z', ['C1 2026-04-01']],
    ])('after an outage of %s brings the newest of a week once', async (_, dates, now, due) => {
      await keepEditions(...dates);
      await saveSubscription(archive, aSubscription(), longAgo);
      expect(await dueAt(now)).toEqual(due);
      for (const one of due) await finish(one.slice('C1 '.length));
      expect(await dueAt(now)).toEqual([]);
    });

    it('tries a suspended channel again, at its time for another try and with each new edition', async () => {
      await keepEditions('2026-04-01');
      await saveSubscription(archive, aSubscription(), longAgo);
      await plan('2026-04-01');
      await suspendSubscription(archive, aSubscription(), 'It is archived.', '2026-04-01T06:00:00Z');
      const retryAt = '2026-04-01T07:00:00Z';
      await postponeDelivery(archive, deliveryKey(deliveryOf('2026-04-01')), { problem: 'It is archived.', retryAt });
      expect(await dueAt('2026-04-01T06:30:00Z')).toEqual([]);
      expect(await dueAt(retryAt)).toEqual(['C1 2026-04-01']);
      await keepEditions('2026-04-02');
      expect(await dueAt('2026-04-02T06:00:00Z')).toEqual(['C1 2026-04-01', 'C1 2026-04-02']);
    });

    it('begins no newer edition in a suspended channel that took the first message of one and not the rest', async () => {
      await keepEditions('2026-04-01', '2026-04-02');
      await saveSubscription(archive, aSubscription(), longAgo);
      await plan('2026-04-01');
      const parent = { key: deliveryKey(deliveryOf('2026-04-01')), ordinal: 0 };
      await markStanding(archive, parent, { id: '1', thread: '1' }, '2026-04-01T06:00:00Z');
      const now = '2026-04-02T06:00:00Z';
      expect(await dueAt(now)).toEqual(['C1 2026-04-01', 'C1 2026-04-02']);
      await suspendSubscription(archive, aSubscription(), 'No replies are allowed there.', '2026-04-01T06:00:00Z');
      expect(await dueAt(now)).toEqual(['C1 2026-04-01']);
      await finish('2026-04-01');
      expect(await dueAt(now)).toEqual(['C1 2026-04-02']);
    });

    it('brings no edition again to a channel that pulls its time forward and puts it back', async () => {
      await keepEditions('2026-04-01');
      await saveSubscription(archive, aSubscription(), longAgo);
      await finish('2026-04-01');
      for (const [at, timeZone] of [
        ['12:00', 'Europe/Berlin'],
        ['08:00', 'America/New_York'],
        ['08:00', 'Pacific/Kiritimati'],
      ] as const) {
        await saveSubscription(archive, aSubscription({ at, timeZone }), '2026-04-01T07:00:00Z');
        expect(await dueAt('2026-04-01T20:00:00Z')).toEqual([]);
      }
    });

    describe('where the clock is set back', () => {
      it('brings nothing again', async () => {
        await keepEditions('2026-04-01', '2026-04-02');
        await saveSubscription(archive, aSubscription(), longAgo);
        await finish('2026-04-02');
        expect(await dueAt('2026-04-01T20:00:00Z')).toEqual([]);
      });

      it('brings the editions of the right dates, though one of next year was brought before', async () => {
        await keepEditions('2026-04-01', '2027-04-01');
        await saveSubscription(archive, aSubscription(), longAgo);
        await finish('2027-04-01');
        expect(await dueAt('2026-04-01T20:00:00Z')).toEqual(['C1 2026-04-01']);
      });

      it('brings editions to a channel that subscribed next year', async () => {
        await keepEditions('2026-04-01');
        await saveSubscription(archive, aSubscription(), '2027-01-01T00:00:00Z');
        expect(await dueAt('2026-04-01T05:59:59Z')).toEqual([]);
        expect(await dueAt('2026-04-01T06:00:00Z')).toEqual(['C1 2026-04-01']);
      });
    });
  });
});

describe('isLate', () => {
  it.each([
    ['2026-04-01', 'Europe/Berlin', '2026-04-01T21:59:59Z', false],
    ['2026-04-01', 'Europe/Berlin', '2026-04-01T22:00:00Z', true],
    ['2026-04-01', 'America/Los_Angeles', '2026-04-02T06:59:59Z', false],
    ['2026-04-01', 'Pacific/Auckland', '2026-03-31T11:00:00Z', false],
    ['2026-04-01', 'Pacific/Auckland', '2026-04-01T11:00:00Z', true],
    ['2026-04-02', 'America/Los_Angeles', '2026-04-01T20:00:00Z', false],
  ])('knows the edition of %s to come late by the dates of %s: at %s %s', (edition, timeZone, now, late) => {
    expect(isLate({ timeZone }, edition, now)).toBe(late);
  });
});
