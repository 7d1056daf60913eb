/** Faults laid down by a test for requests to come: refusals, rate limits, server errors, cut and silent connections. */

/** Which requests. Where several switches match, the oldest that is not used up answers. */
export interface FaultMatch {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The path without version and query, or a pattern for it. */
  readonly path?: string | RegExp;
  /** Only from the n-th matching request on, counted from now; 1 by default. */
  readonly nth?: number;
  /** How many in a row; 1 by default. */
  readonly times?: number;
}

export type Fault =
  /** A refusal with one of Discord's codes. */
  | { readonly kind: 'refuse'; readonly status: number; readonly code: number; readonly message: string }
  /** 429; `retryAfter` in seconds, as on the wire. `headerless` leaves out Retry-After and all X-RateLimit headers, as a proxy in between does. */
  | {
      readonly kind: 'rate-limit';
      readonly retryAfter: number;
      readonly scope?: 'user' | 'global' | 'shared';
      readonly headerless?: boolean;
    }
  /** A page of Cloudflare's, of which Discord does not know: a ban (429), or a block (403). `retryAfter` in seconds. */
  | { readonly kind: 'page'; readonly status: 403 | 429; readonly retryAfter?: number }
  /** 500, 502, 503 …, before or after the request took effect. */
  | { readonly kind: 'status'; readonly status: number; readonly when: 'before' | 'after' }
  /** The connection is cut. */
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  /** No answer ever comes; the client has to give up. */
  | { readonly kind: 'silence'; readonly when: 'before' | 'after' };

export interface Faults {
  /** Lays a fault down. */
  on(match: FaultMatch, fault: Fault): void;
  /** Takes back all that are not used up. */
  clear(): void;
}

export interface FaultSwitches extends Faults {
  /** The fault for this request, which counts it. */
  take(method: string, path: string): Fault | undefined;
}

export function createFaults(): FaultSwitches {
  let switches: { match: FaultMatch; fault: Fault; seen: number }[] = [];
  return {
    on: (match, fault) => void switches.push({ match, fault, seen: 0 }),
    clear: () => {
      switches = [];
    },
    take(method, path) {
      let taken: Fault | undefined;
      for (const one of switches) {
        if (taken !== undefined || !fits(one.match, method, path)) continue;
        one.seen += 1;
        const { nth = 1, times = 1 } = one.match;
        if (one.seen >= nth && one.seen < nth + times) taken = one.fault;
      }
      return taken;
    },
  };
}

const fits = (match: FaultMatch, method: string, path: string): boolean =>
  (match.method === undefined || match.method === method) &&
  (match.path === undefined || (typeof match.path === 'string' ? match.path === path : match.path.test(path)));
