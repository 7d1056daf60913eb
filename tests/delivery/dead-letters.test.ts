import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { getDelivery } from '../../src/archive/deliveries.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { saveSubscription } from '../../src/archive/subscriptions.ts';
import { createInProcessJobs, type InProcessJobs } from '../../src/delivery/jobs/in-process.ts';
import { deliveriesOnRequest } from '../../src/delivery/on-request.ts';
import { anEdition } from '../an-edition.ts';
import { virtualClock } from '../virtual-clock.ts';
import { aDispatcher } from './a-dispatcher.ts';
import { aPlatform, type MemoryPlatform } from './a-platform.ts';
import { aSubscription } from './a-subscription.ts';

const time = '2026-04-01T06:00:00Z';
const nextDay = '2026-04-02T06:00:00Z';
const channel = aSubscription();

describe('a delivery that fails by a fault of ours', () => {
  let archive: Archive;
  let jobs: InProcessJobs;
  let platform: MemoryPlatform;
  let isBroken: boolean;
  let tries: number;
  beforeEach(async () => {
    archive = await openArchive({ path: ':memory:' });
    await saveEdition(archive, anEdition(), { until: time, builtAt: time });
    await saveSubscription(archive, channel, '2026-01-01T00:00:00Z');
    platform = aPlatform();
    isBroken = true;
    tries = 0;
  });
  afterEach(() => archive.close());

  const setUp = () => {
    const clock = virtualClock(time);
    jobs = createInProcessJobs({ clock, random: () => 0 });
    const post: typeof platform.post = async (...call) => {
      if (!isBroken) return platform.post(...call);
      tries += 1;
      throw new TypeError('x is not a function');
    };
    const { takeUp } = aDispatcher({ archive, platform: { ...platform, post }, clock, jobs });
    return { clock, takeUp };
  };
  const givenUp = () => deliveriesOnRequest({ archive, dispatcherOf: () => undefined, jobs }).givenUp(channel);

  it('is tried again some times, at growing intervals, and is a dead letter then, which its channel is told', async () => {
    const { clock, takeUp } = setUp();
    await takeUp();
    await clock.advance(20 * 60_000);
    expect(tries).toBeGreaterThan(3);
    expect(await jobs.deadLetters()).toEqual([]);
    expect(await givenUp()).toEqual([]);
    await clock.advance(60 * 60_000);
    expect(tries).toBe(10);
    expect(await jobs.deadLetters()).toMatchObject([{ kind: 'deliver-slack', reason: 'x is not a function' }]);
    expect(await givenUp()).toEqual([
      'The edition of 2026-04-01 could not be brought by a fault of ours, and waits for the operator of the bot.',
    ]);
  });

  it('is tried no more once it is one, and the next edition is brought', async () => {
    const { clock, takeUp } = setUp();
    await takeUp();
    await clock.advance(80 * 60_000);
    await takeUp();
    await clock.advance(60_000);
    expect(tries).toBe(10);
    isBroken = false;
    await saveEdition(archive, anEdition({ date: '2026-04-02' }), { until: nextDay, builtAt: nextDay });
    await clock.advance(Date.parse(nextDay) - clock.now().getTime());
    await takeUp();
    await clock.run(jobs.idle());
    expect(new Set(platform.standing.map(({ key }) => key.slice(0, 10)))).toEqual(new Set(['2026-04-02']));
  });

  it('is brought once it is given another chance, and nobody speaks of it any more', async () => {
    const { clock, takeUp } = setUp();
    await takeUp();
    await clock.advance(80 * 60_000);
    isBroken = false;
    expect(await jobs.revive()).toBe(1);
    await clock.run(jobs.idle());
    expect(await getDelivery(archive, { ...channel, edition: '2026-04-01' })).toMatchObject({ outcome: 'posted' });
    expect(await givenUp()).toEqual([]);
  });
});
