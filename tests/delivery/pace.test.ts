import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RateLimit } from '../../src/chat/platform.ts';
import { createPacer, type Pacer } from '../../src/delivery/pace.ts';
import { type VirtualClock, virtualClock } from '../virtual-clock.ts';

const channelLimit: RateLimit = { per: 'channel', parts: 1, within: 1_000 };
const workspaceLimit: RateLimit = { per: 'workspace', parts: 300, within: 60_000 };
const slack = [channelLimit, workspaceLimit];

interface Call {
  readonly workspace: string;
  readonly channel: string;
}

/** A pacer with a clock, and what went through it: who, and how many milliseconds after the start. */
const aPacer = (limits: readonly RateLimit[]) => {
  const clock = virtualClock();
  const start = clock.now().getTime();
  const pacer = createPacer(limits, clock);
  const gone: [name: string, at: number][] = [];
  const since = () => clock.now().getTime() - start;
  const go = async (channel: string, { workspace = 'T1', name = channel, signal }: GoOptions = {}) => {
    await pacer.turn({ workspace, channel }, signal);
    gone.push([name, since()]);
  };
  return { clock, pacer, gone, since, go };
};

interface GoOptions {
  readonly workspace?: string;
  readonly name?: string;
  readonly signal?: AbortSignal;
}

describe('the pace of calls', () => {
  it('is a call a second in a channel, in the order of asking', async () => {
    const { clock, gone, go } = aPacer(slack);
    await clock.run(Promise.all(['first', 'second', 'third'].map(name => go('C1', { name }))));
    expect(gone).toEqual([
      ['first', 0],
      ['second', 1_000],
      ['third', 2_000],
    ]);
  });

  it('lets a channel that must wait take no place of its workspace from one that need not', async () => {
    const { clock, gone, go } = aPacer(slack);
    await clock.run(Promise.all(['C1', 'C1', 'C1', 'C2', 'C3'].map(channel => go(channel))));
    expect(gone).toEqual([
      ['C1', 0],
      ['C2', 200],
      ['C3', 400],
      ['C1', 1_000],
      ['C1', 2_000],
    ]);
  });

  it('counts the next of a channel from when the call went out, not from when the channel was free', async () => {
    const { clock, gone, go } = aPacer([channelLimit, { per: 'workspace', parts: 1, within: 3_000 }]);
    await clock.run(Promise.all(['C1', 'C2'].map(channel => go(channel))));
    await clock.run(Promise.all(['C2', 'C1'].map(channel => go(channel))));
    expect(gone.map(([, at]) => at)).toEqual([0, 3_000, 6_000, 9_000]);
  });

  it('lets no workspace wait for another', async () => {
    const { clock, gone, go } = aPacer(slack);
    const flood = Array.from({ length: 50 }, (_, index) => go(`C${index}`, { name: 'flood' }));
    await clock.run(Promise.all([...flood, go('C1', { workspace: 'T2', name: 'other' })]));
    expect(gone.find(([name]) => name === 'other')).toEqual(['other', 0]);
  });

  it('keeps all limits of a kind by the slowest', async () => {
    const { clock, gone, go } = aPacer([channelLimit, { per: 'channel', parts: 10, within: 60_000 }]);
    await clock.run(Promise.all([go('C1'), go('C1')]));
    expect(gone.map(([, at]) => at)).toEqual([0, 6_000]);
  });

  it('is as it comes where a vendor documents no limit', async () => {
    const { clock, gone, go } = aPacer([]);
    await clock.run(Promise.all(Array.from({ length: 100 }, () => go('C1'))));
    expect(gone.filter(([, at]) => at > 0)).toEqual([]);
  });

  it('does not stand still for an hour where the machine sets its clock back by one', async () => {
    const clock = virtualClock();
    let back = 0;
    const pacer = createPacer(slack, { ...clock, now: () => new Date(clock.now().getTime() - back) });
    const start = clock.now().getTime();
    await pacer.turn({ workspace: 'T1', channel: 'C1' });
    back = 3_600_000;
    await clock.run(pacer.turn({ workspace: 'T1', channel: 'C1' }));
    expect(clock.now().getTime() - start).toBeLessThanOrEqual(1_000);
  });
});

