import { describe, expect, inject, it } from 'vitest';
import { judge } from '../../bench/scale/judgement.ts';
import { runMorning } from '../../bench/scale/run-morning.ts';

describe('a morning of many workspaces on two workers', () => {
  it('brings each channel all of its messages once and in order, within the limits, whoever has trouble', async () => {
    // With one workspace that is rate-limited and one that is slow.
    const morning = await runMorning(inject('postgres'), 28, 2);
    const { worst, worstOf, makespan, ...judgement } = judge(morning);
    expect(judgement).toMatchObject({ deliveries: 280, tooMany: 0, doubles: 0, outOfOrder: 0, lost: 0 });
    expect(morning.sightings.messages).toBe(judgement.parts);
    expect(worst).toBeLessThanOrEqual(1.2);
    // The others are done before these are.
    expect(worstOf['rate-limited']).toBeGreaterThan(1.2);
    expect(worstOf.slow).toBeGreaterThan(1.2);
    expect(makespan).toBeLessThan(60);
  });

  it('has what is alike rendered once', async () => {
    const { planner } = await runMorning(inject('postgres'), 8, 1);
    expect(planner.renderings).toBe(10);
  });
});
