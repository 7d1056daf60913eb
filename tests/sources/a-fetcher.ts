/** The real fetcher on the real undici and through the real gate, with a clock that stands still until the test moves it. */
import Keyv from 'keyv';
import { type AddressGate, createAddressGate } from '../../src/sources/http/address-gate.ts';
import {
  createDispatcher,
  createFetcher,
  type Fetcher,
  type FetcherOptions,
  honestUserAgent,
} from '../../src/sources/http/fetcher.ts';

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

interface Options extends Partial<Omit<FetcherOptions, 'dispatcher' | 'gate'>> {
  /** Default: one that permits the loopback blogs of tests. */
  readonly gate?: AddressGate;
}

export const permitLoopback = (host: string): boolean => /^127(\.\d+){3}$/.test(host);

export function aFetcher(options: Options = {}, clock = startClock(), cache = new Keyv()): FetcherUnderTest {
  const { gate = createAddressGate({ isPermitted: permitLoopback }), ...rest } = options;
  const dispatcher = createDispatcher(gate);
  const fetcher = createFetcher({ cache, userAgent, now: clock, dispatcher, gate, ...rest });
  return { ...fetcher, clock, restart: () => aFetcher(options, clock, cache) };
}
