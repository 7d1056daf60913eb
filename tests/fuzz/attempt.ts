/** Runs one case and says what came of it. */
import type { Case, Target } from './target.ts';

export interface Attempt {
  /** Milliseconds, judging not included. */
  readonly time: number;
  /** Whether it took too long when it was run first. */
  readonly isDoubtful: boolean;
  readonly isSlow: boolean;
  /** What it threw, in a few lines. */
  readonly crash?: string;
  /** The promises that did not hold. */
  readonly faults: readonly string[];
}

/** How often a slow case is run again: another process may have had the core, but hardly each time … */
const secondLooks = 2;

/** … nor for so many times as long as a case may take. */
const hopeless = 10;

/** Lines of a stack that tell where it happened. */
const toldLines = 6;

const once = async (target: Target, made: Case): Promise<Omit<Attempt, 'isSlow' | 'isDoubtful'>> => {
  const begun = performance.now();
  try {
    const judge = await target.run(made);
    const time = performance.now() - begun;
    return { time, faults: judge() };
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { time: performance.now() - begun, crash: stack.split('\n').slice(0, toldLines).join('\n'), faults: [] };
  }
};

/** What came of a case; where it takes longer than it may, the fastest of three runs counts. */
export const attempt = async (target: Target, made: Case): Promise<Attempt> => {
  const first = await once(target, made);
  let { time } = first;
  const isDoubtful = () => time > target.mostTime && time < target.mostTime * hopeless;
  for (let left = secondLooks; left > 0 && isDoubtful(); left--) time = Math.min(time, (await once(target, made)).time);
  return { ...first, time, isDoubtful: first.time > target.mostTime, isSlow: time > target.mostTime };
};
