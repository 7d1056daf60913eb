/** Calls that run at the same time, as those of several processes do, in orders that are drawn. */
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { createDraw } from '../../torture/draw.ts';
import type { CurrentArchive } from './place.ts';

export type Call = (archive: Archive) => Promise<unknown>;

/** How a call ended: what it gave, or the code of the ArchiveError with which it failed; another error as it is. */
export type Ending = { readonly given: unknown } | { readonly failed: unknown };

/** Runs all calls at once, the first on one archive, the second on another and so on in turns. Their endings, in their order. */
export type SideBySide = (round: number, calls: readonly Call[]) => Promise<readonly Ending[]>;

/** As often as a fault that takes two calls at an ill moment needs to be seen. */
export const rounds = Array.from({ length: 25 }, (_, index) => index);

const draw = createDraw(2_026);

/** The place is opened twice where two may write at a time: a file has one process that writes, whose calls take turns. */
export const sideBySide = (archive: CurrentArchive): SideBySide => {
  let other: Archive;
  beforeEach(async () => {
    other = archive().engine.name === 'postgres' ? await archive.place().open() : archive();
  });
  afterEach(async () => {
    if (other !== archive()) await other.close();
  });
  return (round, calls) =>
    Promise.all(
      calls.map(async (call, index) => {
        for (let turns = Math.floor(draw(round, index) * 8); turns > 0; turns--) await setImmediate();
        return endingOf(call(index % 2 === 0 ? archive() : other));
      }),
    );
};

const endingOf = (work: Promise<unknown>): Promise<Ending> =>
  work.then(
    given => ({ given }),
    (error: unknown) => ({ failed: error instanceof Error && 'code' in error ? error.code : error }),
  );
