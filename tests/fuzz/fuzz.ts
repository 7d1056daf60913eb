/** Runs the cases of a target over several threads, goes on after those that hang or die, and puts together what was found. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Outcome, Share, Word } from './share.ts';
import type { TargetName } from './target.ts';

export interface FuzzOptions {
  readonly target: TargetName;
  readonly cases: number;
  readonly seed: number;
  /** Threads. */
  readonly jobs: number;
  readonly onProgress: (done: number) => void;
}

export interface FuzzReport extends Pick<FuzzOptions, 'target' | 'seed' | 'cases'> {
  /** The slowest first. */
  readonly outcomes: readonly Outcome[];
  /** Bytes held by all threads after each tenth of the run, garbage collected. */
  readonly held: readonly number[];
  readonly seconds: number;
}

/** Milliseconds without a word after which a thread hangs. */
const patience = 30_000;

export const fuzz = async ({ target, cases, seed, jobs, onProgress }: FuzzOptions): Promise<FuzzReport> => {
  const begun = performance.now();
  const outcomes: Outcome[] = [];
  const take = (more: readonly Outcome[]) => {
    outcomes.push(...more);
    onProgress(outcomes.length);
  };
  const held = await Promise.all(
    Array.from({ length: jobs }, (_, job) => {
      const numbers = Array.from({ length: Math.ceil((cases - job) / jobs) }, (_case, index) => job + index * jobs);
      return runShare({ target, seed, numbers, weighEvery: Math.max(1, Math.ceil(numbers.length / 10)) }, take);
    }),
  );
  const tenths = Math.min(...held.map(({ length }) => length));
  return {
    ...{ target, seed, cases },
    outcomes: outcomes.sort((one, other) => other.time - one.time),
    held: Array.from({ length: tenths }, (_, tenth) => held.reduce((sum, thread) => sum + (thread[tenth] ?? 0), 0)),
    seconds: (performance.now() - begun) / 1000,
  };
};

/** Runs a share to its end, in a new thread after each that hangs or dies: the case it had in hand crashed. */
const runShare = async (share: Omit<Share, 'present'>, take: (outcomes: readonly Outcome[]) => void) => {
  const held: number[] = [];
  let numbers = share.numbers;
  while (numbers.length > 0) {
    const done = new Set<number>();
    const present = new Int32Array(new SharedArrayBuffer(4)).fill(numbers[0] ?? 0);
    const crash = await runThread({ ...share, numbers, present }, word => {
      if ('held' in word) held.push(word.held);
      else {
        for (const { number } of word.outcomes) done.add(number);
        take(word.outcomes);
      }
    });
    numbers = numbers.filter(number => !done.has(number));
    if (numbers.length === 0) break;
    const number = Atomics.load(present, 0);
    take([{ number, crash: crash ?? 'The thread ended.', time: 0, isDoubtful: false, isSlow: false, faults: [] }]);
    numbers = numbers.filter(one => one !== number);
  }
  return held;
};

/** What a thread died of; undefined where nobody says. */
const runThread = async (share: Share, hear: (word: Word) => void): Promise<string | undefined> => {
  const worker = new Worker(new URL('./share.ts', import.meta.url), { workerData: share });
  let death: string | undefined;
  const hang = () => {
    death = `It hangs: no word for ${patience / 1000} s.`;
    void worker.terminate();
  };
  let watch = setTimeout(hang, patience);
  worker.on('message', (word: Word) => {
    clearTimeout(watch);
    watch = setTimeout(hang, patience);
    hear(word);
  });
  worker.on('error', error => {
    death = error instanceof Error ? (error.stack ?? error.message) : String(error);
  });
  await once(worker, 'exit');
  clearTimeout(watch);
  return death;
};
