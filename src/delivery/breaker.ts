/** Leaves a workspace alone in which every call fails, or the whole platform, until it may work again: a circuit breaker. */
import type { PlatformError } from '../chat/platform.ts';
import { minute, second } from '../edition/duration.ts';
import { backoff } from './backoff.ts';
import type { Clock } from './clock.ts';

export interface Problem {
  readonly problem: string;
  /** ISO 8601 in UTC. */
  readonly until: string;
}

export interface Breaker {
  /** Whether nothing is to be tried in a workspace now. */
  isOpen(workspace: string): boolean;
  /**
   * To be asked once before work begins there: false while it is open. After that it lets one in, and the others only when
   * that one had its answer, or a minute passed without one.
   */
  admits(workspace: string): boolean;
  /** @returns Whether it opened with this failure. */
  failed(workspace: string, error: PlatformError): boolean;
  /** The platform answered there, whatever it said of the channel. */
  succeeded(workspace: string): void;
  /** While nothing is tried there: why, and until when. */
  problemOf(workspace: string): Problem | undefined;
}

/** Calls without an answer in a row that open it. */
const mostFailures = 5;
/** Milliseconds that it stays open. */
const untilAnswered = { first: 30 * second, longest: 10 * minute };
/** A token that was revoked is mended by a person, not by waiting. */
const untilMended = 10 * minute;
const untilTried = minute;

/** Of a workspace, or of the platform, where the last call failed. */
interface Trouble {
  readonly problem: string;
  /** Failures in a row before it opened. */
  readonly failures: number;
  /** How often in a row it opened. */
  readonly openings: number;
  /** Open from one instant to the other, in milliseconds since 1970. It is open before as well: then the machine's clock was put back. */
  readonly from: number;
  readonly until: number;
  /** Whether one call tries meanwhile. */
  readonly isTried: boolean;
}

const untroubled: Trouble = { problem: '', failures: 0, openings: 0, from: 0, until: 0, isTried: false };

const everywhere = 'platform';
const within = (workspace: string): string => `workspace ${workspace}`;

/** @param random From 0 to 1, as Math.random. */
export const createBreaker = (clock: Clock, random: () => number): Breaker => {
  const troubles = new Map<string, Trouble>();

  const now = () => clock.now().getTime();
  const isOpenNow = ({ from, until }: Trouble) => from <= now() && now() < until;
  /** Those that keep calls from a workspace, the longest first. */
  const openAt = (workspace: string): readonly Trouble[] =>
    [everywhere, within(workspace)]
      .flatMap(key => troubles.get(key) ?? [])
      .filter(isOpenNow)
      .toSorted((one, other) => other.until - one.until);
  const isOpen = (workspace: string) => openAt(workspace).length > 0;

  /** Milliseconds for which a failure opens it; undefined where it does not yet. */
  const openingFor = ({ code }: PlatformError, { failures, openings }: Trouble): number | undefined => {
    if (code === 'revoked') return untilMended;
    const isEnough = failures + 1 >= mostFailures || openings > 0;
    return isEnough ? backoff(openings + 1, untilAnswered, random) : undefined;
  };

  return {
    isOpen,
    admits: workspace => {
      if (isOpen(workspace)) return false;
      for (const key of [everywhere, within(workspace)]) {
        const trouble = troubles.get(key);
        if (trouble === undefined || trouble.openings === 0) continue;
        troubles.set(key, { ...trouble, from: now(), until: now() + untilTried, isTried: true });
      }
      return true;
    },
    failed: (workspace, error) => {
      if (error.code !== 'revoked' && error.code !== 'unreachable') return false;
      const key = error.reach === 'platform' ? everywhere : within(workspace);
      const before = troubles.get(key) ?? untroubled;
      // Of a call that was in hand when it opened.
      if (isOpenNow(before) && !before.isTried) return false;
      const open = openingFor(error, before);
      troubles.set(key, {
        problem: error.message,
        failures: before.failures + 1,
        openings: before.openings + (open === undefined ? 0 : 1),
        from: now(),
        until: now() + (open ?? 0),
        isTried: false,
      });
      return open !== undefined;
    },
    succeeded: workspace => {
      troubles.delete(everywhere);
      troubles.delete(within(workspace));
    },
    problemOf: workspace => {
      const [longest] = openAt(workspace);
      return longest && { problem: longest.problem, until: new Date(longest.until).toISOString() };
    },
  };
};
