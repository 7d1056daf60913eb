import { describe, expect, it } from 'vitest';
import { createPageAllowance } from '../../../src/delivery/jobs/page-allowance.ts';
import { FetchError } from '../../../src/sources/http/fetch-error.ts';
import { startClock } from '../../sources/a-fetcher.ts';

/** Asks for so many pages of a blog at once, each of which takes so many seconds, and counts those that were asked for. */
const askFor = async (pages: number, read: (index: number) => Promise<string>, seconds = 0) => {
  const clock = startClock();
  const readPage = createPageAllowance(clock);
  let asked = 0;
  const problems: string[] = [];
  const readings = Array.from({ length: pages }, (_, index) =>
    readPage('Acme', () => {
      asked++;
      clock.pass(seconds / 60);
      return read(index);
    }).catch((error: Error) => problems.push(error.message)),
  );
  await Promise.all(readings);
  return { readPage, asked, problems };
};

const timeout = () => Promise.reject(new FetchError('timeout', 'https://acme.example/', 'did not answer in time'));
const gone = () => Promise.reject(new FetchError('status', 'https://acme.example/', 'answered 404'));

describe('the pages that one blog may have us ask for', () => {
  it('are not two thousand, where a feed lists as many items: the edition of all others would wait for them', async () => {
    const { asked, problems } = await askFor(2000, async () => 'a page');
    expect(asked).toBe(100);
    expect(problems).toHaveLength(1900);
    expect(problems.at(-1)).toBe('It was not asked for: 100 pages of Acme were, which is the most for an edition.');
  });

  it('end with the third that does not answer in time', async () => {
    const { asked, problems } = await askFor(20, timeout);
    expect(asked).toBe(3);
    expect(problems.at(-1)).toBe('It was not asked for: 3 pages of Acme had not answered in time.');
  });

  it('end once they took five minutes together, though each answers', async () => {
    const { asked, problems } = await askFor(100, async () => 'a page', 29);
    expect(asked).toBe(11);
    expect(problems.at(-1)).toBe('It was not asked for: the pages of Acme had taken 5 minutes together.');
  });

  it('go on where pages are merely missing', async () => {
    const { asked } = await askFor(20, gone);
    expect(asked).toBe(20);
  });

  it('are counted for each blog by itself', async () => {
    const { readPage } = await askFor(20, timeout);
    expect(await readPage('Globex', async () => 'a page')).toBe('a page');
  });
});
