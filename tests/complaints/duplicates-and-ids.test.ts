/** Complaints 8 to 11, and what else makes a reader tell a story twice or not at all: from the feed to what would be posted. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstText, type Post, type Reader, rss, secondText, startReader } from './a-reader.ts';

let reader: Reader;
beforeEach(async () => {
  reader = await startReader('Acme', 'Globex', { name: 'Weekly', tells: 'news' });
});
afterEach(() => reader.close());

const dayOne = 'Wed, 01 Apr 2026 05:00:00 GMT';
const dayTwo = 'Thu, 02 Apr 2026 05:00:00 GMT';
const earlier: Post = { title: 'What was there before', link: 'https://acme.example/before', date: dayOne };
const post: Post = {
  title: 'Moving our order history off a single database',
  link: 'https://acme.example/2026/moving-orders',
  guid: 'https://acme.example/?p=17',
  date: dayOne,
  text: firstText,
};

/** Tells `before` on the first day; returns what is told on the second, when the feed has `after` in its place. */
const toldAgain = async (before: Post, after: Post): Promise<readonly string[]> => {
  reader.publish('Acme', rss(before, earlier));
  expect((await reader.morning()).told).toContain(before.title);
  reader.publish('Acme', rss(after, earlier));
  return (await reader.morning()).told;
};

describe('complaint 1 (FeedCord #16, bsky.rss #249): the same post with every poll', () => {
  it('is told once, however often the feed lists it and whatever the server says of it', async () => {
    expect(await toldAgain(post, post)).toEqual([]);
    expect((await reader.morning()).told).toEqual([]);
  });
});

describe('complaint 8 (liferea #1100, miniflux #1409): old posts reborn at an update', () => {
  const aYearAgo = 'Tue, 01 Apr 2025 05:00:00 GMT';
  const atom = (...entries: readonly { title: string; published?: string; updated: string }[]): string =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Acme</title>${entries
      .map(
        ({ title, published, updated }) =>
          `<entry><id>tag:${title}</id><title>${title}</title><link href="https://acme.example/${title}"/>${
            published === undefined ? '' : `<published>${published}</published>`
          }<updated>${updated}</updated></entry>`,
      )
      .join('')}</feed>`;

  it('a post that was told is not told again when it is touched', async () => {
    expect(
      await toldAgain(post, { ...post, date: dayTwo, more: '<atom:updated>2026-04-02T05:00:00Z</atom:updated>' }),
    ).toEqual([]);
  });

  it('an old post that a feed brings back with a new date of change is no news', async () => {
    reader.publish('Acme', atom({ title: 'one', published: '2026-04-01T05:00:00Z', updated: '2026-04-01T05:00:00Z' }));
    await reader.morning();
    const reborn = { title: 'old', published: '2025-04-01T05:00:00Z', updated: '2026-04-02T05:00:00Z' };
    reader.publish('Acme', atom(reborn));
    expect((await reader.morning()).told).toEqual([]);
  });

  it('a feed that dates by changes alone makes no news of what it touches, and news of what is new', async () => {
    reader.publish(
      'Acme',
      atom({ title: 'one', updated: '2026-04-01T05:00:00Z' }, { title: 'two', updated: '2026-03-01T05:00:00Z' }),
    );
    await reader.morning();
    reader.publish(
      'Acme',
      atom({ title: 'two', updated: '2026-04-02T05:00:00Z' }, { title: 'one', updated: '2026-04-02T06:00:00Z' }),
    );
    expect((await reader.morning()).told).toEqual([]);
    reader.publish(
      'Acme',
      atom({ title: 'three', updated: '2026-04-03T05:00:00Z' }, { title: 'one', updated: '2026-04-03T06:00:00Z' }),
    );
    expect((await reader.morning()).told).toEqual(['three']);
  });

  it('a feed that is moved to another platform, with its archive under new dates, makes no flood', async () => {
    const old = Array.from({ length: 30 }, (_, number) => ({
      title: `The ${number}th story that we once told`,
      link: `https://acme.example/${number}`,
      guid: `old-${number}`,
      date: aYearAgo,
    }));
    reader.publish('Acme', rss(...old));
    await reader.morning();
    reader.publish('Acme', rss(...old.map((one, number) => ({ ...one, guid: `new-${number}`, date: dayTwo }))));
    expect((await reader.morning()).told).toEqual([]);
  });
});

