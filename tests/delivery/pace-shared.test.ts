/** Several processes that call one platform: together they keep to its limits, and use what these allow. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Platform, RateLimit, Reach, Target } from '../../src/chat/platform.ts';
import { systemClock } from '../../src/delivery/clock.ts';
import { createPacer, type Pacer, type SharedPace } from '../../src/delivery/pace.ts';
import { sharedPace } from '../../src/delivery/pace-shared.ts';
import { archiveForAll } from '../archive/contract/place.ts';
import { onPostgres } from '../engines.ts';
import { type VirtualClock, virtualClock } from '../virtual-clock.ts';

const slack: Pick<Platform, 'name' | 'limits'> = {
  name: 'slack',
  limits: [
    { per: 'channel', parts: 1, within: 1_000 },
    { per: 'workspace', parts: 300, within: 60_000 },
  ],
};
const discord: Pick<Platform, 'name' | 'limits'> = {
  name: 'discord',
  limits: [
    { per: 'channel', parts: 5, within: 5_000 },
    { per: 'platform', parts: 50, within: 1_000 },
  ],
};
const second = 1_000;

// Only there do processes share an archive.
const archive = archiveForAll(onPostgres.createPlace);

interface Gone extends Target {
  readonly process: number;
  /** Milliseconds after the start. */
  readonly at: number;
}

interface Fleet {
  readonly clock: VirtualClock;
  readonly pacers: readonly Pacer[];
  /** What went out, in order. */
  readonly gone: readonly Gone[];
  /** How often the database was asked for an instant. */
  readonly asked: () => number;
  go(process: number, target: Target): Promise<void>;
  /** Until all of it is done: time stands still while the database is at work. */
  run<Result>(work: Promise<Result>): Promise<Result>;
  since(): number;
}

/** So many processes, each with a pacer of its own, that have called nothing yet. */
const aFleet = async (count: number, { name, limits }: Pick<Platform, 'name' | 'limits'>): Promise<Fleet> => {
  await archive().db.deleteFrom('paces').execute();
  const clock = virtualClock();
  const start = clock.now().getTime();
  let [asked, busy] = [0, 0];
  const counted = async <Result>(work: Promise<Result>): Promise<Result> => {
    busy += 1;
    return work.finally(() => {
      busy -= 1;
    });
  };
  const pacers = Array.from({ length: count }, () => {
    const shared = sharedPace(archive(), { name, limits }, clock);
    const watched: SharedPace = {
      take: target => {
        asked += 1;
        return counted(shared.take(target));
      },
      hold: (...hold) => counted(shared.hold(...hold)),
    };
    return createPacer(limits, clock, watched);
  });
  const gone: Gone[] = [];
  const since = () => clock.now().getTime() - start;
  return {
    clock,
    pacers,
    gone,
    asked: () => asked,
    go: async (process, target) => {
      await pacers[process]?.turn(target);
      gone.push({ ...target, process, at: since() });
    },
    run: work => clock.run(work, () => busy > 0),
    since,
  };
};

const of: Readonly<Record<Reach, (target: Target) => string>> = {
  channel: ({ workspace, channel }) => `${workspace}/${channel}`,
  workspace: ({ workspace }) => workspace,
  platform: () => '',
};

/** Time between calls that lie next to each other, in milliseconds, of each that `reach` tells apart. */
const gaps = (calls: readonly Gone[], reach: Reach): readonly number[] =>
  [...Map.groupBy(calls, of[reach]).values()].flatMap(group => {
    const times = group.map(({ at }) => at).toSorted((one, other) => one - other);
    return times.slice(1).map((time, index) => time - (times[index] ?? 0));
  });

/** Threads side by side, each of a channel and a process: so many parts one after the other. */
const threads = (fleet: Fleet, targets: readonly (readonly [process: number, Target])[], parts: number) =>
  Promise.all(
    targets.map(async ([process, target]) => {
      for (let part = 0; part < parts; part += 1) await fleet.go(process, target);
    }),
  );

const channelsOf = (workspace: string, count: number) =>
  Array.from({ length: count }, (_, index): Target => ({ workspace, channel: `C${index}` }));

