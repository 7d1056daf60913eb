import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../../src/archive/archive.ts';
import { getDelivery } from '../../../src/archive/deliveries.ts';
import { saveEdition } from '../../../src/archive/editions.ts';
import { saveSubscription } from '../../../src/archive/subscriptions.ts';
import { PlatformError } from '../../../src/chat/platform.ts';
import { deliverDue } from '../../../src/delivery/jobs/deliver.ts';
import { oneAtATime } from '../../../src/delivery/one-at-a-time.ts';
import type { Subscription } from '../../../src/edition/subscription.ts';
import { anEdition } from '../../an-edition.ts';
import { aPlatform } from '../a-platform.ts';
import { aSubscription } from '../a-subscription.ts';

const time = '2026-04-01T06:00:00Z';
const logger = pino({ level: 'silent' });

let archive: Archive;
beforeEach(async () => {
  archive = await openArchive({ path: ':memory:' });
  await saveEdition(archive, anEdition(), { until: time, builtAt: time });
});
afterEach(() => archive.close());

const subscribe = (overrides: Partial<Subscription>) =>
  saveSubscription(archive, aSubscription(overrides), '2026-01-01T00:00:00Z');
const deliverAt = (now: string, platform: ReturnType<typeof aPlatform>) =>
  deliverDue({ archive, deliver: oneAtATime(), platform, logger, now: () => new Date(now) });
const channelsOf = (platform: ReturnType<typeof aPlatform>) => [
  ...new Set(platform.standing.map(({ target }) => target.channel)),
];

describe('deliverDue', () => {
  it('brings each platform what is due on it', async () => {
    const [slack, discord] = [aPlatform('slack'), aPlatform('discord')];
    await subscribe({ channel: 'C1' });
    await subscribe({ platform: 'discord', channel: 'D1' });
    for (const platform of [slack, discord]) await deliverAt(time, platform);
    expect([channelsOf(slack), channelsOf(discord)]).toEqual([['C1'], ['D1']]);
  });

  it('keeps what is due on a platform that does not run until it does', async () => {
    const discord = aPlatform('discord');
    await subscribe({ platform: 'discord', channel: 'D1' });
    await deliverAt(time, aPlatform('slack'));
    await deliverAt('2026-04-01T06:30:00Z', discord);
    expect(channelsOf(discord)).toEqual(['D1']);
  });

  it('goes on to the next channel where one fails, and tells why it waits', async () => {
    const slack = aPlatform();
    slack.faults.push(new PlatformError('not-in-channel', 'The bot is not in C1. Invite it.'));
    await subscribe({ channel: 'C1' });
    await subscribe({ channel: 'C2' });
    await deliverAt(time, slack);
    expect(channelsOf(slack)).toEqual(['C2']);
    expect(await getDelivery(archive, { ...aSubscription(), edition: '2026-04-01' })).toMatchObject({
      problem: 'The bot is not in C1. Invite it.',
      retryAt: '2026-04-01T06:10:00.000Z',
    });
    await deliverAt('2026-04-01T06:01:00Z', slack);
    expect(channelsOf(slack)).toEqual(['C2']);
    await deliverAt('2026-04-01T06:10:00Z', slack);
    expect(channelsOf(slack)).toEqual(['C2', 'C1']);
  });

  it('waits as long as the platform says', async () => {
    const slack = aPlatform();
    slack.faults.push(new PlatformError('rate-limited', 'Too many calls.', { retryAfter: 30_000 }));
    await subscribe({});
    await deliverAt(time, slack);
    const delivery = await getDelivery(archive, { ...aSubscription(), edition: '2026-04-01' });
    expect(delivery?.retryAt).toBe('2026-04-01T06:00:30.000Z');
  });
});
