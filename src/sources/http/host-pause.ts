/** Remembers, across runs, which hosts asked to be left alone and until when. */
import type { Keyv } from 'keyv';
import { z } from 'zod';
import { retryAt } from './cache-policy.ts';
import type { Answer } from './exchange.ts';
import { FetchError } from './fetch-error.ts';

const pausedUntil = z.number();

export interface HostPauses {
  /** @throws FetchError `rate-limited` while the host of `url` is to be left alone */
  check(url: URL): Promise<void>;
  /** Notes an answer that asks for a pause, and throws FetchError `rate-limited` for it. */
  note(url: URL, answer: Answer): Promise<void>;
}

export function createHostPauses(cache: Keyv, now: () => Date): HostPauses {
  const key = (url: URL): string => `pause:${url.host}`;
  return {
    async check(url) {
      const until = pausedUntil.safeParse(await cache.get(key(url))).data;
      if (until === undefined || until <= now().getTime()) return;
      throw rateLimited(url, new Date(until), 'is not asked');
    },
    async note(url, answer) {
      const until = retryAt(answer.status, answer.headers, now());
      if (until === undefined) return;
      await cache.set(key(url), until.getTime(), until.getTime() - now().getTime());
      throw rateLimited(url, until, `answered ${answer.status}`, answer.status);
    },
  };
}

function rateLimited(url: URL, until: Date, what: string, status?: number): FetchError {
  const message = `${what}: ${url.host} asks to be left alone until ${until.toISOString()}; it is tried again after that`;
  return new FetchError('rate-limited', url, message, { retryAt: until, ...(status !== undefined && { status }) });
}
