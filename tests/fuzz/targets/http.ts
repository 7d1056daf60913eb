/** Mutated answers of servers to our fetcher, and mutated requests to our pages. */

import type { Target } from '../target.ts';
import { openFetcher } from './http-answers.ts';
import { openSite } from './http-requests.ts';

/** One in so many cases is a request. */
const requestsIn = 3;

export const httpTarget = async (): Promise<Target> => {
  const [fetcher, site] = await Promise.all([openFetcher(), openSite()]);
  return {
    // A server that falls silent is waited for.
    mostTime: fetcher.longest + 1000,
    make: chance => (chance.oneIn(requestsIn) ? site.make(chance) : fetcher.make(chance)),
    run: made => (made.as.startsWith('request') ? site.run(made) : fetcher.run(made)),
    close: async () => {
      await Promise.all([fetcher.close(), site.close()]);
    },
  };
};
