/** Faults of every kind in any order, and any number of processes one after the other: each part stands once, in order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getDelivery } from '../../src/archive/deliveries.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { listSubscriptions, saveSubscription } from '../../src/archive/subscriptions.ts';
import { type Platform, PlatformError } from '../../src/chat/platform.ts';
import type { Dispatcher } from '../../src/delivery/dispatcher.ts';
import { anEdition } from '../an-edition.ts';
import { archiveForAll } from '../archive/contract/place.ts';
import { hastyClock } from '../hasty-clock.ts';
import { aDispatcher } from './a-dispatcher.ts';
import { aPlatform } from './a-platform.ts';
import { aSubscription } from './a-subscription.ts';
import { empty, letClaimsLapse, quickEngines } from './an-archive.ts';

const edition = anEdition();
const identity = { ...aSubscription(), edition: edition.date };
const keys = [0, 1, 2, 3, 4].map(ordinal => `2026-04-01/slack/T1/C1/${ordinal}`);

const faults = {
  'too many calls': new PlatformError('rate-limited', 'Too many.', { retryAfter: 2_000, reach: 'workspace' }),
  'too many calls, for long': new PlatformError('rate-limited', 'Too many.', { retryAfter: 900_000 }),
  'too many calls, for who knows how long': new PlatformError('rate-limited', 'Too many.'),
  archived: new PlatformError('channel-archived', 'It is archived.'),
  denied: new PlatformError('no-permission', 'It may not.'),
  revoked: new PlatformError('revoked', 'The token was revoked.', { reach: 'workspace' }),
  'no answer': new PlatformError('unreachable', 'No answer.'),
};
type Fault = keyof typeof faults;
const anyFault = fc.constantFrom<Fault>(...(Object.keys(faults) as Fault[]));

/** What becomes of a call: all is well, it fails before or after it took effect, or the process dies there. */
const fate = fc.record({
  fault: fc.oneof(fc.constant('none' as const), fc.constant('death' as const), anyFault),
  isDone: fc.boolean(),
});
type Fate = typeof fate extends fc.Arbitrary<infer Value> ? Value : never;

type Start = (platform: Platform, stopping: AbortSignal) => Dispatcher;

/** A process that delivers through `platform`, whose calls meet `fates`. Ends when nothing is in hand, or it is dead. */
const live = async (platform: Platform, fates: Fate[], start: Start) => {
  const end = new AbortController();
  const death = Promise.withResolvers<void>();
  const befall = async <Result>(call: () => Promise<Result>, isPost: boolean): Promise<Result> => {
    const { fault, isDone } = fates.shift() ?? { fault: 'none', isDone: true };
    if (fault === 'none') return call();
    // A platform that says no has done nothing.
    if (isDone && isPost && (fault === 'death' || fault === 'no answer')) await call();
    if (fault !== 'death') throw faults[fault];
    death.resolve();
    return new Promise<never>(() => {});
  };
  const doomed: Platform = {
    ...platform,
    post: (...call) => befall(() => platform.post(...call), true),
    find: (...call) => befall(() => platform.find(...call), false),
  };
  const { takeUp, idle } = start(doomed, end.signal);
  await takeUp();
  await Promise.race([idle(), death.promise]);
  // What it put off is for the next.
  end.abort();
};

describe.each(quickEngines)('on $engine', ({ createPlace, engine }) => {
  const current = archiveForAll(createPlace);

  it('each part stands once and in order, whatever befalls the calls and the process', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 40 }), async befallen => {
        const archive = current();
        await empty(archive);
        const platform = aPlatform();
        const clock = hastyClock('2026-04-01T06:00:00Z');
        await saveEdition(archive, edition, { until: edition.date, builtAt: edition.date });
        await saveSubscription(archive, aSubscription(), '2026-01-01T00:00:00Z');
        const fates = [...befallen];
        for (let lives = 0; (await getDelivery(archive, identity))?.outcome === undefined; lives += 1) {
          expect(lives).toBeLessThan(200);
          await letClaimsLapse(archive);
          await live(platform, fates, (through, stopping) =>
            aDispatcher({ archive, platform: through, clock, stopping, random: () => 0.5 }),
          );
          await clock.pause(1_800_000);
        }
        expect(platform.standing.map(({ key }) => key)).toEqual(keys);
        expect(new Set(platform.standing.slice(1).map(({ target }) => target.thread))).toEqual(new Set(['m1']));
        expect(await getDelivery(archive, identity)).toMatchObject({ outcome: 'posted' });
        expect((await listSubscriptions(archive))[0]?.suspension).toBeUndefined();
      }),
      // A server takes much longer for each step.
      { seed: 4, numRuns: engine === 'postgres' ? 60 : 300 },
    );
  });
});
