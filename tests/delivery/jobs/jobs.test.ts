import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../../../src/delivery/clock.ts';
import { createInProcessJobs } from '../../../src/delivery/jobs/in-process.ts';
import type { Job, JobKind, Jobs } from '../../../src/delivery/jobs/jobs.ts';
import { openPostgresJobs } from '../../../src/delivery/jobs/on-postgres.ts';
import { hour, second } from '../../../src/edition/duration.ts';
import type { ArchivePlace } from '../../archive/contract/place.ts';
import { engines } from '../../engines.ts';

const baking: JobKind<{ readonly loaves: number }> = {
  name: 'bake',
  data: z.object({ loaves: z.int() }),
  retries: 1,
  pause: { first: second, longest: second },
};
const aLoaf = (key: string) => ({ key, data: { loaves: 1 } });

const open = async ({ address }: ArchivePlace): Promise<Jobs> =>
  'path' in address
    ? createInProcessJobs({ clock: systemClock, random: () => 0 })
    : openPostgresJobs({
        ...address,
        name: 'baker',
        tell: error => {
          throw error;
        },
      });

/** Looks until it is so. */
const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await pause(5);
};

describe.each(engines)('jobs, with an archive on $engine,', ({ createPlace }) => {
  let place: ArchivePlace;
  let jobs: Jobs;
  beforeEach(async () => {
    place = await createPlace();
    jobs = await open(place);
  });
  afterEach(async () => {
    for (const letOut of oven.values()) letOut();
    isOvenOpen = true;
    await jobs.stop();
    await place.remove();
  });

  /** What is in it comes out when a test, or its end, lets it. */
  const oven = new Map<string, () => void>();
  let isOvenOpen: boolean;
  const slowBaker = () => {
    const begun: string[] = [];
    isOvenOpen = false;
    oven.clear();
    const bake = async ({ key }: Job<unknown>) => {
      begun.push(key);
      if (!isOvenOpen) await new Promise<void>(resolve => oven.set(key, resolve));
      oven.delete(key);
      return undefined;
    };
    return { begun, bake };
  };

  it('are done with what was given to them, whether they were asked for before or after somebody does them', async () => {
    const done: Job<{ loaves: number }>[] = [];
    await jobs.ask(baking, [{ key: 'rye', data: { loaves: 3 } }]);
    jobs.work(baking, async job => void done.push(job));
    await until(() => done.length === 1);
    await jobs.ask(baking, [{ key: 'oat', data: { loaves: 2 } }]);
    await until(() => done.length === 2);
    expect(done).toEqual([
      { key: 'rye', data: { loaves: 3 }, failures: 0 },
      { key: 'oat', data: { loaves: 2 }, failures: 0 },
    ]);
  });

  it('are not begun a second time while they wait or are being done, and are after that', async () => {
    const { begun, bake } = slowBaker();
    await jobs.ask(baking, [aLoaf('rye'), aLoaf('rye')]);
    await jobs.ask(baking, [aLoaf('rye')]);
    jobs.work(baking, bake);
    await until(() => oven.has('rye'));
    await jobs.ask(baking, [aLoaf('rye'), aLoaf('oat')]);
    await until(() => oven.has('oat'));
    expect(begun).toEqual(['rye', 'oat']);
    oven.get('rye')?.();
    await until(async () => (await jobs.depths())[0]?.inHand === 1);
    await jobs.ask(baking, [aLoaf('rye')]);
    await until(() => oven.has('rye'));
  });

  it('are tried again where they fail, and are dead letters with the reason where they fail for good', async () => {
    const failures: number[] = [];
    jobs.work(baking, async job => {
      failures.push(job.failures);
      throw new Error(`The oven is cold for ${job.key}.`);
    });
    await jobs.ask(baking, [aLoaf('rye')]);
    await until(async () => (await jobs.deadLetters()).length > 0);
    expect(failures).toEqual([0, 1]);
    expect(await jobs.deadLetters()).toEqual([
      {
        kind: 'bake',
        ...aLoaf('rye'),
        reason: 'The oven is cold for rye.',
        since: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      },
    ]);
  });

  it('are no dead letters any more once they are given another chance', async () => {
    let isCold = true;
    const baked: string[] = [];
    jobs.work(baking, async ({ key }) => {
      if (isCold) throw new Error('The oven is cold.');
      baked.push(key);
      return undefined;
    });
    await jobs.ask(baking, [aLoaf('rye'), aLoaf('oat')]);
    await until(async () => (await jobs.deadLetters()).length === 2);
    isCold = false;
    expect(await jobs.revive()).toBe(2);
    await until(() => baked.length === 2);
    expect(await jobs.deadLetters()).toEqual([]);
    expect(await jobs.revive()).toBe(0);
  });

  it('are asked for again at the time that they say', async () => {
    const times: number[] = [];
    jobs.work(baking, async () => {
      times.push(Date.now());
      return times.length < 2 ? new Date(Date.now() + 1_200) : undefined;
    });
    await jobs.ask(baking, [aLoaf('rye')]);
    await until(() => times.length === 2);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1_200);
  });

  it('leave a process time for everything else where they ask for themselves again at once, for ever', async () => {
    const times: number[] = [];
    jobs.work(baking, async () => {
      times.push(Date.now());
      return times.length < 1_000 ? new Date(0) : undefined;
    });
    await jobs.ask(baking, [aLoaf('rye')]);
    await until(() => times.length >= 2);
    // Timers may be early by a part of a millisecond.
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(second - 1);
  });

  it('wait for their time, unless somebody asks for them now', async () => {
    const { begun, bake } = slowBaker();
    const notBefore = new Date(Date.now() + hour);
    await jobs.ask(baking, [{ ...aLoaf('rye'), notBefore }, aLoaf('oat')]);
    jobs.work(baking, bake);
    await until(() => oven.has('oat'));
    expect(await jobs.depths()).toEqual([{ kind: 'bake', waiting: 1, inHand: 1 }]);
    await jobs.askNow(baking, aLoaf('rye'));
    await until(() => oven.has('rye'));
    expect(begun).toEqual(['oat', 'rye']);
  });

  it('are done no more than so many at a time, and those asked for now before the others', async () => {
    const { begun, bake } = slowBaker();
    jobs.work(baking, bake, { atATime: 1 });
    await jobs.ask(baking, [aLoaf('rye')]);
    await until(() => oven.has('rye'));
    await jobs.ask(baking, [aLoaf('oat')]);
    await jobs.askNow(baking, aLoaf('bun'));
    await until(async () => (await jobs.depths())[0]?.waiting === 2);
    for (const key of ['rye', 'bun', 'oat']) {
      await until(() => oven.has(key));
      oven.get(key)?.();
    }
    expect(begun).toEqual(['rye', 'bun', 'oat']);
  });

  it('of one group are done no more than so many at a time, and hold up no other group', async () => {
    const { begun, bake } = slowBaker();
    const inGroup = (id: string, number: number) => ({ ...aLoaf(`${id}${number}`), group: { id, most: 2 } });
    jobs.work(baking, bake);
    await jobs.ask(
      baking,
      [1, 2, 3, 4, 5].map(number => inGroup('rye', number)),
    );
    await until(() => begun.length === 2);
    await jobs.ask(
      baking,
      [1, 2].map(number => inGroup('oat', number)),
    );
    await until(() => begun.length === 4);
    expect(begun.slice(2).toSorted()).toEqual(['oat1', 'oat2']);
    for (let done = 4; done < 7; done++) {
      oven.get(begun.find(key => key.startsWith('rye') && oven.has(key)) ?? '')?.();
      await until(() => begun.length === done + 1);
    }
  });

  it('of one group are begun in the order in which they were asked for', async () => {
    const begun: string[] = [];
    const group = { id: 'rye', most: 1 };
    const loaves = Array.from({ length: 12 }, (_, place) => ({ ...aLoaf(`loaf ${12 - place}`), group }));
    await jobs.ask(baking, loaves.slice(0, 6));
    await jobs.ask(baking, loaves.slice(6));
    jobs.work(baking, async ({ key }) => void begun.push(key), { lookEvery: 5 });
    await until(() => begun.length === loaves.length);
    expect(begun).toEqual(loaves.map(({ key }) => key));
  });

  it('that are in hand are finished at the end, and none is begun', async () => {
    const { begun, bake } = slowBaker();
    jobs.work(baking, bake, { atATime: 1 });
    await jobs.ask(baking, [aLoaf('rye'), aLoaf('oat')]);
    await until(() => begun.length === 1);
    let isStopped = false;
    const stopping = jobs.stop().then(() => {
      isStopped = true;
    });
    await pause(20);
    expect(isStopped).toBe(false);
    for (const letOut of oven.values()) letOut();
    await stopping;
    expect(begun).toHaveLength(1);
  });

  it('say since when the oldest waits', async () => {
    await jobs.ask(baking, [aLoaf('rye')]);
    const [depth] = await jobs.depths();
    expect(depth).toMatchObject({ kind: 'bake', waiting: 1, inHand: 0 });
    expect(Math.abs(Date.parse(depth?.oldest ?? '') - Date.now())).toBeLessThan(5 * second);
  });
});
