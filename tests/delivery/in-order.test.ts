import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postingLimits as discordLimits } from '../../src/chat/discord/limits.ts';
import { postingLimits as slackLimits } from '../../src/chat/slack/limits.ts';
import { atOnce, byPlace } from '../../src/delivery/in-order.ts';

const times = (count: number, parts: number): readonly number[] => Array.from({ length: count }, () => parts);

/** Calls of a workspace, five of which go out while a channel may have one, until all have theirs; or the least for the longest alone. */
const floorOf = (left: readonly number[]): number =>
  Math.max(
    left.reduce((sum, parts) => sum + parts, 0),
    5 * (Math.max(...left) - 1) + 1,
  );

/** The same for deliveries that go on `most` at a time and wait in line for a call each time they may have one. */
const callsUntilDone = (left: readonly number[], most: number): number => {
  const waiting = left.toSorted((one, other) => one - other);
  const line: number[] = [];
  const resting: number[][] = [[], [], [], [], []];
  for (let call = 0; ; call += 1) {
    line.push(...(resting.shift() ?? []));
    while (line.length + resting.flat().length < most && waiting.length > 0) line.push(waiting.pop() ?? 0);
    if (line.length + resting.flat().length === 0) return call;
    const parts = (line.shift() ?? 0) - 1;
    resting.push(parts > 0 ? [parts] : []);
  }
};

describe('how many deliveries of a workspace go on at a time', () => {
  it.each([
    [
      'as many as there are where few are alike, so that the sixth does not wait for another to have all',
      times(6, 22),
      6,
    ],
    ['five where the longest would end late by sharing', [22, ...times(4, 11), ...times(5, 4)], 5],
    ['at least five, which use up what Slack allows in it, each with a part a second', times(1, 22), 5],
  ])('%s', (_, left, expected) => {
    expect(atOnce(left, slackLimits)).toBe(expected);
  });

  it('twelve where it has no limit of its own, as in Discord', () => {
    expect(atOnce(times(40, 11), discordLimits)).toBe(12);
  });

  it('one where a channel alone may use up all', () => {
    expect(atOnce([3, 2, 1], [{ per: 'workspace', parts: 1, within: 1_000 }])).toBe(1);
  });

  it('lets any workspace have all within 1.2 times the least that its limits allow', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 30 }), left => {
        const most = atOnce(left, slackLimits);
        expect(callsUntilDone(left, most)).toBeLessThanOrEqual(1.2 * floorOf(left) + 2);
      }),
    );
  });
});

describe('in which order deliveries are begun', () => {
  it('is that of their workspaces, and in each the one of which most is left first', () => {
    const due = [
      { workspace: 'T3', wait: 0, left: 2 },
      { workspace: 'T1', wait: 40, left: 3 },
      { workspace: 'T2', wait: 20, left: 1 },
      { workspace: 'T1', wait: 40, left: 18 },
      { workspace: 'T2', wait: 20, left: 5 },
    ];
    expect(due.toSorted(byPlace).map(({ workspace, left }) => `${workspace} ${left}`)).toEqual([
      'T3 2',
      'T2 5',
      'T2 1',
      'T1 18',
      'T1 3',
    ]);
  });

  it('keeps those of a workspace together that begins together with another', () => {
    const due = ['T2', 'T1', 'T2', 'T1'].map((workspace, place) => ({ workspace, wait: 0, left: place }));
    expect(due.toSorted(byPlace).map(({ workspace }) => workspace)).toEqual(['T1', 'T1', 'T2', 'T2']);
  });
});
