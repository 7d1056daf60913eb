/** A workspace that is called too often, or does not answer, in the middle of many others: they get theirs in the time that it takes without it. */
import { describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { saveSubscription } from '../../src/archive/subscriptions.ts';
import { type Platform, PlatformError } from '../../src/chat/platform.ts';
import { anEdition } from '../an-edition.ts';
import { virtualClock } from '../virtual-clock.ts';
import { aDispatcher } from './a-dispatcher.ts';
import { aPlatform } from './a-platform.ts';
import { sharedArchive } from './a-process.ts';
import { aSubscription } from './a-subscription.ts';

const start = '2026-04-01T06:00:00Z';
const limits: Platform['limits'] = [
  { per: 'channel', parts: 1, within: 1_000 },
  { per: 'workspace', parts: 300, within: 60_000 },
];
const [channels, parts] = [4, 5];
/** Milliseconds: a part a second in a channel, and the last channel begins three fifths of a second after the first. */
const floor = (parts - 1) * 1_000 + (channels - 1) * 200;
const others = Array.from({ length: 50 }, (_, index) => `T${index}`);
/** Milliseconds over which the starts of all are spread (`spread.ts`). */
const spreadOver = (others.length * channels + 20) * 20;

const tooMany = (retryAfter: number) => async (): Promise<never> => {
  throw new PlatformError('rate-limited', 'Too many.', { retryAfter, reach: 'workspace' });
};
const troubles: readonly (readonly [string, () => Promise<never>])[] = [
  ['is called too often for an hour', tooMany(3_600_000)],
  ['is called too often again and again', tooMany(30_000)],
  ['does not answer', () => new Promise<never>(() => {})],
];

const processes: readonly (readonly [string, (archive: Archive) => Archive])[] = [
  ['one process', archive => archive],
  ['one of several processes', archive => sharedArchive(archive)],
];

describe.each(processes)('by %s', (_, as) => {
  it.each(troubles)('fifty workspaces get theirs as fast as they may, beside one that %s', async (_what, trouble) => {
    const archive = await openArchive({ path: ':memory:' });
    await saveEdition(archive, anEdition(), { until: start, builtAt: start });
    const subscribe = (workspace: string, channel: string) =>
      saveSubscription(archive, aSubscription({ workspace, channel }), '2026-01-01T00:00:00Z');
    for (let channel = 0; channel < 20; channel++) await subscribe('TROUBLE', `C${channel}`);
    for (const workspace of others)
      for (let channel = 0; channel < channels; channel++) await subscribe(workspace, `${workspace}C${channel}`);
    const clock = virtualClock(start);
    const platform = aPlatform();
    const posted: { readonly workspace: string; readonly at: number }[] = [];
    const post: typeof platform.post = (...call) => {
      const [{ workspace }] = call;
      if (workspace === 'TROUBLE') return trouble();
      posted.push({ workspace, at: clock.now().getTime() - Date.parse(start) });
      return platform.post(...call);
    };
    const { takeUp } = aDispatcher({ archive: as(archive), platform: { ...platform, limits, post }, clock });
    await takeUp();
    await clock.advance(60_000);

    const ofWorkspaces = Map.groupBy(posted, ({ workspace }) => workspace);
    expect([...ofWorkspaces.keys()].toSorted()).toEqual(others.toSorted());
    for (const own of ofWorkspaces.values()) {
      const times = own.map(({ at }) => at);
      expect(times).toHaveLength(channels * parts);
      expect(Math.min(...times)).toBeLessThanOrEqual(spreadOver);
      expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1.05 * floor);
    }
    await archive.close();
  });
});
