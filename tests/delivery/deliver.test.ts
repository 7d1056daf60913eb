import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { deliveryKey, getDelivery, partsOf } from '../../src/archive/deliveries.ts';
import { listEditions, saveEdition } from '../../src/archive/editions.ts';
import { PlatformError } from '../../src/chat/platform.ts';
import { deliver } from '../../src/delivery/deliver.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { anEdition } from '../an-edition.ts';
import { aPlatform } from './a-platform.ts';
import { aSubscription } from './a-subscription.ts';

const logger = pino({ level: 'silent' });
const now = () => new Date('2026-04-01T06:00:00Z');
const edition = anEdition();
const subscription = aSubscription();
const identity = { ...subscription, edition: edition.date };
const keys = [0, 1, 2, 3, 4].map(ordinal => `2026-04-01/slack/T1/C1/${ordinal}`);

let archive: Archive;
beforeEach(async () => {
  archive = await openArchive({ path: ':memory:' });
  await saveEdition(archive, edition, { until: edition.date, builtAt: edition.date });
});
afterEach(() => archive.close());

const begin = (platform = aPlatform(), what: { edition?: Edition; stopping?: AbortSignal } = {}) =>
  deliver({ archive, platform, subscription, edition, now, logger, ...what });
const statesOf = async () => (await partsOf(archive, deliveryKey(identity))).map(({ state }) => state);

describe('deliver', () => {
  it('posts the parent, then the replies into its thread, in order', async () => {
    const platform = aPlatform();
    expect(await begin(platform)).toBe(true);
    expect(platform.standing.map(({ key }) => key)).toEqual(keys);
    expect(platform.standing.map(({ target }) => target.thread)).toEqual([undefined, 'm1', 'm1', 'm1', 'm1']);
    expect(platform.standing[0]?.payload).toContain(edition.title);
    expect(await getDelivery(archive, identity)).toMatchObject({ finishedAt: '2026-04-01T06:00:00.000Z' });
    expect(await listEditions(archive)).toMatchObject([{ postedAt: '2026-04-01T06:00:00.000Z' }]);
  });

  it('posts nothing twice when it is called again', async () => {
    const platform = aPlatform();
    await begin(platform);
    await begin(platform);
    expect(platform.standing).toHaveLength(keys.length);
  });

  it('goes on after the last part that stands, as it was planned, when a platform fails midway', async () => {
    const platform = aPlatform();
    platform.faults.push(undefined, undefined, new PlatformError('rate-limited', 'Too many calls.', { retryAfter: 1 }));
    await expect(begin(platform)).rejects.toMatchObject({ code: 'rate-limited' });
    expect(await statesOf()).toEqual(['posted', 'posted', 'planned', 'planned', 'planned']);
    await begin(platform, { edition: anEdition({ title: 'Written anew', deepDives: [] }) });
    expect(platform.standing.map(({ key }) => key)).toEqual(keys);
    expect(platform.standing.at(-1)?.target.thread).toBe('m1');
    expect(JSON.stringify(platform.standing)).not.toContain('Written anew');
  });

  it('asks the platform before it sends a part again whose answer was lost, and does not post it twice', async () => {
    const platform = aPlatform();
    platform.faults.push(undefined, 'lost-after');
    await expect(begin(platform)).rejects.toMatchObject({ code: 'unreachable' });
    expect(await statesOf()).toEqual(['posted', 'sending', 'planned', 'planned', 'planned']);
    await begin(platform);
    expect(platform.standing.map(({ key }) => key)).toEqual(keys);
    expect(platform.calls.slice(1, 4)).toEqual([`post ${keys[1]}`, `find ${keys[1]}`, `post ${keys[2]}`]);
  });

  it('sends a part again that never arrived, so that none is lost', async () => {
    const platform = aPlatform();
    platform.faults.push('lost-before');
    await expect(begin(platform)).rejects.toThrow(PlatformError);
    await begin(platform);
    expect(platform.standing.map(({ key }) => key)).toEqual(keys);
  });

  it('writes that it is sending before the call', async () => {
    const platform = aPlatform();
    const seen: string[][] = [];
    const watched = {
      ...platform,
      post: async (...call: Parameters<typeof platform.post>) => {
        seen.push(await statesOf());
        return platform.post(...call);
      },
    };
    await begin(watched);
    expect(seen.map(states => states.indexOf('sending'))).toEqual([0, 1, 2, 3, 4]);
  });

  it('leaves out a part that the platform refuses, and posts the rest', async () => {
    const platform = aPlatform();
    platform.faults.push(undefined, new PlatformError('refused', 'The platform does not take it.'));
    expect(await begin(platform)).toBe(true);
    expect(await statesOf()).toEqual(['posted', 'failed', 'posted', 'posted', 'posted']);
  });

  it('posts no reply without its parent', async () => {
    const platform = aPlatform();
    platform.faults.push(new PlatformError('refused', 'The platform does not take it.'));
    await begin(platform);
    expect(platform.standing).toEqual([]);
  });

  it('ends with the part in hand when it is told to stop, and goes on with the next', async () => {
    const platform = aPlatform();
    const stop = new AbortController();
    const stopping = {
      ...platform,
      post: (...call: Parameters<typeof platform.post>) => {
        if (call[2] === keys[1]) stop.abort();
        return platform.post(...call);
      },
    };
    expect(await begin(stopping, { stopping: stop.signal })).toBe(false);
    expect(await statesOf()).toEqual(['posted', 'posted', 'planned', 'planned', 'planned']);
    expect(await begin(platform)).toBe(true);
    expect(platform.standing.map(({ key }) => key)).toEqual(keys);
  });

  it('follows a thread that was replaced, as where the former one is locked', async () => {
    const platform = aPlatform();
    const moving = {
      ...platform,
      post: async (...call: Parameters<typeof platform.post>) => {
        const posted = await platform.post(...call);
        return call[2] === keys[2] ? { ...posted, thread: 'elsewhere' } : posted;
      },
    };
    await begin(moving);
    expect(platform.standing.map(({ target }) => target.thread)).toEqual([
      undefined,
      'm1',
      'm1',
      'elsewhere',
      'elsewhere',
    ]);
  });

  it('posts nothing on a quiet day, which is then done', async () => {
    const platform = aPlatform();
    const quiet = anEdition({ deepDives: [], alsoPublished: [], patterns: [] });
    expect(await begin(platform, { edition: quiet })).toBe(true);
    expect(platform.calls).toEqual([]);
    expect(await getDelivery(archive, identity)).toMatchObject({ finishedAt: expect.any(String) });
  });

  it('tells a channel of a quiet day that wants to know', async () => {
    const platform = aPlatform();
    const quiet = anEdition({ deepDives: [], alsoPublished: [], patterns: [], sources: [] });
    const told = { archive, platform, edition: quiet, now, logger };
    await deliver({ ...told, subscription: aSubscription({ tellsQuietDays: true }) });
    expect(platform.standing.map(({ payload }) => payload)).toEqual([expect.stringContaining('Nothing of substance')]);
  });
});
