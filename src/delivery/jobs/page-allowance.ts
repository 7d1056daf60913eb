/**
 * How many pages one blog may have us ask for in an edition. Whoever writes a feed chooses what it leads to and how long that takes to
 * answer: without a bound, a thousand items that lead to a silent server would hold the edition of all others up for hours.
 */
import { FetchError } from '../../sources/http/fetch-error.ts';

/** Reads a page of `source`, where it may still be asked for. Rejects as `read` does, or with an Error that says why it was not. */
export type ReadPage = <Page>(source: string, read: () => Promise<Page>) => Promise<Page>;

/** A week of the busiest blog. */
const mostPages = 100;

/** Pages that did not answer in time: a server that let so many pass is given up until the next edition. */
const mostSilent = 3;

interface Count {
  pages: number;
  silent: number;
}

export const createPageAllowance = (): ReadPage => {
  const counts = new Map<string, Count>();
  return async (source, read) => {
    const count = counts.get(source) ?? { pages: 0, silent: 0 };
    counts.set(source, count);
    if (count.pages >= mostPages)
      throw new Error(`It was not asked for: ${mostPages} pages of ${source} were, which is the most for an edition.`);
    if (count.silent >= mostSilent)
      throw new Error(`It was not asked for: ${mostSilent} pages of ${source} had not answered in time.`);
    count.pages++;
    try {
      return await read();
    } catch (error) {
      if (error instanceof FetchError && error.code === 'timeout') count.silent++;
      throw error;
    }
  };
};