describe('complaint 9 (miniflux #2358, Folo #1018): a GUID or address that changes with the headline', () => {
  const { link = '' } = post;
  it.each<[string, Partial<Post>]>([
    ['the GUID, at each build', { guid: 'build-4711' }],
    ['the GUID and the headline', { guid: 'moving-orders-safely', title: 'Moving our order history safely' }],
    ['the address and the headline, not the GUID', { link: 'https://acme.example/2026/safely', title: 'Safely' }],
    ['the address and the GUID, not the headline', { link: 'https://acme.example/2026/04/safely', guid: 'x' }],
    [
      'the GUID, the address and the headline, not the text',
      { guid: 'safely', link: 'https://acme.example/2026/safely', title: 'Safely' },
    ],
    ['the GUID, from http to https', { guid: 'http://acme.example/?p=17' }],
    ['the GUID, by a slash at its end, with the headline', { guid: `${post.guid}/`, title: 'Moving orders' }],
    ['the address, by a slash at its end', { guid: 'b', link: `${link}/` }],
    ['the address, by .html', { guid: 'b', link: `${link}.html` }],
    ['the address, by index.html', { guid: 'b', link: `${link}/index.html` }],
    ['the address, by http and www', { guid: 'b', link: 'http://www.acme.example/2026/moving-orders' }],
    ['the address, by its port', { guid: 'b', link: 'https://acme.example:443/2026/moving-orders' }],
    ['the address, by a campaign', { guid: 'b', link: `${link}?utm_source=rss&amp;utm_medium=feed&amp;fbclid=1` }],
    ['the address, by a referrer and a fragment', { guid: 'b', link: `${link}?ref=acme-blog#comments` }],
    ['the address, to its AMP variant', { guid: 'b', link: `${link}/amp/` }],
    ['the address, to its other AMP variant', { guid: 'b', link: `${link}?amp=1` }],
    [
      'the address, by the case of its host and escapes',
      { guid: 'b', link: 'HTTPS://ACME.example/2026/%6Doving-orders' },
    ],
  ])('is no news: %s', async (_, changes) => {
    expect(await toldAgain(post, { ...post, ...changes })).toEqual([]);
  });

  it('is no news though the feed goes back and forth between two addresses', async () => {
    const other = { ...post, link: 'https://acme.example/2026/safely', title: 'Moving our order history safely' };
    expect(await toldAgain(post, other)).toEqual([]);
    for (const next of [post, other, { ...other, guid: 'c' }, { ...post, guid: 'd' }]) {
      reader.publish('Acme', rss(next, earlier));
      expect((await reader.morning()).told).toEqual([]);
    }
  });

  it('hides no post that is another: the number in its address is its own', async () => {
    const next = {
      ...post,
      guid: 'https://acme.example/?p=18',
      link: 'https://acme.example/2026/part-2',
      title: 'Part 2',
      text: secondText,
    };
    expect(await toldAgain(post, next)).toEqual(['Part 2']);
  });
});

describe('complaint 10 (miniflux #4197): duplicate GUIDs, of which one item of ten is kept', () => {
  const ten = (parts: (number: number) => Partial<Post>): readonly Post[] =>
    Array.from({ length: 10 }, (_, number) => ({ title: `Post ${number} of ten`, date: dayOne, ...parts(number) }));
  const link = (number: number) => `https://acme.example/${number}`;

  it.each<[string, readonly Post[]]>([
    ['share a GUID', ten(number => ({ guid: 'the-blog', link: link(number) }))],
    ['share a page, on which each has its date', ten(day => ({ link: `${link(0)}#2026-03-1${day}` }))],
    ['share a page, on which scripts show each', ten(number => ({ link: `https://acme.example/#/${number}/` }))],
    ['lead to the site, and have GUIDs', ten(number => ({ guid: `${number}`, link: 'https://acme.example/' }))],
    ['lead to the site, and share a GUID', ten(() => ({ guid: 'the-blog', link: 'https://acme.example' }))],
    ['share a GUID, and have no address', ten(() => ({ guid: 'the-blog' }))],
    ['have neither GUID nor address', ten(() => ({}))],
    [
      'share one that is a web address, which is none of theirs',
      ten(number => ({ guid: link(0), link: link(number) })),
    ],
  ])('all ten are told where they %s, and none of them again the next day', async (_, posts) => {
    reader.publish('Acme', rss(earlier));
    await reader.morning();
    reader.publish('Acme', rss(...posts, earlier));
    expect((await reader.morning()).told.toSorted()).toEqual(posts.map(({ title }) => title));
    reader.publish('Acme', rss(earlier, ...posts.toReversed()));
    expect((await reader.morning()).told).toEqual([]);
  });
});

describe('complaint 11 (miniflux #797, #4535, rss-telegram #3): one story from two feeds or two domains', () => {
  const copy = (changes: Partial<Post>): string => rss({ ...post, guid: 'copy', ...changes });
  const domain = 'https://weekly.example/acme-moves-orders';

  it('is told once where two feeds link to it', async () => {
    reader.publish('Acme', rss(post));
    reader.publish('Weekly', copy({ link: `${post.link}?utm_source=weekly` }));
    const { edition, told } = await reader.morning();
    expect(told).toEqual([post.title]);
    expect(edition.deepDives[0]).toMatchObject({ company: 'Acme', source: 'Acme' });
  });

  it('is told once, by its own company, where the copy stands on another domain and came first', async () => {
    reader.publish('Weekly', copy({ link: domain, date: 'Wed, 01 Apr 2026 01:00:00 GMT' }));
    reader.publish('Acme', rss(post));
    const { edition, told } = await reader.morning();
    expect(told).toEqual([post.title]);
    expect(edition.deepDives[0]).toMatchObject({ company: 'Acme', source: 'Acme', url: post.link });
  });

  it('is not told again when another feed links to it a day later', async () => {
    reader.publish('Acme', rss(post));
    await reader.morning();
    reader.publish('Weekly', copy({}));
    expect((await reader.morning()).told).toEqual([]);
  });

  it('is told by both where they are two stories of one day', async () => {
    reader.publish('Acme', rss(post));
    reader.publish(
      'Globex',
      rss({ ...post, title: 'Another story', link: 'https://globex.example/1', text: secondText }),
    );
    expect((await reader.morning()).told.toSorted()).toEqual(['Another story', post.title]);
  });
});

describe('complaint input G: a guid that changes with the title or at each build, or flips between http and https', () => {
  it('makes no item new: canonical address and content are keys too', async () => {
    reader.publish('Acme', rss(post, earlier));
    await reader.morning();
    for (const [guid, title] of [
      ['http://acme.example/?p=17', post.title],
      ['https://acme.example/?p=17', post.title],
      ['build-1', post.title],
      ['build-2', 'Moving orders'],
      ['moving-orders', 'Moving our orders'],
    ] as const) {
      reader.publish('Acme', rss({ ...post, guid, title }, earlier));
      expect((await reader.morning()).told, guid).toEqual([]);
    }
  });
});
