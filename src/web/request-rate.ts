/** How often readers may ask for what is made for them alone, so that none keeps the site, or the archive, from others. */
import type { MiddlewareHandler } from 'hono';
import { createAllowance, type Rate } from '../chat/allowance.ts';
import { minute, second } from '../edition/duration.ts';
import type { Callers } from './callers.ts';
import { tooSoon } from './failures.ts';
import type { Paths } from './paths.ts';

export interface SiteRates {
  /** Of an address. */
  readonly each: Rate;
  /** Of all together. */
  readonly all: Rate;
  /** Of an address that brings a wrong token. */
  readonly guesses: Rate;
}

/**
 * The search finds as one types, a few times a second for as long as that takes. All together are as many as a hundred who do so
 * now and then; where all come by one proxy that nobody named, nothing tells them apart, and this alone holds.
 */
export const usualRates: SiteRates = {
  each: { atOnce: 120, interval: second / 2 },
  all: { atOnce: 600, interval: second / 50 },
  guesses: { atOnce: 10, interval: minute },
};

export interface RequestRateParts {
  readonly callers: Callers;
  readonly paths: Paths;
  readonly rates: SiteRates;
  /** Milliseconds since some instant, which never go back. */
  readonly stopwatch: () => number;
}

/** What nothing is kept of, as there is no end of what can be asked: look-ups, the tools of assistants, threads for any filter. */
export const costlyPaths: ReadonlySet<string> = new Set(['/search', '/mcp', '/preview']);

/** Addresses that are remembered, a hundred bytes or two each. */
export const mostAddresses = 10_000;

/** Answers with 429 what comes too soon, and counts the rest. */
export const createRequestRate = ({ callers, paths, rates, stopwatch }: RequestRateParts): MiddlewareHandler => {
  const each = createAllowance({ ...rates.each, mostNames: mostAddresses, stopwatch });
  const all = createAllowance({ ...rates.all, mostNames: 1, stopwatch });
  return async (context, next) => {
    const address = callers.addressOf(context);
    const wait = Math.max(all.wait(''), address === undefined ? 0 : each.wait(address));
    if (wait > 0) return await tooSoon(context, wait, paths);
    all.take('');
    if (address !== undefined) each.take(address);
    return await next();
  };
};
