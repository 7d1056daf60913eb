/** A process that stands still, as a machine that sleeps, while another takes its delivery over: whatever it does when it goes on, nothing is doubled or lost. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { deliveryKey, getDelivery } from '../../src/archive/deliveries.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { partsOf } from '../../src/archive/parts.ts';
import { saveSubscription } from '../../src/archive/subscriptions.ts';
import { PlatformError } from '../../src/chat/platform.ts';
import { anEdition } from '../an-edition.ts';
import { archiveForAll } from '../archive/contract/place.ts';
import { hastyClock } from '../hasty-clock.ts';
import { aDispatcher } from './a-dispatcher.ts';
import { aPlatform, type Fault } from './a-platform.ts';
import { sharedArchive, stepwisePlatform } from './a-process.ts';
import { aSubscription } from './a-subscription.ts';
import { empty, letClaimsLapse, quickEngines } from './an-archive.ts';

const edition = anEdition();
const subscription = aSubscription();
const identity = { ...subscription, edition: edition.date };
const keys = [0, 1, 2, 3, 4].map(ordinal => `2026-04-01/slack/T1/C1/${ordinal}`);
const wanted = { subscription, edition: edition.date };

const tooMany = (retryAfter: number) => new PlatformError('rate-limited', 'Too many.', { retryAfter });

/** What the calls that post meet, in order; and the part that the platform takes from nobody, by its ordinal. */
interface Course {
  readonly name: string;
  readonly faults: readonly (Fault | undefined)[];
  readonly refused?: number;
}

const troubled: Course = {
  name: 'some calls are too many or have no answer, and a part is refused',
  faults: [undefined, tooMany(2_000), 'lost-after', undefined, 'lost-before'],
  refused: 4,
};
const courses: readonly Course[] = [
  troubled,
  { name: 'all goes well', faults: [] },
  { name: 'the channel takes nothing for a while', faults: [undefined, tooMany(600_000)] },
  {
    name: 'the first message has no answer, and the channel is then archived',
    faults: ['lost-after', new PlatformError('channel-archived', 'No.')],
  },
];

describe.each(quickEngines)('on $engine', ({ createPlace, engine }) => {
  const current = archiveForAll(createPlace);
  let archive: Archive;
  beforeEach(() => {
    archive = current();
  });

  /** @returns Whether the first process came so far as to stand still. */
  const standStillAt = async (last: number, { faults, refused }: Course): Promise<boolean> => {
    await empty(archive);
    await saveEdition(archive, edition, { until: edition.date, builtAt: edition.date });
    await saveSubscription(archive, subscription, '2026-01-01T00:00:00Z');
    const memory = aPlatform();
    memory.faults.push(...faults);
    const platform: typeof memory = {
      ...memory,
      post: async (...call) => {
        if (call[2] === keys[refused ?? -1]) throw new PlatformError('refused', 'No.');
        return memory.post(...call);
      },
    };
    const clock = hastyClock('2026-04-01T06:00:00Z');
    const [reached, goOn] = [Promise.withResolvers<'reached'>(), Promise.withResolvers<void>()];
    let steps = 0;
    const step = async () => {
      steps += 1;
      if (steps !== last) return;
      reached.resolve('reached');
      await goOn.promise;
    };
    const first = aDispatcher({
      archive: sharedArchive(archive, step),
      platform: stepwisePlatform(platform, step),
      clock,
    }).bring(wanted);
    const isReached = (await Promise.race([reached.promise, first])) === 'reached';
    for (let lives = 0; (await getDelivery(archive, identity))?.outcome === undefined; lives += 1) {
      expect(lives).toBeLessThan(20);
      await letClaimsLapse(archive);
      await aDispatcher({ archive: sharedArchive(archive), platform, clock }).bring(wanted);
    }
    goOn.resolve();
    await first;

    const standing = keys.filter((_, ordinal) => ordinal !== refused);
    expect([last, platform.standing.map(({ key }) => key)]).toEqual([last, standing]);
    const delivery = await getDelivery(archive, identity);
    expect([last, delivery]).toEqual([last, expect.objectContaining({ outcome: 'posted', attempts: 0 })]);
    expect([last, delivery?.problem, delivery?.retryAt]).toEqual([last, undefined, undefined]);
    const states = (await partsOf(archive, deliveryKey(identity))).map(({ state }) => state);
    expect([last, states]).toEqual([last, keys.map((_, ordinal) => (ordinal === refused ? 'failed' : 'posted'))]);
    return isReached;
  };

  // All that an engine adds to them shows in the one with most, at every third step: it takes a server long to begin anew.
  const [tried, pace] = engine === 'postgres' ? [[troubled], 3] : [courses, 1];
  it.each(tried)('whichever step it stands still after, where $name', async course => {
    let last = 1;
    while (await standStillAt(last, course)) last += pace;
    // Else it was not stopped within each part.
    expect(last).toBeGreaterThan(20);
  });
});
