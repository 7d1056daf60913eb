import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { type Platform, PlatformError } from '../../src/chat/platform.ts';
import { createDispatcher } from '../../src/delivery/dispatcher.ts';
import { deliveriesOnRequest } from '../../src/delivery/on-request.ts';
import { anEdition } from '../an-edition.ts';
import { hastyClock } from '../hasty-clock.ts';
import { aPlatform } from './a-platform.ts';
import { aSubscription } from './a-subscription.ts';

const time = '2026-04-01T06:00:00Z';

let archive: Archive;
beforeEach(async () => {
  archive = await openArchive({ path: ':memory:' });
});
afterEach(() => archive.close());

const onRequest = (platform: Platform = aPlatform(), patience = 60_000) => {
  const dispatcher = createDispatcher({
    archive,
    platform,
    clock: hastyClock(time),
    logger: pino({ level: 'silent' }),
    stopping: new AbortController().signal,
  });
  return deliveriesOnRequest({
    archive,
    dispatcherOf: name => (name === platform.name ? dispatcher : undefined),
    patience,
  });
};
const keepEdition = () => saveEdition(archive, anEdition(), { until: time, builtAt: time });

describe('an edition on request', () => {
  it('is posted at once, and not a second time', async () => {
    await keepEdition();
    const platform = aPlatform();
    const { postNow, lastPosted } = onRequest(platform);
    expect(await postNow(aSubscription())).toBe('The edition of 2026-04-01 is posted.');
    expect(await postNow(aSubscription())).toBe('This channel has the edition of 2026-04-01 already.');
    expect(platform.standing).toHaveLength(5);
    expect(await lastPosted(aSubscription())).toBe('2026-04-01T06:00:00.000Z');
  });

  it('is posted once to a person who presses twice', async () => {
    await keepEdition();
    const platform = aPlatform();
    const { postNow } = onRequest(platform);
    await Promise.all([postNow(aSubscription()), postNow(aSubscription())]);
    expect(platform.standing).toHaveLength(5);
  });

  it('leaves nobody waiting for the last part', async () => {
    await keepEdition();
    const platform = aPlatform();
    const hanging = Promise.withResolvers<never>();
    const { postNow } = onRequest({ ...platform, post: () => hanging.promise }, 0);
    expect(await postNow(aSubscription())).toBe('The edition of 2026-04-01 is on its way.');
    hanging.reject(new PlatformError('refused', 'No.'));
  });

  it('says why there is none', async () => {
    const { postNow } = onRequest();
    expect(await postNow(aSubscription())).toMatch(/no edition yet/);
    await keepEdition();
    expect(await postNow(aSubscription({ companies: ['Hooli'] }))).toMatch(/nothing of what this channel follows/);
    expect(await postNow(aSubscription({ platform: 'discord' }))).toMatch(/on discord at the moment/);
  });
});