describe('a hold', () => {
  it('delays those too that wait already', async () => {
    const { clock, pacer, gone, go } = aPacer(slack);
    const calls = Promise.all([go('C1'), go('C1'), go('C1')]);
    await clock.advance(500);
    pacer.hold('channel', { workspace: 'T1', channel: 'C1' }, 30_000);
    await clock.run(calls);
    expect(gone.map(([, at]) => at)).toEqual([0, 30_500, 31_500]);
  });

  it('of a channel lets others of its workspace go on, though one of it stood before them', async () => {
    const { clock, pacer, gone, go } = aPacer(slack);
    const calls = Promise.all(['C1', 'C2', 'C3'].map(channel => go(channel)));
    await clock.advance(100);
    pacer.hold('channel', { workspace: 'T1', channel: 'C2' }, 30_000);
    await clock.run(calls);
    expect(gone).toEqual([
      ['C1', 0],
      ['C3', 200],
      ['C2', 30_100],
    ]);
  });

  it.each([
    { reach: 'channel', held: ['T1/C1'] },
    { reach: 'workspace', held: ['T1/C1', 'T1/C2'] },
    { reach: 'platform', held: ['T1/C1', 'T1/C2', 'T2/C1'] },
  ] as const)('of a $reach holds $held', async ({ reach, held }) => {
    const { clock, pacer, gone, go } = aPacer([]);
    pacer.hold(reach, { workspace: 'T1', channel: 'C1' }, 5_000);
    const places = ['T1/C1', 'T1/C2', 'T2/C1'].map(name => ({ name, workspace: name.slice(0, 2) }));
    await clock.run(Promise.all(places.map(({ name, workspace }) => go(name.slice(3), { name, workspace }))));
    expect(
      gone
        .filter(([, at]) => at === 5_000)
        .map(([name]) => name)
        .toSorted(),
    ).toEqual(held);
  });

  it('that is shorter than what is to be waited anyway shortens nothing', async () => {
    const { clock, pacer, gone, go } = aPacer(slack);
    const place = { workspace: 'T1', channel: 'C1' };
    pacer.hold('channel', place, 30_000);
    pacer.hold('channel', place, 10);
    await clock.run(go('C1'));
    expect(gone).toEqual([['C1', 30_000]]);
  });
});

describe('a program that stops', () => {
  it('waits for nothing, wherever it stands in a line, and takes no place of those that go on', async () => {
    const { clock, since, gone, go } = aPacer(slack);
    const stopping = new AbortController();
    const others = Promise.all([go('C1', { name: 'first' }), go('C1', { name: 'second' })]);
    const stopped = go('C1', { name: 'stopped', signal: stopping.signal });
    const last = go('C1', { name: 'last' });
    await clock.advance(100);
    stopping.abort();
    await stopped;
    expect(since()).toBe(100);
    await clock.run(Promise.all([others, last]));
    expect(gone).toEqual([
      ['first', 0],
      ['stopped', 100],
      ['second', 1_000],
      ['last', 2_000],
    ]);
  });

  it('begins no wait', async () => {
    const { pacer, gone, go } = aPacer(slack);
    pacer.hold('platform', { workspace: 'T1', channel: 'C1' }, 60_000);
    await go('C1', { signal: AbortSignal.abort() });
    expect(gone).toEqual([['C1', 0]]);
  });
});

describe('what is remembered', () => {
  it('does not grow with the channels that were ever posted to', async () => {
    const { clock, pacer } = aPacer([channelLimit]);
    for (let channel = 0; channel < 20_000; channel += 1) {
      await pacer.turn({ workspace: `T${channel % 5_000}`, channel: `C${channel}` });
      if (channel % 100 === 0) await clock.advance(1_000);
    }
    expect(pacer.known()).toBeLessThan(2_000);
  });

  it('keeps a hold, and who waits, however many channels are posted to meanwhile', async () => {
    const { clock, pacer, go, gone } = aPacer([channelLimit]);
    const place = { workspace: 'T1', channel: 'held' };
    pacer.hold('channel', place, 3_600_000);
    const held = go('held');
    for (let channel = 0; channel < 5_000; channel += 1) {
      await pacer.turn({ workspace: 'T2', channel: `C${channel}` });
      if (channel % 100 === 0) await clock.advance(1_000);
    }
    // Who waits for its channel is to hear of this as well.
    pacer.hold('workspace', place, 7_200_000 - 50_000);
    await clock.run(held);
    expect(gone).toEqual([['held', 7_200_000]]);
  });
});

const keys = {
  channel: ({ workspace, channel }: Call) => `${workspace}/${channel}`,
  workspace: ({ workspace }: Call) => workspace,
  platform: () => '',
};

interface Gone extends Call {
  readonly at: number;
  /** Its place in the order of asking. */
  readonly order: number;
}

interface Hold {
  readonly per: RateLimit['per'];
  readonly call: Call;
  readonly from: number;
  readonly until: number;
}

/** Time between calls that lie next to each other, in milliseconds, of each that `keyOf` tells apart. */
const gaps = (calls: readonly Gone[], keyOf: (call: Call) => string): readonly number[] =>
  [...Map.groupBy(calls, keyOf).values()].flatMap(group => {
    const times = group.map(({ at }) => at).toSorted((one, other) => one - other);
    return times.slice(1).map((time, index) => time - (times[index] ?? 0));
  });

const mostWithin = (times: readonly number[], within: number): number =>
  Math.max(0, ...times.map(from => times.filter(time => time >= from && time < from + within).length));

