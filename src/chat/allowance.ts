/**
 * How often each of many may do something: so often at once, and once more after each interval. It is the generic cell rate
 * algorithm (ITU-T I.371, annex A), which remembers one instant of each: limits that libraries offer keep a timer or a list
 * of each name, as many as there are names, and read the clock themselves.
 */
import { LRUCache } from 'lru-cache';

export interface Rate {
  /** How often, after a rest. */
  readonly atOnce: number;
  /** Milliseconds after which once more. */
  readonly interval: number;
}

export interface Allowance {
  /**
   * Milliseconds until `name` may; 0 where it may now. It takes nothing.
   * @param overdraft How often beyond what is allowed.
   */
  wait(name: string, overdraft?: number): number;
  /** Counts that it did, whether it may or not. */
  take(name: string): void;
}

export interface AllowanceOptions extends Rate {
  /** Names that are remembered: of more, those that did nothing for longest begin anew. */
  readonly mostNames: number;
  /** Milliseconds since some instant, which never go back. */
  readonly stopwatch: () => number;
}

export const createAllowance = ({ atOnce, interval, mostNames, stopwatch }: AllowanceOptions): Allowance => {
  /** When each has all of its allowance again. */
  const restedAt = new LRUCache<string, number>({ max: mostNames });
  const restedOnceMore = (name: string): number => Math.max(stopwatch(), restedAt.get(name) ?? 0) + interval;
  return {
    wait: (name, overdraft = 0) => Math.max(0, restedOnceMore(name) - (atOnce + overdraft) * interval - stopwatch()),
    take: name => void restedAt.set(name, restedOnceMore(name)),
  };
};