describe('several processes', () => {
  it('together call a workspace no faster than its vendor allows, and no slower', async () => {
    const fleet = await aFleet(4, slack);
    const targets = channelsOf('T1', 20).map((target, index) => [index % 4, target] as const);
    await fleet.run(threads(fleet, targets, 5));
    expect(Math.min(...gaps(fleet.gone, 'workspace'))).toBe(200);
    expect(fleet.since()).toBe(99 * 200);
  });

  it('together make no more calls than a bot may, whichever servers they are in', async () => {
    const fleet = await aFleet(4, discord);
    const targets = Array.from(
      { length: 60 },
      (_, index) => [index % 4, { workspace: `G${index}`, channel: 'C' }] as const,
    );
    await fleet.run(threads(fleet, targets, 5));
    expect(Math.min(...gaps(fleet.gone, 'platform'))).toBe(20);
    expect(fleet.since()).toBe(299 * 20);
  });

  it('ask the database once for a call', async () => {
    const fleet = await aFleet(2, slack);
    const targets = channelsOf('T1', 6).map((target, index) => [index % 2, target] as const);
    await fleet.run(threads(fleet, targets, 4));
    expect(fleet.asked()).toBe(24);
  });

  it('each get their share of a workspace, and none waits for the end of another', async () => {
    const fleet = await aFleet(2, slack);
    await fleet.run(
      threads(
        fleet,
        [...channelsOf('T1', 30).map(target => [0, target] as const), [1, { workspace: 'T1', channel: 'D' }]],
        3,
      ),
    );
    const own = fleet.gone.filter(({ process }) => process === 1).map(({ at }) => at);
    expect(own.at(-1)).toBeLessThanOrEqual(3 * second);
  });

  it('do not wait for a workspace that is full, in another', async () => {
    const fleet = await aFleet(2, slack);
    const full = channelsOf('T1', 40).map((target, index) => [index % 2, target] as const);
    await fleet.run(
      threads(fleet, [...full, [0, { workspace: 'T2', channel: 'C' }], [1, { workspace: 'T3', channel: 'C' }]], 3),
    );
    const others = fleet.gone.filter(({ workspace }) => workspace !== 'T1').map(({ at }) => at);
    expect(others).toEqual([0, 0, second, second, 2 * second, 2 * second]);
  });

  it('lose to one that dies only the instants that it had', async () => {
    const fleet = await aFleet(2, slack);
    const dead = sharedPace(archive(), slack, fleet.clock);
    for (let had = 0; had < 3; had += 1) await dead.take({ workspace: 'T1', channel: 'C' });
    await fleet.run(
      threads(
        fleet,
        channelsOf('T1', 10).map((target, index) => [index % 2, target] as const),
        1,
      ),
    );
    expect(fleet.gone.map(({ at }) => at)).toEqual(Array.from({ length: 10 }, (_, index) => (3 + index) * 200));
  });

  it("are as fast by the database's clock, which they go by where theirs are the machines' own", async () => {
    await archive().db.deleteFrom('paces').execute();
    const quick = { name: 'discord', limits: [{ per: 'platform', parts: 100, within: 1_000 }] } as const;
    const pacers = Array.from({ length: 3 }, () =>
      createPacer(quick.limits, systemClock, sharedPace(archive(), quick, systemClock)),
    );
    const started = performance.now();
    await Promise.all(
      Array.from({ length: 60 }, (_, call) => pacers[call % 3]?.turn({ workspace: 'G', channel: `C${call}` })),
    );
    // Timers may be early by less than a millisecond.
    expect(performance.now() - started).toBeGreaterThanOrEqual(59 * 10 - 2);
  });
});

