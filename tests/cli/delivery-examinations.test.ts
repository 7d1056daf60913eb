import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { ArchiveError } from '../../src/archive/archive-error.ts';
import { deliveryKey, finishDelivery, planDeliveries, postponeDelivery } from '../../src/archive/deliveries.ts';
import { removeSubscription, saveSubscription, suspendSubscription } from '../../src/archive/subscriptions.ts';
import { examineDeliveries, examineTurn } from '../../src/cli/delivery-examinations.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { emptyFolder } from './digest.ts';

const longAgo = '2026-01-01T00:00:00Z';
const time = '2026-04-01T06:00:00Z';
const inAnHour = '2026-04-01T07:00:00Z';
const making = { at: '08:00', timeZone: 'Europe/Berlin' };
const channel = { platform: 'slack', workspace: 'T1', channel: 'C1' } as const;
const reason = 'Slack #news is archived. Unarchive it.';

describe('the deliveries', () => {
  let archive: Archive;
  beforeEach(async () => {
    archive = await openArchive({ path: ':memory:' });
    await saveSubscription(archive, aSubscription(channel), longAgo);
  });
  afterEach(() => archive.close());

  const examine = (now = time) => examineDeliveries(archive, { making, now: new Date(now) });
  const keyOf = (edition: string) => deliveryKey({ ...channel, edition });
  const plan = (edition: string) =>
    planDeliveries(archive, [{ edition, parts: [{ place: 'parent', payload: 'Parent' }], channels: [channel] }], time);
  const postpone = (edition: string, problem: string) =>
    postponeDelivery(archive, keyOf(edition), { problem, retryAt: inAnHour });

  it('are no finding where all is well, be one in hand', async () => {
    await plan('2026-04-01');
    expect(await examine()).toEqual([]);
  });

  it('that wait are told with their cause, and when they are tried again', async () => {
    await plan('2026-04-01');
    await postpone('2026-04-01', 'Slack gave no answer: 503.');
    const what = 'The edition of 2026-04-01 waits for Slack channel C1.';
    const again = 'It is tried again on Wednesday 1 April at 09:00, Europe/Berlin.';
    expect(await examine()).toEqual([{ isWell: false, what, remedy: `Slack gave no answer: 503. ${again}` }]);
    expect(await examine(inAnHour)).toMatchObject([{ remedy: 'Slack gave no answer: 503.' }]);
  });

  it('that wait no more are left out: finished, of long ago, or of a channel that is subscribed no more', async () => {
    for (const edition of ['2026-03-01', '2026-04-01']) {
      await plan(edition);
      await postpone(edition, 'Slack gave no answer: 503.');
    }
    expect(await examine()).toHaveLength(1);
    await finishDelivery(archive, keyOf('2026-04-01'), 'posted', time);
    expect(await examine()).toEqual([]);
    await plan('2026-03-31');
    await postpone('2026-03-31', 'Slack gave no answer: 503.');
    expect(await examine()).toHaveLength(1);
    await removeSubscription(archive, channel);
    expect(await examine()).toEqual([]);
  });

  it('of a channel that is suspended are one finding, with since when and why, however many editions wait', async () => {
    await suspendSubscription(archive, channel, reason, '2026-03-30T06:00:00Z');
    const what = 'Nothing could be posted in Slack channel C1 since Monday 30 March at 08:00, Europe/Berlin.';
    expect(await examine()).toEqual([{ isWell: false, what, remedy: reason }]);
    for (const edition of ['2026-03-31', '2026-04-01']) {
      await plan(edition);
      await postpone(edition, reason);
    }
    expect(await examine()).toEqual([
      { isWell: false, what, remedy: `${reason} It is tried again on Wednesday 1 April at 09:00, Europe/Berlin.` },
    ]);
  });

  it('of a subscription that can no longer be read are told with what to do', async () => {
    await archive.db.updateTable('subscriptions').set({ subscription: '{}' }).execute();
    expect(await examine()).toMatchObject([
      {
        isWell: false,
        what: 'The subscription of Slack channel C1 cannot be read, so that it gets no editions.',
        remedy: expect.stringMatching(/Type \/digest subscribe in it again\.$/),
      },
    ]);
  });

  it('to channels whose time comes before the edition is made are noted, and stop nothing', async () => {
    const early = aSubscription({ ...channel, platform: 'discord', timeZone: 'Asia/Tokyo' });
    await saveSubscription(archive, early, longAgo);
    expect(await examine()).toEqual([
      {
        isWell: false,
        isTolerable: true,
        what: '1 channel is to get the edition before it is made, at 08:00, Europe/Berlin: Discord channel C1 (08:00, Asia/Tokyo).',
        remedy: 'They get it when it is made. Set an earlier DIGEST_AT, or let them choose a later time.',
      },
    ]);
    for (const id of ['C2', 'C3', 'C4', 'C5', 'C6', 'C7'])
      await saveSubscription(archive, { ...early, channel: id }, longAgo);
    expect(await examine()).toMatchObject([
      { what: expect.stringMatching(/^7 channels are .* Discord channel C5 \(08:00, Asia\/Tokyo\) and 2 others\.$/) },
    ]);
  });
});

describe('the process that delivers', () => {
  it('is told of, and asking keeps nobody from it', async () => {
    const archive = await openArchive({ path: join(emptyFolder(), 'archive.db') });
    const none = { isWell: true, what: 'No process delivers at the moment: `npm start` does.' };
    expect(await examineTurn(archive)).toEqual(none);
    const lock = await archive.acquireDeliveryLock();
    expect(lock).toBeDefined();
    expect(await examineTurn(archive)).toEqual({
      isWell: true,
      what: 'The editions are made and delivered by a process that runs now.',
    });
    lock?.release();
    expect(await examineTurn(archive)).toEqual(none);
    await archive.close();
  });

  it('cannot be where its file cannot be made, which is told with what to do', async () => {
    const error = new ArchiveError('unwritable', 'archive.db.delivering cannot be written. Free some room.');
    const acquireDeliveryLock = () => Promise.reject(error);
    expect(await examineTurn({ acquireDeliveryLock })).toEqual({
      isWell: false,
      what: 'No process can deliver.',
      remedy: error.message,
    });
  });
});
