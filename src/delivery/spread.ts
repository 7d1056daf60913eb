/**
 * Spreads what is due at one moment, as most channels want their edition at nine, so that neither the platforms nor the
 * database meet all of it at once: evenly, each workspace at about the same place each day, and its channels side by side.
 */
import { createHash } from 'node:crypto';
import { minute, second } from '../edition/duration.ts';

/** Milliseconds after its time within which every delivery is begun, where there are workers enough: the promise of docs/scale.md. */
export const promisedWindow = 10 * minute;
/** Milliseconds from one start to the next, where the window leaves them: a small installation sees no delay. */
const betweenStarts = 20;
/** Milliseconds that are not worth spreading over. */
const noTime = second;

/**
 * @param workspaces Of the channels that are due: each as often as it has some.
 * @returns For a workspace, how many milliseconds its channels wait, below `promisedWindow`.
 */
export const spread = (workspaces: readonly string[]): ((workspace: string) => number) => {
  const window = Math.min(promisedWindow, workspaces.length * betweenStarts);
  if (window < noTime) return () => 0;
  const counts = new Map<string, number>();
  for (const workspace of workspaces) counts.set(workspace, (counts.get(workspace) ?? 0) + 1);
  const inOrder = [...counts].map(([workspace, count]) => ({ workspace, count, place: placeOf(workspace) }));
  inOrder.sort((one, other) => one.place - other.place);
  const waits = new Map<string, number>();
  let before = 0;
  for (const { workspace, count } of inOrder) {
    waits.set(workspace, (before / workspaces.length) * window);
    before += count;
  }
  return workspace => waits.get(workspace) ?? 0;
};

/** The same each day, and no order that anybody gave. */
const placeOf = (workspace: string): number => createHash('sha1').update(workspace).digest().readUInt32BE();
