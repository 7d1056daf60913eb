import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { deliveryKey, planDelivery, postponeDelivery } from '../../src/archive/deliveries.ts';
import { removeSubscription, saveSubscription } from '../../src/archive/subscriptions.ts';
import { examineClock, examineDatabase, examineDeliveries, examineFeeds } from '../../src/cli/examinations.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { emptyFolder } from './digest.ts';

const now = () => new Date('2026-04-01T06:00:00Z');
const making = { digestAt: '08:00', timeZone: 'Europe/Berlin' };

describe('the clock', () => {
  const clockAgainst = (headers: Record<string, string>) =>
    examineClock(making, { url: 'https://slack.example', now, exchange: async () => new Response(null, { headers }) });

  it.each([
    [
      'agrees',
      'Wed, 01 Apr 2026 06:00:20 GMT',
      true,
      'agrees with https://slack.example; it is 08:00 in Europe/Berlin',
    ],
    ['is ahead', 'Wed, 01 Apr 2026 05:58:00 GMT', false, 'is 120 seconds ahead of'],
    ['is behind', 'Wed, 01 Apr 2026 06:01:00 GMT', false, 'is 60 seconds behind'],
    ['meets a server that tells nonsense', 'soon', true, 'could not be compared'],
  ])('%s', async (_, date, isWell, what) => {
    expect(await clockAgainst({ date })).toMatchObject({ isWell, what: expect.stringContaining(what) });
  });

  it('cannot be compared without a network, and says so', async () => {
    const exchange = () => Promise.reject(new Error('fetch failed'));
    const finding = await examineClock(making, { url: 'https://slack.example', now, exchange });
    expect(finding).toMatchObject({ isWell: false, remedy: 'fetch failed. Is there a network?' });
  });
});

describe('the database', () => {
  it('is well where it can be written, and told where it cannot', async () => {
    const folder = emptyFolder();
    expect(await examineDatabase(join(folder, 'new/archive.db'))).toMatchObject({ isWell: true });
    mkdirSync(join(folder, 'folder.db'));
    expect(await examineDatabase(join(folder, 'folder.db'))).toMatchObject({ isWell: false });
    writeFileSync(join(folder, 'notes.txt'), 'Remember the milk. '.repeat(100));
    const damaged = await examineDatabase(join(folder, 'notes.txt'));
    expect(damaged).toMatchObject({ isWell: false, remedy: expect.stringContaining('notes.txt') });
  });
});

describe('the feeds', () => {
  const ok = { name: 'Acme', status: 'ok', items: 3 } as const;
  const failed = { name: 'Initech', status: 'failed', items: 0, reason: '404 Not Found' } as const;

  it('are counted, and each that fails is noted with its cause, and stops nothing', () => {
    expect(examineFeeds([ok])).toEqual([{ isWell: true, what: '1 of 1 source can be read.' }]);
    const [, second] = examineFeeds([ok, failed]);
    expect(second).toMatchObject({
      isWell: false,
      isTolerable: true,
      what: 'Initech cannot be read.',
      remedy: '404 Not Found',
    });
  });

  it('that all fail are one finding', () => {
    expect(examineFeeds([failed, failed])).toMatchObject([{ isWell: false, what: 'None of 2 sources can be read.' }]);
  });
});

describe('deliveries', () => {
  it('that wait are told with their cause', async () => {
    const archive = await openArchive({ path: ':memory:' });
    const identity = { platform: 'slack', workspace: 'T1', channel: 'C1', edition: '2026-04-01' } as const;
    const time = now().toISOString();
    await saveSubscription(archive, aSubscription(identity), time);
    await planDelivery(archive, identity, [], time);
    expect(await examineDeliveries(archive, now())).toEqual([]);
    await postponeDelivery(archive, deliveryKey(identity), { problem: 'The channel is archived.', retryAt: time });
    expect(await examineDeliveries(archive, now())).toMatchObject([
      { isWell: false, remedy: 'The channel is archived.' },
    ]);
    // Of a channel that is subscribed no more, nothing waits.
    await removeSubscription(archive, identity);
    expect(await examineDeliveries(archive, now())).toEqual([]);
    await archive.close();
  });
});
