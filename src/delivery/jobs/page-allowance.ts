/**
 * How many pages one blog may have us ask for in an edition, and for how long. Whoever writes a feed chooses what it leads to and how
 * long that takes to answer: without a bound, a thousand items that lead to a slow server would hold the edition of all others up for hours.
 */
import PQueue from 'p-queue';
import { minute } from '../../edition/duration.ts';
import { FetchError } from '../../sources/http/fetch-error.ts';

/** Reads a page of `source`, where it may still be asked for. Rejects as `read` does, or with an Error that says why it was not. */
export type ReadPage = <Page>(source: string, read: () => Promise<Page>) => Promise<Page>;

/** A week of the busiest blog. */
const mostPages = 100;

/** Pages that did not answer in time: a server that let so many pass is given up until the next edition. */
const mostSilent = 3;

/** Milliseconds for all pages of a blog. */
const mostTime = 5 * minute;

class Count {
  readonly queue = new PQueue({ concurrency: 1 });
  pages = 0;
  silent = 0;
  milliseconds = 0;
}

/** @param now the time of the wall, by which pages are slow */
export const createPageAllowance = (now: () => Date): ReadPage => {
  const counts = new Map<string, Count>();

  const readCounted = async <Page>(count: Count, read: () => Promise<Page>): Promise<Page> => {
    const begun = now().getTime();
    count.pages++;
    try {
      return await read();
    } catch (error) {
      if (error instanceof FetchError && error.code === 'timeout') count.silent++;
      throw error;
    } finally {
      count.milliseconds += now().getTime() - begun;
    }
  };

  return (source, read) => {
    const count = counts.get(source) ?? new Count();
    counts.set(source, count);
    // One after the other, as a host is asked anyway: what the first ones showed holds for those that wait.
    return count.queue.add(() => {
      const reason = reasonAgainst(source, count);
      if (reason !== undefined) throw new Error(`It was not asked for: ${reason}.`);
      return readCounted(count, read);
    });
  };
};

const reasonAgainst = (source: string, { pages, silent, milliseconds }: Count): string | undefined => {
  if (pages >= mostPages) return `${mostPages} pages of ${source} were, which is the most for an edition`;
  if (silent >= mostSilent) return `${mostSilent} pages of ${source} had not answered in time`;
  if (milliseconds >= mostTime) return `the pages of ${source} had taken ${mostTime / minute} minutes together`;
  return undefined;
};
