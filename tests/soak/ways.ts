/** The eight ways in which a request fails, of chats and of blogs alike, and how often each is drawn. */
import type { Answer } from '../servers/blogs.ts';
import { type Draw, pick } from '../torture/draw.ts';
import { type Fault, type FaultKind, secondsToWait } from '../torture/fates.ts';

export const ways = [
  'rate limited',
  'server error',
  'reset before it was done',
  'reset after it was done',
  'no answer',
  'unreadable answer',
  'truncated answer',
  'slow answer',
] as const;
export type Way = (typeof ways)[number];

export const wayOf = (kind: FaultKind): Way => {
  switch (kind) {
    case 'rate limit':
      return 'rate limited';
    case 'error before':
    case 'error after':
      return 'server error';
    case 'reset before':
      return 'reset before it was done';
    case 'reset after':
      return 'reset after it was done';
    case 'silence before':
    case 'silence after':
    case 'silence, then done':
      return 'no answer';
    case 'malformed':
      return 'unreadable answer';
    case 'truncated':
      return 'truncated answer';
    case 'slow':
      return 'slow answer';
  }
};

/** Milliseconds of the bot's clock: it asks for nothing that it lost before 10 s, and waits for an answer for 15. */
const longest = { lateness: 4_000, slowness: 8_000 };

/** The fault of a request, drawn by what it is and how often it was made before. Each way is as likely. @param share From 0 to 1. */
export const faultOf = (
  draw: Draw,
  share: number,
  to: 'slack' | 'discord' | 'blogs',
  ...which: readonly (string | number)[]
): Fault | undefined => {
  const of = (question: string) => draw('way', to, ...which, question);
  if (of('any') >= share) return undefined;
  const status = of('status') < 0.5 ? 500 : 503;
  const isBefore = of('moment') < 0.5;
  switch (ways[Math.floor(of('way') * ways.length)]) {
    case 'rate limited':
      if (of('told') < 0.3) return { kind: 'rate limit' };
      return { kind: 'rate limit', retryAfter: secondsToWait(to === 'discord' ? 'discord' : 'slack', of('wait')) };
    case 'server error':
      return { kind: isBefore ? 'error before' : 'error after', status };
    case 'reset before it was done':
      return { kind: 'reset before' };
    case 'reset after it was done':
      return { kind: 'reset after' };
    case 'no answer':
      return pick<Fault>(of('moment'), [
        [{ kind: 'silence before' }, 1],
        [{ kind: 'silence after' }, 1],
        [{ kind: 'silence, then done', delay: of('delay') * longest.lateness }, 1],
      ]);
    case 'unreadable answer':
      return { kind: 'malformed' };
    case 'truncated answer':
      return { kind: 'truncated' };
    default:
      return { kind: 'slow', delay: of('delay') * longest.slowness };
  }
};

/** What a blog answers instead of `answer`. To read changes nothing there, so that before and after it was done are one. */
export const spoilt = (
  { headers, body = '', ...answer }: Answer,
  fault: Fault,
  pause: (milliseconds: number) => Promise<void>,
): Answer => {
  switch (fault.kind) {
    case 'rate limit':
      return {
        status: 429,
        ...(fault.retryAfter !== undefined && { headers: { 'retry-after': String(fault.retryAfter) } }),
      };
    case 'error before':
    case 'error after':
      return { status: fault.status, body: 'Something went wrong.' };
    case 'reset before':
    case 'reset after':
      return { breakOff: 'before' };
    case 'silence before':
    case 'silence after':
    case 'silence, then done':
      return { after: new Promise(() => {}) };
    case 'malformed':
      return { headers: { 'content-type': 'text/html' }, body: '<html><body><p>Sign in to the network.</p' };
    case 'truncated':
      return { ...answer, ...(headers && { headers }), body: body.slice(0, body.length / 2), breakOff: 'within' };
    case 'slow':
      return { ...answer, ...(headers && { headers }), body, after: pause(fault.delay) };
  }
};
