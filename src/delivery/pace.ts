/** Lets calls to a platform go out no faster than its vendor allows: to a channel, in a workspace, and in all. */
import { PlatformError, type RateLimit, type Reach, type Target } from '../chat/platform.ts';
import { second } from '../edition/duration.ts';
import type { Clock } from './clock.ts';

export interface Pacer {
  /**
   * Resolves when a part may be posted there, for those of a channel in the order of asking; at once when `signal` is
   * aborted, which then counts as no call.
   * @param patience Milliseconds. Default: it waits for as long as it takes.
   * @throws PlatformError `rate-limited` where a hold is longer than that.
   */
  turn(target: Target, signal?: AbortSignal, patience?: number): Promise<void>;
  /** Lets nothing out for so many milliseconds: not what asks from now on, nor what waits already. */
  hold(reach: Reach, target: Target, milliseconds: number): Promise<void>;
  /** Of how many channels and workspaces anything is remembered. */
  known(): number;
}

/** What is paced together with other processes: workspaces and the platform. A channel is one process's at a time. */
export interface SharedPace {
  /** The instant at which a call may go out: its own, as no other gets it. */
  take(target: Target): Promise<SharedTurn>;
  hold(reach: Reach, target: Target, milliseconds: number): Promise<void>;
}

/** Milliseconds to wait for the instant that was given; or, where it is held, until it may be asked again. */
export interface SharedTurn {
  readonly wait: number;
  readonly isHeld: boolean;
}

/** What calls of one channel, one workspace, or the whole platform go through one by one. */
interface Gate {
  readonly reach: Reach;
  /** Milliseconds from one call to the next. */
  readonly interval: number;
  /** Closed from one instant to the other. It is open before as well: then the machine's clock was put back. */
  closed: { readonly from: number; readonly until: number; readonly isHeld: boolean };
  /** Ends with the last in the line. Where calls need no space between them, there is none. */
  line: Promise<unknown>;
  /** How many are on their way through it. */
  comers: number;
}

/** Who comes through, and when that would not wait any more. */
interface Coming {
  readonly target: Target;
  readonly signal: AbortSignal | undefined;
  readonly patience: number;
}

/**
 * Through these in turn. A channel that must wait thus takes no place from others of its workspace, and each gate is
 * closed behind a call when it really goes out.
 */
const reaches = ['channel', 'workspace', 'platform'] as const satisfies readonly Reach[];

/**
 * Calls are spaced evenly instead of let out in bursts, of which vendors do not say how large they may be.
 * @param limits All hold at once.
 * @param shared Where other processes call as well. Default: this one is alone.
 */
