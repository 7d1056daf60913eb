/**
 * In which order deliveries are begun, and how many of a workspace at a time, so that it has all of its own about as early as
 * its limits allow: the longest first, as one that is begun late ends late (Graham's rule, https://doi.org/10.1137/0117039),
 * and no more than can each go on as fast as a channel may, as one that shares with others would.
 */
import type { RateLimit } from '../chat/platform.ts';
import { intervalOf } from './pace.ts';

/** Where a platform names no limit for a workspace: enough to go on while some wait for an answer. */
const mostAtOnce = 12;

/**
 * Deliveries at a time in one workspace that use up what it allows. A process that works alone has room for more: the few
 * channels of a small workspace share its pace, as the sixth of six would come late if it waited for another's end.
 */
export const atOnce = (limits: readonly RateLimit[], isAlone: boolean): number => {
  const interval = intervalOf(limits, 'workspace');
  return isAlone || interval === 0
    ? mostAtOnce
    : Math.min(mostAtOnce, Math.max(1, Math.ceil(intervalOf(limits, 'channel') / interval)));
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
