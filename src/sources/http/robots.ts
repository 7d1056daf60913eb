/** Honours robots.txt (RFC 9309) where pages are read; feeds are published to be fetched and do not need it. */
import { createRequire } from 'node:module';
import type { Keyv } from 'keyv';
import { z } from 'zod';
import { day } from '../../edition/duration.ts';
import { FetchError } from './fetch-error.ts';
import type { Fetch, FetchOptions } from './http.ts';

/** Loaded as the CommonJS module that it is: its types speak of an ES module. */
const robotsParser: typeof import('robots-parser').default = createRequire(import.meta.url)('robots-parser');

export interface RobotsSettings {
  readonly cache: Keyv;
  readonly userAgent: string;
  readonly now: () => Date;
}

const schema = z.object({ text: z.string(), until: z.number() }).readonly();

/** A copy older than a day is not used (RFC 9309, section 2.4). */
const lifetime = day;

/** Beyond 500 KiB rules may be left unread (RFC 9309, section 2.5). */
const longestText = 500 * 1024;

/** The same fetch, but it throws FetchError `blocked-by-robots` for pages, and redirects to pages, that are closed to us. */
export function obeyRobots(fetch: Fetch, settings: RobotsSettings): Fetch {
  const { cache, now } = settings;
  const reading = new Map<string, Promise<string>>();

  async function rulesOf(origin: string, options: FetchOptions): Promise<string> {
    const key = `robots:${origin}`;
    const kept = schema.safeParse(await cache.get(key)).data;
    if (kept !== undefined && kept.until > now().getTime()) return kept.text;
    const text = await readRules(fetch, origin, options);
    await cache.set(key, { text, until: now().getTime() + lifetime }, lifetime);
    return text;
  }

  /** Many pages of one host asked for at once share one reading. */
  function rulesOnce(origin: string, options: FetchOptions): Promise<string> {
    const running = reading.get(origin);
    if (running !== undefined) return running;
    const started = rulesOf(origin, options).finally(() => reading.delete(origin));
    reading.set(origin, started);
    return started;
  }

  async function admit(url: URL, options: FetchOptions): Promise<void> {
    const rules = await rulesOnce(url.origin, { userAgent: options.userAgent, signal: options.signal });
    const robots = robotsParser(`${url.origin}/robots.txt`, rules);
    if (robots.isDisallowed(url.href, options.userAgent ?? settings.userAgent) !== true) return;
    throw new FetchError('blocked-by-robots', url, `is closed to this reader by ${url.host}/robots.txt`);
  }

  return (url, options = {}) => fetch(url, { ...options, admit: target => admit(target, options) });
}

/** A file that is missing or cannot be reached by redirects closes nothing; a server that fails closes all, for now. */
async function readRules(fetch: Fetch, origin: string, options: FetchOptions): Promise<string> {
  try {
    const file = await fetch(`${origin}/robots.txt`, options);
    return file.status === 'fresh' ? new TextDecoder().decode(file.body.subarray(0, longestText)) : '';
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    if (error.code === 'redirect-loop' || error.code === 'too-many-redirects') return '';
    if (error.status === undefined || error.code === 'rate-limited') throw error;
    if (error.status < 500) return '';
    throw new FetchError(
      'blocked-by-robots',
      `${origin}/robots.txt`,
      `answered ${error.status}, which closes the site for now (RFC 9309); it is tried again at the next run`,
      { cause: error, status: error.status },
    );
  }
}