export const createPacer = (limits: readonly RateLimit[], clock: Clock, shared?: SharedPace): Pacer => {
  const gates = new Map<string, Gate>();
  let sweepAt = fewGates;

  const now = () => clock.now().getTime();
  const isClosed = ({ closed }: Gate) => closed.from <= now() && now() < closed.until;
  const close = (gate: Gate, milliseconds: number, isHeld: boolean) => {
    const until = now() + milliseconds;
    if (!isClosed(gate) || until > gate.closed.until) gate.closed = { from: now(), until, isHeld };
  };

  /** Forgets gates that are open with nobody on the way through: rarely enough to cost next to nothing for each call. */
  const sweep = () => {
    for (const [key, gate] of gates) if (gate.comers === 0 && !isClosed(gate)) gates.delete(key);
    sweepAt = Math.max(fewGates, 2 * gates.size);
  };

  const gateOf = (reach: Reach, target: Target): Gate => {
    const key = keyOf(reach, target);
    const known = gates.get(key);
    if (known !== undefined) return known;
    if (gates.size >= sweepAt) sweep();
    const gate = newGate(reach, intervalOf(limits, reach));
    gates.set(key, gate);
    return gate;
  };

  /** @returns False where one of `passed` closed meanwhile, so that the call is to begin anew. */
  const goOut = async (passed: readonly Gate[], { target, signal }: Coming): Promise<boolean> => {
    if (shared !== undefined) {
      const { wait, isHeld } = await shared.take(target);
      // Whichever of them is held: those of other workspaces are told by themselves.
      if (isHeld) close(gateOf('workspace', target), wait, true);
      else if (wait > 0) await clock.pause(wait, signal);
      if (signal?.aborted) return true;
      if (passed.some(isClosed)) return false;
    }
    for (const one of passed) if (shared === undefined || one.reach === 'channel') close(one, one.interval, false);
    return true;
  };

  /** @returns As `goOut` does. */
  const pass = (passed: readonly Gate[], ahead: readonly Gate[], coming: Coming): Promise<boolean> => {
    const [gate, ...rest] = ahead;
    if (gate === undefined) return goOut(passed, coming);
    const { signal, patience } = coming;
    return inLine(gate, async () => {
      for (;;) {
        if (signal?.aborted) return true;
        if (passed.some(isClosed)) return false;
        if (isClosed(gate)) {
          const wait = gate.closed.until - now();
          if (gate.closed.isHeld && wait > patience) throw heldFor(wait, gate.reach);
          await clock.pause(wait, signal);
        } else if (await pass([...passed, gate], rest, coming)) return true;
      }
    });
  };

  const comeThrough = async (coming: Coming): Promise<void> => {
    const own: Gate[] = [];
    for (const reach of reaches) {
      const gate = gateOf(reach, coming.target);
      gate.comers += 1;
      own.push(gate);
    }
    try {
      await pass([], own, coming);
    } finally {
      for (const gate of own) gate.comers -= 1;
    }
  };

  return {
    turn: (target, signal, patience = Number.POSITIVE_INFINITY) => {
      const coming = comeThrough({ target, signal, patience });
      return signal === undefined ? coming : unlessAborted(coming, signal);
    },
    hold: async (reach, target, milliseconds) => {
      close(gateOf(reach, target), milliseconds, true);
      if (reach !== 'channel') await shared?.hold(reach, target, milliseconds);
    },
    known: () => gates.size,
  };
};

const heldFor = (wait: number, reach: Reach): PlatformError =>
  new PlatformError(
    'rate-limited',
    `The platform was called too often: it takes nothing from us for ${Math.ceil(wait / second)} seconds.`,
    {
      retryAfter: wait,
      reach,
    },
  );

/** So many are kept without looking whether they are needed. */
const fewGates = 1_000;

const newGate = (reach: Reach, interval: number): Gate => ({
  reach,
  interval,
  closed: { from: 0, until: 0, isHeld: false },
  line: Promise.resolve(),
  comers: 0,
});

const keyOf = (reach: Reach, { workspace, channel }: Target): string => {
  if (reach === 'platform') return reach;
  return reach === 'workspace' ? `workspace ${workspace}` : `channel ${workspace} ${channel}`;
};

/** The longest that a limit asks for: it keeps the others as well. */
export const intervalOf = (limits: readonly RateLimit[], reach: Reach): number =>
  Math.max(0, ...limits.filter(({ per }) => per === reach).map(({ parts, within }) => within / parts));

const inLine = <Result>(gate: Gate, work: () => Promise<Result>): Promise<Result> => {
  if (gate.interval === 0) return work();
  const mine = gate.line.then(work);
  // Whoever leaves the line leaves it to the next.
  gate.line = mine.catch(() => {});
  return mine;
};

/** Who is told to stop in the middle of a line leaves it at once. */
const unlessAborted = async (work: Promise<void>, signal: AbortSignal): Promise<void> => {
  const stop = Promise.withResolvers<void>();
  const leave = () => stop.resolve();
  signal.addEventListener('abort', leave);
  if (signal.aborted) leave();
  await Promise.race([work, stop.promise]);
  signal.removeEventListener('abort', leave);
};
