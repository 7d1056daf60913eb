/** The real fetcher on the real undici, with a clock that stands still until the test moves it. */
import Keyv from 'keyv';
import { Agent } from 'undici';
import { createFetcher, type Fetcher, type FetcherOptions, honestUserAgent } from '../../src/sources/http/fetcher.ts';

export const userAgent = honestUserAgent('https://digest.example/about');

export interface Clock {
  (): Date;
  /** Moves on by so many minutes. */
  pass(minutes: number): void;
}

export function startClock(start = '2026-04-01T07:00:00Z'): Clock {
  let instant = Date.parse(start);
  const pass = (minutes: number): void => {
    instant += minutes * 60_000;
  };
  return Object.assign(() => new Date(instant), { pass });
}

export interface FetcherUnderTest extends Fetcher {
  readonly clock: Clock;
  /** Another run of the program over the same cache. */
  restart(): FetcherUnderTest;
}

export function aFetcher(
  options: Partial<FetcherOptions> = {},
  clock = startClock(),
  cache = new Keyv(),
): FetcherUnderTest {
  const dispatcher = new Agent({ keepAliveTimeout: 1000 });
  const fetcher = createFetcher({ cache, userAgent, now: clock, dispatcher, ...options });
  return { ...fetcher, clock, restart: () => aFetcher(options, clock, cache) };
}
