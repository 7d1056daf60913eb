/** Lets calls to a platform go out no faster than its vendor allows: to a channel, in a workspace, and in all. */
import type { RateLimit, Reach, Target } from '../chat/platform.ts';
import type { Clock } from './clock.ts';

export interface Pacer {
  /**
   * Resolves when a part may be posted there, for those of a channel in the order of asking; at once when `signal` is
   * aborted, which then counts as no call.
   */
  turn(target: Target, signal?: AbortSignal): Promise<void>;
  /** Lets nothing out for so many milliseconds: not what asks from now on, nor what waits already. */
  hold(reach: Reach, target: Target, milliseconds: number): void;
  /** Of how many channels and workspaces anything is remembered. */
  known(): number;
}

/** What calls of one channel, one workspace, or the whole platform go through one by one. */
interface Gate {
  /** Milliseconds from one call to the next. */
  readonly interval: number;
  /** Closed from one instant to the other. It is open before as well: then the machine's clock was put back. */
  closed: { readonly from: number; readonly until: number };
  /** Ends with the last in the line. */
  line: Promise<unknown>;
  /** How many are on their way through it. */
  comers: number;
}

/**
 * Through these in turn. A channel that must wait thus takes no place from others of its workspace, and each gate is
 * closed behind a call when it really goes out.
 */
const reaches = ['channel', 'workspace', 'platform'] as const satisfies readonly Reach[];

/**
 * Calls are spaced evenly instead of let out in bursts, of which vendors do not say how large they may be.
 * @param limits All hold at once.
 */
export const createPacer = (limits: readonly RateLimit[], clock: Clock): Pacer => {
  const gates = new Map<string, Gate>();
  let sweepAt = fewGates;

  const now = () => clock.now().getTime();
  const isClosed = ({ closed }: Gate) => closed.from <= now() && now() < closed.until;
  const close = (gate: Gate, milliseconds: number) => {
    const until = now() + milliseconds;
    if (!isClosed(gate) || until > gate.closed.until) gate.closed = { from: now(), until };
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
    const gate = newGate(intervalOf(limits, reach));
    gates.set(key, gate);
    return gate;
  };

  /** @returns False where one of `passed` closed meanwhile, so that the call is to begin anew. */
  const pass = (passed: readonly Gate[], ahead: readonly Gate[], signal: AbortSignal | undefined): Promise<boolean> => {
    const [gate, ...rest] = ahead;
    if (gate === undefined) {
      for (const one of passed) close(one, one.interval);
      return Promise.resolve(true);
    }
    return inLine(gate, async () => {
      for (;;) {
        if (signal?.aborted) return true;
        if (passed.some(isClosed)) return false;
        if (isClosed(gate)) await clock.pause(gate.closed.until - now(), signal);
        else if (await pass([...passed, gate], rest, signal)) return true;
      }
    });
  };

  const comeThrough = async (target: Target, signal: AbortSignal | undefined): Promise<void> => {
    const own: Gate[] = [];
    for (const reach of reaches) {
      const gate = gateOf(reach, target);
      gate.comers += 1;
      own.push(gate);
    }
    await pass([], own, signal);
    for (const gate of own) gate.comers -= 1;
  };

  return {
    turn: (target, signal) => {
      const coming = comeThrough(target, signal);
      return signal === undefined ? coming : unlessAborted(coming, signal);
    },
    hold: (reach, target, milliseconds) => close(gateOf(reach, target), milliseconds),
    known: () => gates.size,
  };
};

/** So many are kept without looking whether they are needed. */
const fewGates = 1_000;

const newGate = (interval: number): Gate => ({
  interval,
  closed: { from: 0, until: 0 },
  line: Promise.resolve(),
  comers: 0,
});

const keyOf = (reach: Reach, { workspace, channel }: Target): string => {
  if (reach === 'platform') return reach;
  return reach === 'workspace' ? `workspace ${workspace}` : `channel ${workspace} ${channel}`;
};

/** The longest that a limit asks for: it keeps the others as well. */
const intervalOf = (limits: readonly RateLimit[], reach: Reach): number =>
  Math.max(0, ...limits.filter(({ per }) => per === reach).map(({ parts, within }) => within / parts));

const inLine = <Result>(gate: Gate, work: () => Promise<Result>): Promise<Result> => {
  const mine = gate.line.then(work);
  gate.line = mine;
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