const arbitraryLimits = fc.record({
  channel: fc.record({ parts: fc.integer({ min: 1, max: 5 }), within: fc.integer({ min: 1_000, max: 5_000 }) }),
  workspace: fc.record({ parts: fc.integer({ min: 5, max: 300 }), within: fc.integer({ min: 1_000, max: 60_000 }) }),
  platform: fc.record({ parts: fc.integer({ min: 10, max: 50 }), within: fc.integer({ min: 500, max: 2_000 }) }),
});
const listed = (limits: Record<RateLimit['per'], Omit<RateLimit, 'per'>>): readonly RateLimit[] =>
  (['channel', 'workspace', 'platform'] as const).map(per => ({ per, ...limits[per] }));

/** Calls at odd times, some with a hold after them. */
const arbitraryCalls = fc.array(
  fc.record({
    workspace: fc.constantFrom('T1', 'T2', 'T3'),
    channel: fc.constantFrom('C1', 'C2', 'C3', 'C4'),
    after: fc.integer({ min: 0, max: 2_000 }),
    hold: fc.option(
      fc.record({
        reach: fc.constantFrom('channel' as const, 'workspace' as const, 'platform' as const),
        milliseconds: fc.integer({ min: 1, max: 20_000 }),
      }),
      { freq: 8 },
    ),
  }),
  { minLength: 1, maxLength: 60 },
);

/** Milliseconds that sums of fractions may be off. */
const rounding = 1e-3;

describe('whatever is asked for, and whenever', () => {
  it('no limit is exceeded in any window, nothing goes during a hold, and every call gets its turn, those of a channel in order', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLimits, arbitraryCalls, async (limits, wanted) => {
        const clock = virtualClock();
        const pacer = createPacer(listed(limits), clock);
        const gone: Gone[] = [];
        const holds: Hold[] = [];
        await clock.run(askInTurn(wanted, { clock, pacer, gone, holds }));

        expect(gone).toHaveLength(wanted.length);
        for (const { per, call, from, until } of holds) {
          const held = gone.filter(other => keys[per](other) === keys[per](call));
          expect(held.filter(({ at }) => at > from && at < until)).toEqual([]);
        }
        for (const { per, parts, within } of listed(limits)) {
          for (const gap of gaps(gone, keys[per])) expect(gap).toBeGreaterThanOrEqual(within / parts - rounding);
          for (const group of Map.groupBy(gone, keys[per]).values()) {
            const times = group.map(({ at }) => at);
            expect(mostWithin(times, within - rounding)).toBeLessThanOrEqual(parts);
          }
        }
        for (const group of Map.groupBy(gone, keys.channel).values()) {
          const orders = group.map(({ order }) => order);
          expect(orders).toEqual(orders.toSorted((one, other) => one - other));
        }
      }),
      { seed: 20_260_401, numRuns: 150 },
    );
  });

  it('threads of many channels side by side take at most 1.05 times what the limits make them take', async () => {
    const loads = fc.record({
      channels: fc.integer({ min: 1, max: 30 }),
      parts: fc.integer({ min: 1, max: 12 }),
      /** How long a call takes, in milliseconds. */
      latency: fc.integer({ min: 0, max: 900 }),
    });
    await fc.assert(
      fc.asyncProperty(loads, async ({ channels, parts, latency }) => {
        const { clock, since, go } = aPacer(slack);
        let last = 0;
        const thread = async (channel: string) => {
          for (let part = 0; part < parts; part += 1) {
            await go(channel);
            last = since();
            await clock.pause(latency);
          }
        };
        await clock.run(Promise.all(Array.from({ length: channels }, (_, index) => thread(`C${index}`))));
        // The last channel to begin still has all of its thread before it.
        const floor = Math.max((channels * parts - 1) * 200, (channels - 1) * 200 + (parts - 1) * 1_000);
        expect(last).toBeLessThanOrEqual(1.05 * floor);
      }),
      { seed: 20_260_401, numRuns: 100 },
    );
  });
});

type Wanted = typeof arbitraryCalls extends fc.Arbitrary<infer Value> ? Value : never;

const askInTurn = async (
  wanted: Wanted,
  { clock, pacer, gone, holds }: { clock: VirtualClock; pacer: Pacer; gone: Gone[]; holds: Hold[] },
): Promise<void> => {
  const now = () => clock.now().getTime();
  const calls: Promise<unknown>[] = [];
  for (const [order, { workspace, channel, after, hold }] of wanted.entries()) {
    await clock.pause(after);
    const call = { workspace, channel };
    calls.push(pacer.turn(call).then(() => gone.push({ ...call, at: now(), order })));
    if (hold === null) continue;
    pacer.hold(hold.reach, call, hold.milliseconds);
    holds.push({ per: hold.reach, call, from: now(), until: now() + hold.milliseconds });
  }
  await Promise.all(calls);
};
