/** Complaints 25 and 28: feeds that a reader gives up, or ignores, without a word. What else is said of fetching stands in `tests/sources/`. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Post, type Reader, rss, startReader } from './a-reader.ts';

const midnight = 'Thu, 02 Apr 2026 00:00:00 GMT';
const known: Post = {
  title: 'What was there before',
  link: 'https://acme.example/known',
  date: 'Wed, 01 Apr 2026 00:00:00 GMT',
};

let reader: Reader;
beforeEach(async () => {
  reader = await startReader('Acme');
});
afterEach(() => reader.close());

describe('complaint 25 (OneLife #961): a feed that fails is disabled in silence', () => {
  it('is asked each morning, named with the cause and since when, and told of as soon as it is there again', async () => {
    reader.publish('Acme', rss(known));
    await reader.morning();
    reader.fail('Acme', 403);
    for (let day = 0; day < 30; day += 1) {
      const { edition } = await reader.morning();
      expect(edition.sources).toMatchObject([
        { status: 'failed', reason: expect.stringContaining('403 Forbidden'), since: '2026-04-02T07:00:00.000Z' },
      ]);
    }
    const date = new Date(reader.now().getTime() - 3_600_000).toUTCString();
    reader.publish('Acme', rss({ title: 'Back again', link: 'https://acme.example/back', date }, known));
    expect((await reader.morning()).told).toEqual(['Back again']);
  });
});

describe('complaint 28 (developer.chrome.com #2808, hugging-face-papers-rss #3, InfoSecCreators #2): imperfect feeds are ignored in silence', () => {
  const posts = ['One', 'Two', 'Three'].map(
    (title): Post => ({ title, link: `https://acme.example/${title}`, date: midnight }),
  );
  const shortened = (feed: string) => feed.slice(0, feed.lastIndexOf('</item>') + '</item>'.length);

  it.each<[string, string]>([
    ['all of one date', rss(...posts, known)],
    ['oldest first', rss(known, ...posts)],
    ['all of the date of the feed before', rss(...posts.map(post => ({ ...post, date: known.date ?? '' })), known)],
    ['cut off after its last item', shortened(rss(...posts, known))],
    [
      'with an element that nobody declared',
      rss(...posts.map(post => ({ ...post, more: '<acme:score>1</acme:score>' })), known),
    ],
    [
      'behind white space, a comment and a wrong declaration',
      `\n<!-- cache -->${rss(...posts, known).replace('UTF-8', 'bogus')}`,
    ],
  ])('every new post is told of a feed %s', async (_, feed) => {
    reader.publish('Acme', rss(known));
    await reader.morning();
    reader.publish('Acme', feed, 'text/html');
    expect((await reader.morning()).told.toSorted()).toEqual(['One', 'Three', 'Two']);
  });

  it('one that is none is named with its cause', async () => {
    reader.publish('Acme', '<!doctype html><title>Sign in</title>');
    const [status] = (await reader.morning()).statuses;
    expect(status).toMatchObject({ status: 'failed', reason: expect.stringContaining('HTML page instead of a feed') });
  });
});
