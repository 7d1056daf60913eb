import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { deliveryKey, finishDelivery, planDelivery, postponeDelivery } from '../../src/archive/deliveries.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { saveSubscription } from '../../src/archive/subscriptions.ts';
import { dueDeliveries } from '../../src/delivery/due.ts';
import { anEdition } from '../an-edition.ts';
import { aSubscription } from './a-subscription.ts';

const longAgo = '2026-01-01T00:00:00Z';
let archive: Archive;
beforeEach(async () => {
  archive = await openArchive({ path: ':memory:' });
});
afterEach(() => archive.close());

/** Tuesday 31 March to Friday 3 April. */
const keepEditions = async (...dates: readonly string[]) => {
  for (const date of dates) {
    await saveEdition(archive, anEdition({ date }), { until: `${date}T05:00:00Z`, builtAt: `${date}T05:00:00Z` });
  }
};
const dueAt = async (now: string) =>
  (await dueDeliveries(archive, now)).map(({ subscription, edition }) => `${subscription.channel} ${edition}`);
const deliveryOf = (edition: string) => ({ platform: 'slack', workspace: 'T1', channel: 'C1', edition }) as const;
const finish = async (edition: string) => {
  await planDelivery(archive, deliveryOf(edition), [], longAgo);
  await finishDelivery(archive, deliveryKey(deliveryOf(edition)), longAgo);
};

describe('dueDeliveries', () => {
  it('brings each channel its edition at its own local time', async () => {
    await keepEditions('2026-04-01');
    await saveSubscription(archive, aSubscription({ channel: 'Berlin' }), longAgo);
    await saveSubscription(archive, aSubscription({ channel: 'Tokyo', timeZone: 'Asia/Tokyo' }), longAgo);
    expect(await dueAt('2026-03-31T22:59:00Z')).toEqual([]);
    expect(await dueAt('2026-03-31T23:00:00Z')).toEqual(['Tokyo 2026-04-01']);
    expect(await dueAt('2026-04-01T06:00:00Z')).toEqual(['Berlin 2026-04-01', 'Tokyo 2026-04-01']);
  });

  it('brings a late edition when it is ready', async () => {
    await saveSubscription(archive, aSubscription(), longAgo);
    expect(await dueAt('2026-04-01T06:00:00Z')).toEqual([]);
    await keepEditions('2026-04-01');
    expect(await dueAt('2026-04-01T09:17:00Z')).toEqual(['C1 2026-04-01']);
  });

  it('brings the newest missed edition after an outage, and no backlog', async () => {
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

  it('floods no channel that has just subscribed', async () => {
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
    await planDelivery(archive, deliveryOf('2026-04-01'), [{ place: 'parent', payload: 1 }], longAgo);
    expect(await dueAt('2026-04-01T06:01:00Z')).toEqual(['C1 2026-04-01']);
    await keepEditions('2026-04-02');
    expect(await dueAt('2026-04-02T06:01:00Z')).toEqual(['C1 2026-04-01', 'C1 2026-04-02']);
  });

  it('leaves one that failed alone until it is to be tried again', async () => {
    await keepEditions('2026-04-01');
    await saveSubscription(archive, aSubscription(), longAgo);
    await planDelivery(archive, deliveryOf('2026-04-01'), [{ place: 'parent', payload: 1 }], longAgo);
    const retryAt = '2026-04-01T06:10:00Z';
    await postponeDelivery(archive, deliveryKey(deliveryOf('2026-04-01')), { problem: 'Archived.', retryAt });
    expect(await dueAt('2026-04-01T06:09:59Z')).toEqual([]);
    expect(await dueAt(retryAt)).toEqual(['C1 2026-04-01']);
  });
});
