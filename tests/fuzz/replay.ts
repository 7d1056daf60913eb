/** Runs one case of a run again, and keeps its input. */
import { writeFileSync } from 'node:fs';
import { attempt } from './attempt.ts';
import { createChance } from './chance.ts';
import type { TargetName } from './target.ts';
import { openTarget } from './targets/index.ts';

export interface Replayed {
  readonly target: TargetName;
  readonly seed: number;
  readonly number: number;
}

/** What came of it, as text; its input is in a file of the current folder. */
export const replay = async ({ target: name, seed, number }: Replayed): Promise<string> => {
  const target = await openTarget(name);
  const made = target.make(createChance(seed, name, number));
  const file = `fuzz-${name}-${seed}-${number}.bin`;
  writeFileSync(file, made.bytes);
  const { time, isSlow, crash, faults } = await attempt(target, made);
  await target.close?.();
  return [
    `${file}: ${made.bytes.length} bytes, handed on as "${made.as}"`,
    `${time.toFixed(1)} ms${isSlow ? ', too slow' : ''}`,
    ...(crash === undefined ? [] : [`crash: ${crash}`]),
    ...faults.map(fault => `promise broken: ${fault}`),
  ].join('\n');
};
