/** How long to wait before trying again, so that many callers who failed together do not come back together. */

/** Milliseconds. */
export interface BackoffLimits {
  readonly first: number;
  readonly longest: number;
}

/**
 * Exponential, with what is known as equal jitter: half of the time is certain, so that nobody asks again at once, and
 * half is random (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 * @param attempt How often it was tried, from 1.
 * @param random From 0 to 1, as Math.random.
 * @returns Milliseconds: from half of `first`, doubled with each attempt, to all of that, and never above `longest`.
 */
export const backoff = (attempt: number, { first, longest }: BackoffLimits, random: () => number): number => {
  const most = Math.min(longest, first * 2 ** (attempt - 1));
  return (most / 2) * (1 + random());
};
