import { describe, expect, it } from 'vitest';
import { postingLimits as discordLimits } from '../../src/chat/discord/limits.ts';
import { postingLimits as slackLimits } from '../../src/chat/slack/limits.ts';
import { atOnce, byPlace } from '../../src/delivery/in-order.ts';

describe('how many deliveries of a workspace go on at a time', () => {
  it.each([
    ['that use up what Slack allows in it, each with a part a second', slackLimits, 5],
    ['twelve where it has no limit of its own, as in Discord', discordLimits, 12],
    ['one where a channel alone may use up all', [{ per: 'workspace', parts: 1, within: 1_000 }] as const, 1],
  ])('%s', (_, limits, expected) => {
    expect(atOnce(limits, false)).toBe(expected);
  });

  it('twelve where one process works alone, so that the sixth of six channels does not wait for another to have all', () => {
    expect(atOnce(slackLimits, true)).toBe(12);
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
