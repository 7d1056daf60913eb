/** A thread's share of a run: every so many cases of a target, one after the other. Runs in a thread of its own. */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { type Attempt, attempt } from './attempt.ts';
import { createChance } from './chance.ts';
import type { TargetName } from './target.ts';
import { openTarget } from './targets/index.ts';

export interface Share {
  readonly target: TargetName;
  readonly seed: number;
  readonly numbers: readonly number[];
  /** Bytes held are told after each so many cases. */
  readonly weighEvery: number;
  /** One cell: the number of the case in hand, for whoever has to end a thread that hangs. */
  readonly present: Int32Array;
}

export interface Outcome extends Attempt {
  readonly number: number;
}

/** What a thread tells of: cases that are done, and the bytes that it holds once its garbage is collected. */
export type Word = { readonly outcomes: readonly Outcome[] } | { readonly held: number };

/** Milliseconds between two words about cases. */
const silence = 500;

const bytesHeld = (): number => {
  global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const runShare = async (share: Share, tell: (word: Word) => void): Promise<void> => {
  const target = await openTarget(share.target);
  let outcomes: Outcome[] = [];
  let told = performance.now();
  const tellOutcomes = () => {
    tell({ outcomes });
    outcomes = [];
    told = performance.now();
  };
  for (const [index, number] of share.numbers.entries()) {
    Atomics.store(share.present, 0, number);
    const made = target.make(createChance(share.seed, share.target, number));
    outcomes.push({ number, ...(await attempt(target, made)) });
    if (performance.now() - told > silence) tellOutcomes();
    if ((index + 1) % share.weighEvery === 0) tell({ held: bytesHeld() });
  }
  tellOutcomes();
  await target.close?.();
};

if (!isMainThread && parentPort !== null) {
  const port = parentPort;
  await runShare(workerData as Share, word => port.postMessage(word));
}
