import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../../src/archive/archive.ts';
import { recordHealth } from '../../../src/archive/health.ts';
import { type WhyNotMadeOptions, whyNotMade } from '../../../src/delivery/alerts/why-not-made.ts';
import type { DeadLetter, Depth } from '../../../src/delivery/jobs/jobs.ts';
import type { SourceStatus } from '../../../src/edition/source.ts';

const date = '2026-04-01';
const at = '2026-04-01T06:00:00Z';
const failed = (name: string): SourceStatus => ({ name, status: 'failed', items: 0, reason: 'no route', since: at });
const letter: DeadLetter = { kind: 'edit', key: date, data: { date }, reason: 'The disk is full.', since: at };
const depth = (waiting: number, inHand: number): Depth => ({ kind: 'edit', waiting, inHand });

describe('why an edition is not there', () => {
  let archive: Archive;
  beforeEach(async () => {
    archive = await openArchive({ path: ':memory:' });
  });
  afterEach(() => archive.close());

  interface Given extends Partial<WhyNotMadeOptions> {
    readonly letters?: readonly DeadLetter[];
    readonly depths?: readonly Depth[];
  }
  const why = ({ letters = [], depths = [], ...rest }: Given = {}) =>
    whyNotMade(date, {
      archive,
      jobs: { deadLetters: async () => letters, depths: async () => depths },
      sources: ['A', 'B'],
      lastFailure: () => undefined,
      ...rest,
    });

  it('is not known where nothing is', async () => {
    expect(await why()).toBeUndefined();
    expect(await why({ letters: [{ ...letter, key: '2026-03-31' }], depths: [depth(0, 0)] })).toBeUndefined();
  });

  it('is first that it was given up, then why it failed here', async () => {
    const lastFailure = (of: string) => (of === date ? 'The disk is nearly full.' : undefined);
    expect(await why({ letters: [letter], lastFailure })).toBe('It is given up. The last time: The disk is full.');
    expect(await why({ lastFailure })).toBe('The last time it failed: The disk is nearly full.');
  });

  it('is that nothing could be read, where no source of the list could', async () => {
    await recordHealth(archive, [failed('A'), failed('B'), { name: 'Gone', status: 'ok', items: 1 }], at);
    expect(await why()).toBe('None of 2 sources could be read. The first, A: no route (failing since 2026-04-01).');
    await recordHealth(archive, [{ name: 'B', status: 'ok', items: 1 }], at);
    expect(await why()).toBeUndefined();
  });

  it('is that it is being made, or waits for a process that would', async () => {
    expect(await why({ depths: [depth(0, 1)] })).toBe('It is being made now.');
    expect(await why({ depths: [depth(1, 0)] })).toMatch(/^It waits to be made/);
  });
});
