/**
 * In which order deliveries are begun, and how many of a workspace at a time, so that it has all of its own about as early as
 * its limits allow: the longest first, as one that is begun late ends late (Graham's rule, https://doi.org/10.1137/0117039).
 */
import type { RateLimit } from '../chat/platform.ts';
import { mostPerGroup } from './jobs/jobs.ts';
import { intervalOf } from './pace.ts';

/**
 * Deliveries at a time in one workspace by which it has all soonest. With few, each goes on as fast as a channel may, and one
 * begun after the others ends late; with many, they share what the workspace may, and the longest ends late.
 * @param left Parts that are left of each.
 */
export const atOnce = (left: readonly number[], limits: readonly RateLimit[]): number => {
  const interval = intervalOf(limits, 'workspace');
  if (interval === 0) return mostPerGroup;
  const apart = intervalOf(limits, 'channel') / interval;
  const longestFirst = left.toSorted((one, other) => other - one);
  let best = { most: 1, calls: Number.POSITIVE_INFINITY };
  for (let most = Math.min(Math.max(1, Math.ceil(apart)), mostPerGroup); most <= mostPerGroup; most += 1) {
    const calls = callsUntilDone(longestFirst, most, apart);
    if (calls < best.calls * worthwhile) best = { most, calls };
    if (most >= left.length) break;
  }
  return best.most;
};

/** The more go on, the more the longest depends on how evenly they share: so it must be worth it. */
const worthwhile = 0.95;

/**
 * When the last part goes out, counted in calls that the workspace may be sent meanwhile.
 * @param apart As many of these as must lie between two parts of a channel.
 */
const callsUntilDone = (longestFirst: readonly number[], most: number, apart: number): number => {
  const going: { left: number; next: number }[] = [];
  let begun = 0;
  let call = 0;
  for (;;) {
    for (const left of longestFirst.slice(begun, begun + most - going.length)) {
      going.push({ left, next: call });
      begun += 1;
    }
    const [first, ...others] = going;
    if (first === undefined) return call;
    const soonest = others.reduce((one, other) => (other.next < one.next ? other : one), first);
    call = Math.max(call, soonest.next) + 1;
    soonest.next = call - 1 + apart;
    soonest.left -= 1;
    if (soonest.left <= 0) going.splice(going.indexOf(soonest), 1);
  }
};

/** What a delivery is put in its place by. */
export interface Placed {
  readonly workspace: string;
  /** Milliseconds until its workspace begins. */
  readonly wait: number;
  /** Parts that are left to send. */
  readonly left: number;
}

/** Workspaces as they begin, each with its own together, the longest of these first. */
export const byPlace = (one: Placed, other: Placed): number => {
  if (one.wait !== other.wait) return one.wait - other.wait;
  if (one.workspace !== other.workspace) return one.workspace < other.workspace ? -1 : 1;
  return other.left - one.left;
};
