/** Fetches documents as a polite reader: conditional, patient, one request a host, and exact about what went wrong. */
import type { Keyv } from 'keyv';
import type { Dispatcher } from 'undici';
import type { AddressGate } from './address-gate.ts';
import {
  type AddressMemory,
  conditions,
  isFresh,
  memoryAfterUnchanged,
  memoryOf,
  recall,
  startOf,
  store,
  type Visit,
} from './address-memory.ts';
import { header } from './cache-policy.ts';
import { acceptEncoding } from './content-encoding.ts';
import { type Answer, createExchange, type ExchangeLimits } from './exchange.ts';
import { FetchError, statusError } from './fetch-error.ts';
import { createHostGate } from './host-gate.ts';
import { createHostPauses } from './host-pause.ts';

export interface FetchOptions {
  readonly accept?: string | undefined;
  /** In place of the fetcher's own, for a blog that refuses it. */
  readonly userAgent?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Asked before every request, those of redirects included; it refuses by throwing. */
  readonly admit?: ((url: URL) => Promise<void>) | undefined;
}

/** A document that is new, or that has been asked for without conditions. */
export interface FreshDocument {
  readonly status: 'fresh';
  readonly body: Uint8Array;
  readonly contentType?: string;
  /** Where the document stood after redirects: the base of its relative links. */
  readonly url: string;
  /**
   * To be called once what the document says is stored, and not before: from then on the server is asked for changes only.
   * `ttl` is the time, in minutes, for which the document itself asks to be left alone.
   */
  remember(options?: { readonly ttl?: number | undefined }): Promise<void>;
}

export type Fetched = FreshDocument | { readonly status: 'unchanged'; readonly url: string };

/**
 * Asks for an address.
 * @throws FetchError, or the reason of the signal when that is aborted
 */
export type Fetch = (url: string, options?: FetchOptions) => Promise<Fetched>;

export interface FetchSettings extends ExchangeLimits {
  /** Keeps validators, moves and pauses between runs. */
  readonly cache: Keyv;
  readonly userAgent: string;
  readonly dispatcher: Dispatcher;
  /** Asked about every address, those of redirects and of remembered moves included. */
  readonly gate: Pick<AddressGate, 'parse'>;
  readonly now: () => Date;
  /** Requests at a time, over all hosts. */
  readonly concurrency: number;
  /** Milliseconds for one request with its answer. */
  readonly totalTimeout: number;
  /** Milliseconds for the requests of a chain of redirects together, the times between them not counted. */
  readonly chainTimeout: number;
}

/** What a chain of redirects may still take. */
interface Budget {
  milliseconds: number;
}

const maxRedirects = 5;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const permanentRedirects: ReadonlySet<number> = new Set([301, 308]);

export function createFetch(settings: FetchSettings): Fetch {
  const { cache, now, gate } = settings;
  const exchange = createExchange(settings.dispatcher, settings);
  const throughGate = createHostGate(settings.concurrency);
  const pauses = createHostPauses(cache, now);

  async function ask(
    url: URL,
    memory: AddressMemory | undefined,
    options: FetchOptions,
    budget: Budget,
  ): Promise<Answer> {
    await options.admit?.(url);
    const headers = {
      'user-agent': options.userAgent ?? settings.userAgent,
      accept: options.accept ?? '*/*',
      'accept-encoding': acceptEncoding,
      ...conditions(url, memory),
    };
    return throughGate(url.host, async () => {
      await pauses.check(url);
      options.signal?.throwIfAborted();
      const started = now().getTime();
      const timeout = Math.min(settings.totalTimeout, budget.milliseconds);
      const answer = await exchange({ url, headers, timeout, signal: options.signal });
      budget.milliseconds -= now().getTime() - started;
      await pauses.note(url, answer);
      return answer;
    });
  }

  async function follow(start: URL, memory: AddressMemory | undefined, options: FetchOptions) {
    const visited = new Set<string>();
    const budget: Budget = { milliseconds: settings.chainTimeout };
    let url = start;
    let permanently = true;
    while (true) {
      if (visited.has(url.href))
        throw new FetchError('redirect-loop', start, `redirects in a circle, over ${url.host}`);
      if (visited.size > maxRedirects)
        throw new FetchError('too-many-redirects', start, `redirects more than ${maxRedirects} times`);
      if (budget.milliseconds <= 0)
        throw new FetchError('timeout', start, 'took too long over its redirects; it is tried again at the next run');
      visited.add(url.href);
      const answer = await ask(url, memory, options, budget);
      if (!redirects.has(answer.status)) return { answer, end: url, permanently };
      permanently = permanently && permanentRedirects.has(answer.status);
      url = gate.parse(redirectTarget(url, answer));
    }
  }

  async function fetchFrom(start: string, asked: string, memory: AddressMemory | undefined, options: FetchOptions) {
    const { answer, end, permanently } = await follow(gate.parse(start), memory, options);
    const visit: Visit = { asked, start, end: end.href, permanently, headers: answer.headers };
    if (answer.status === 304 && memory !== undefined) {
      await store(cache, asked, memoryAfterUnchanged(visit, memory, now()), memory);
      return { status: 'unchanged', url: visit.end } as const;
    }
    if (answer.status < 200 || answer.status > 299)
      throw statusError(end, answer.status, answer.statusText, header(answer.headers, 'server'));
    const contentType = header(answer.headers, 'content-type');
    const fresh: FreshDocument = {
      status: 'fresh',
      body: answer.body,
      ...(contentType !== undefined && { contentType }),
      url: visit.end,
      remember: ({ ttl } = {}) => store(cache, asked, memoryOf(visit, memory, ttl, now()), memory),
    };
    return fresh;
  }

  return async (address, options = {}) => {
    const asked = gate.parse(address).href;
    const memory = await recall(cache, asked);
    if (isFresh(memory, now())) return { status: 'unchanged', url: memory.url };
    const start = startOf(asked, memory);
    if (start === asked) return fetchFrom(asked, asked, memory, options);
    try {
      return await fetchFrom(start, asked, memory, options);
    } catch (error) {
      if (!(error instanceof FetchError) || error.code === 'rate-limited') throw error;
      // The move did not last: what was learned of the new address is void, the old one is asked from the start.
      return fetchFrom(asked, asked, undefined, options);
    }
  };
}

/** Where an answer leads to, as it says. */
function redirectTarget(from: URL, answer: Answer): string {
  const location = header(answer.headers, 'location');
  const target = location === undefined ? null : URL.parse(location, from.href);
  if (target === null)
    throw new FetchError('bad-url', from, `answered ${answer.status}, a redirect, without saying where to`);
  return target.href;
}
