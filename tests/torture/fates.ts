/** What may become of a call, and how likely: faults as platforms and networks have them, and the points at which the caller is killed. */
import { type Draw, pick } from './draw.ts';

/** What the caller gets instead of what it asked for. */
export type Fault =
  /** 429, with the seconds to wait where they are told; nothing is done. */
  | { readonly kind: 'rate limit'; readonly retryAfter?: number }
  | { readonly kind: 'error before'; readonly status: number }
  | { readonly kind: 'error after'; readonly status: number }
  | { readonly kind: 'reset before' }
  | { readonly kind: 'reset after' }
  | { readonly kind: 'silence before' }
  | { readonly kind: 'silence after' }
  /** Carried out only so many milliseconds after the caller gave up. */
  | { readonly kind: 'silence, then done'; readonly delay: number }
  /** It is done, and answered with what cannot be read. */
  | { readonly kind: 'malformed' }
  /** It is done, and the connection breaks amid the answer. */
  | { readonly kind: 'truncated' }
  /** Carried out and answered only after so many milliseconds, for which the caller waits. */
  | { readonly kind: 'slow'; readonly delay: number };

export type FaultKind = Fault['kind'];

/** Where the caller is killed, as the platform sees it. */
export type KillPoint =
  /** The call arrived and is never carried out. */
  | 'before the call'
  /** The call arrived and is carried out though its caller is dead, maybe after the next one was started. */
  | 'before the call, done late'
  | 'after the call, before the answer'
  | 'after the answer'
  | 'at any instant';

export interface Kill {
  readonly point: KillPoint;
  /** At which call from the start of the process. */
  readonly call: number;
  /** Counts calls that post alone, not those that look something up. */
  readonly countsPosts: boolean;
  /** Of a kill at any instant: milliseconds of the machine's clock from the start. */
  readonly after: number;
  /** Of a call that is done late: milliseconds after the death of its caller. */
  readonly delay: number;
}

/** Where the caller is stopped for longer than what it holds is its own, and then goes on. */
export type StallPoint = 'before the answer' | 'after the answer' | 'at any instant';

export interface Stall {
  readonly point: StallPoint;
  readonly call: number;
  /** Milliseconds of the machine's clock: of one at any instant from the start, and how long it lasts. */
  readonly after: number;
  readonly lasts: number;
}

const statuses = [500, 502, 503] as const;
/** Milliseconds of the bot's clock. It asks for nothing that it lost before 10 s, so that these are late and not too late. */
const longestDelay = { afterGivingUp: 4_000, afterDeath: 8_000 };

/** The fault of the n-th call for a channel, if any. */
export const faultAt = (draw: Draw, platform: 'slack' | 'discord', ...which: readonly (string | number)[]) => {
  const of = (question: string) => draw('fault', platform, ...which, question);
  if (of('any') > 0.12) return undefined;
  const status = statuses[Math.floor(of('status') * statuses.length)] ?? 500;
  return pick<Fault>(of('kind'), [
    [{ kind: 'rate limit', retryAfter: secondsToWait(platform, of('wait')) }, 2],
    [{ kind: 'rate limit' }, 0.5],
    [{ kind: 'error before', status }, 1],
    [{ kind: 'error after', status }, 1],
    [{ kind: 'reset before' }, 1],
    [{ kind: 'reset after' }, 1],
    [{ kind: 'silence before' }, 0.5],
    [{ kind: 'silence after' }, 0.5],
    [{ kind: 'silence, then done', delay: of('delay') * longestDelay.afterGivingUp }, 0.5],
  ]);
};

/** Slack tells whole seconds. The client for Discord waits short times out by itself, on the machine's clock, and leaves long ones to delivery. */
export const secondsToWait = (platform: 'slack' | 'discord', drawn: number): number => {
  if (platform === 'slack') return 1 + Math.floor(drawn * 3);
  return drawn < 0.5 ? 0.05 + drawn / 5 : 6;
};

/** @param calls How many calls a process makes on average before it is killed. */
export const killAt = (draw: Draw, ordinal: number, calls: number): Kill => {
  const of = (question: string) => draw('kill', ordinal, question);
  return {
    point: pick<KillPoint>(of('point'), [
      ['before the call', 1],
      ['before the call, done late', 1],
      ['after the call, before the answer', 1.5],
      ['after the answer', 1.5],
      ['at any instant', 1],
    ]),
    call: 1 + Math.floor(of('call') * calls * 2),
    countsPosts: of('kind') < 0.8,
    after: of('instant') * 1_000,
    delay: of('delay') * longestDelay.afterDeath,
  };
};

/** The stall of a process before its kill, if any. @param holdsFor Milliseconds of the machine's clock. */
export const stallAt = (draw: Draw, ordinal: number, { call }: Kill, holdsFor: number): Stall | undefined => {
  const of = (question: string) => draw('stall', ordinal, question);
  if (of('any') > 0.35) return undefined;
  return {
    point: pick<StallPoint>(of('point'), [
      ['before the answer', 1],
      ['after the answer', 1],
      ['at any instant', 1],
    ]),
    call: 1 + Math.floor(of('call') * call),
    after: of('instant') * 1_000,
    lasts: holdsFor * (1.1 + of('length')),
  };
};