describe('a hold of several processes', () => {
  it.each([
    { reach: 'workspace', held: ['T1/C1', 'T1/C2'] },
    { reach: 'platform', held: ['T1/C1', 'T1/C2', 'T2/C1'] },
  ] as const)('of a $reach holds all of them back in $held', async ({ reach, held }) => {
    const fleet = await aFleet(3, slack);
    await fleet.run(fleet.pacers[0]?.hold(reach, { workspace: 'T1', channel: 'C9' }, 5_000) ?? Promise.resolve());
    const targets = ['T1/C1', 'T1/C2', 'T2/C1'].map(
      (name, index) => [index, { workspace: name.slice(0, 2), channel: name.slice(3) }] as const,
    );
    await fleet.run(threads(fleet, targets, 1));
    const late = fleet.gone.filter(({ at }) => at >= 5_000).map(of.channel);
    expect(late.toSorted()).toEqual(held);
  });

  it('is not waited for where it is longer than who comes would wait', async () => {
    const fleet = await aFleet(2, slack);
    const target = { workspace: 'T1', channel: 'C1' };
    await fleet.run(fleet.pacers[0]?.hold('workspace', target, 60_000) ?? Promise.resolve());
    const turn = fleet.pacers[1]?.turn(target, undefined, 5_000) ?? Promise.resolve();
    await expect(fleet.run(turn)).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfter: 60_000,
      reach: 'workspace',
    });
    expect(fleet.since()).toBe(0);
  });
});

const arbitraryLimits = fc.record({
  channel: fc.record({ parts: fc.integer({ min: 1, max: 5 }), within: fc.integer({ min: 1_000, max: 5_000 }) }),
  workspace: fc.record({ parts: fc.integer({ min: 5, max: 300 }), within: fc.integer({ min: 1_000, max: 60_000 }) }),
  platform: fc.record({ parts: fc.integer({ min: 10, max: 50 }), within: fc.integer({ min: 500, max: 2_000 }) }),
});

/** Calls at odd times, each of a channel of the process that carries it, some with a hold after them. */
const arbitraryCalls = fc.array(
  fc.record({
    process: fc.nat({ max: 2 }),
    workspace: fc.constantFrom('T1', 'T2', 'T3'),
    channel: fc.constantFrom('C1', 'C2'),
    after: fc.integer({ min: 0, max: 1_000 }),
    hold: fc.option(
      fc.record({
        reach: fc.constantFrom('workspace' as const, 'platform' as const),
        milliseconds: fc.integer({ min: 1, max: 20_000 }),
      }),
      { freq: 8 },
    ),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('whatever several processes ask for, and whenever', () => {
  it('no limit is exceeded, every call gets its turn, and nothing goes during a hold but what a process had its instant for', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLimits, arbitraryCalls, async (drawn, wanted) => {
        const limits: readonly RateLimit[] = (['channel', 'workspace', 'platform'] as const).map(per => ({
          per,
          ...drawn[per],
        }));
        const fleet = await aFleet(3, { name: 'slack', limits });
        const holds: { reach: Reach; target: Target; process: number; from: number; until: number }[] = [];
        const calls: Promise<unknown>[] = [];
        const ask = async () => {
          for (const { process, workspace, channel, after, hold } of wanted) {
            await fleet.clock.pause(after);
            const target = { workspace, channel: `${channel} of ${process}` };
            calls.push(fleet.go(process, target));
            if (hold === null) continue;
            const from = fleet.since();
            holds.push({ ...hold, target, process, from, until: from + hold.milliseconds });
            calls.push(fleet.pacers[process]?.hold(hold.reach, target, hold.milliseconds) ?? Promise.resolve());
          }
          await Promise.all(calls);
        };
        await fleet.run(ask());

        expect(fleet.gone).toHaveLength(wanted.length);
        for (const { per, parts, within } of limits) {
          // Sums of fractions may be off.
          for (const gap of gaps(fleet.gone, per)) expect(gap).toBeGreaterThanOrEqual(within / parts - 1e-3);
        }
        for (const { reach, target, process, from, until } of holds) {
          const during = fleet.gone.filter(
            one => of[reach](one) === of[reach](target) && one.at > from && one.at < until,
          );
          expect(during.filter(one => one.process === process)).toEqual([]);
          for (const others of Map.groupBy(during, one => one.process).values()) expect(others).toHaveLength(1);
        }
      }),
      { seed: 20_260_401, numRuns: 40 },
    );
  });
});
