import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/edition/article.ts';
import type { Source } from '../../../src/edition/source.ts';
import { storyId } from '../../../src/edition/story.ts';
import { mergeStories, type Story } from '../../../src/editor/choosing/stories.ts';

const catalogue: readonly Source[] = [
  { name: 'Acme Engineering', company: 'Acme', site: 'https://eng.acme.example', feeds: [] },
  { name: 'The Acme Blog', company: 'Acme', site: 'https://blog.acme.example', feeds: [] },
  { name: 'Globex Blog', company: 'Globex', site: 'https://globex.example', feeds: [] },
  { name: 'Tech Digest', company: 'Tech Digest', site: 'https://digest.example', feeds: [], tells: 'news' },
  { name: 'Weekly Bytes', company: 'Weekly Bytes', site: 'https://bytes.example', feeds: [], tells: 'news' },
];

/** Words that differ from one `topic` to the next: two topics are two texts. */
const textAbout = (topic: string, words = 200): string =>
  Array.from({ length: words }, (_, index) => `${topic}${index}`).join(' ');

const article = (parts: Partial<Article>): Article => {
  const title = parts.title ?? 'Moving the ledger to append-only storage';
  const url = parts.url ?? 'https://eng.acme.example/ledger';
  const text = parts.text ?? textAbout(title.replaceAll(/\W/g, ''));
  return {
    item: { id: url, url, title, authors: [], categories: [] },
    published: '2026-04-01T08:00:00Z',
    source: 'Acme Engineering',
    title,
    url,
    text,
    html: `<p>${text}</p>`,
    words: text.split(' ').length,
    completeness: 'full',
    ...parts,
  };
};

/** Whom a story is about, told by its headline: what `attributeCompany` does, without its rules. */
const companyOf = ({ title, source }: Article): string =>
  ['Acme', 'Globex'].find(company => title.includes(company)) ??
  catalogue.find(({ name }) => name === source)?.company ??
  source;

const merge = (...articles: readonly Article[]): readonly Story[] => mergeStories(articles, { catalogue, companyOf });

const outline = (stories: readonly Story[]) =>
  stories.map(({ article: kept, others }) => [
    kept.source,
    ...others.map(other => `${other.article.source}: ${other.kind}`),
  ]);

describe('one entry for one story', () => {
  it('complaint 11: the same address in two feeds of a company', () => {
    const stories = merge(
      article({ url: 'https://acme.example/ledger' }),
      article({ url: 'https://www.acme.example/ledger/?utm_source=feed', source: 'The Acme Blog' }),
    );
    expect(outline(stories)).toEqual([['Acme Engineering', 'The Acme Blog: same address']]);
    expect(stories[0]?.id).toBe(storyId('https://acme.example/ledger'));
  });

  it('complaint 9: the address changes with the headline', () => {
    const text = textAbout('ledger');
    const stories = merge(
      article({ url: 'https://eng.acme.example/moving-the-ledger', text }),
      article({
        url: 'https://eng.acme.example/how-we-moved-our-ledger',
        title: 'How we moved our ledger',
        text: `Updated today. ${text}`,
        published: '2026-04-01T10:00:00Z',
      }),
    );
    expect(outline(stories)).toEqual([['Acme Engineering', 'Acme Engineering: same text']]);
    expect(stories[0]?.article.url).toBe('https://eng.acme.example/moving-the-ledger');
  });

  it('complaint 9: the address gains .html or a slash', () => {
    const stories = merge(
      article({ url: 'https://eng.acme.example/ledger.html', text: 'One.' }),
      article({ url: 'http://eng.acme.example/ledger/', text: 'Two.' }),
    );
    expect(stories).toHaveLength(1);
  });

  it('complaint 11: the same text under two domains, with an introduction of the second one', () => {
    const text = textAbout('ledger');
    const stories = merge(
      article({
        url: 'https://digest.example/acme',
        source: 'Tech Digest',
        title: 'Acme moves its ledger',
        text: `By Acme’s guests. ${text}`,
      }),
      article({ text, published: '2026-04-01T12:00:00Z' }),
    );
    expect(outline(stories)).toEqual([['Acme Engineering', 'Tech Digest: same text']]);
  });

  it('a page that names its canonical address is known by it', () => {
    const stories = merge(
      article({
        url: 'https://mirror.example/p/1',
        canonical: 'https://eng.acme.example/ledger',
        source: 'Globex Blog',
      }),
      article({ text: textAbout('other') }),
    );
    expect(outline(stories)).toEqual([['Acme Engineering', 'Globex Blog: same address']]);
  });

  it.each(['https://eng.acme.example/', 'https://eng.acme.example/blog', 'not an address', ''])(
    'a page that names its site, its section or nonsense (%j) as canonical is not believed',
    canonical => {
      const stories = merge(
        article({ url: 'https://eng.acme.example/blog/ledger', title: 'Ledgers on append-only disks', canonical }),
        article({ url: 'https://eng.acme.example/blog/search', title: 'Searching a billion rows', canonical }),
      );
      expect(stories).toHaveLength(2);
      expect(stories[0]?.id).toBe(storyId('https://eng.acme.example/blog/ledger'));
    },
  );

  it.each([
    ['as it is', 'Moving the ledger to append-only storage'],
    ['set in other type', 'Moving the Ledger to Append–Only Storage'],
    ['with other small words', 'Moving a ledger to an append-only storage'],
    ['with a subtitle', 'Moving the ledger to append-only storage: what we learned'],
    ['with the site’s name', 'Moving the ledger to append-only storage | The Acme Blog'],
  ])('two blogs of a company on one day with one headline, %s', (_, title) => {
    const other = article({
      title,
      url: 'https://blog.acme.example/2',
      source: 'The Acme Blog',
      published: '2026-04-01T09:00:00Z',
      text: textAbout('b'),
    });
    expect(outline(merge(article({}), other))).toEqual([['Acme Engineering', 'The Acme Blog: same headline']]);
  });

  it('complaint 11: an aggregator’s report that links to the company’s own article', () => {
    const report = article({
      url: 'https://digest.example/acme-ledger',
      source: 'Tech Digest',
      title: 'Acme Rebuilds Its Ledger on Append-Only Storage',
      html: '<p>As <a href="https://eng.acme.example/ledger?utm_source=digest">the team writes</a> …</p>',
      published: '2026-04-01T06:00:00Z',
    });
    expect(outline(merge(report, article({})))).toEqual([['Acme Engineering', 'Tech Digest: retold']]);
  });
});

describe('two stories stay two', () => {
  it('with headlines that share most words', () => {
    const stories = merge(
      article({ url: 'https://eng.acme.example/1', title: 'Vault adds IP allow lists for Terraform resources' }),
      article({
        url: 'https://blog.acme.example/2',
        title: 'Vault adds IP allow lists for Nomad resources',
        source: 'The Acme Blog',
      }),
    );
    expect(stories).toHaveLength(2);
  });

  it.each([
    ['Scaling the queue, part 1', 'Scaling the queue, part 2'],
    ['Gadget 16.1 is now available', 'Gadget 16.2 is now available'],
  ])('when only a number tells them apart: %s, %s', (first, second) => {
    const text = textAbout('series');
    const stories = merge(
      article({ url: 'https://eng.acme.example/1', title: first, text: `${text} one` }),
      article({ url: 'https://eng.acme.example/2', title: second, text: `${text} two`, source: 'The Acme Blog' }),
    );
    expect(stories).toHaveLength(2);
  });

  it.each([
    ['of two companies', { source: 'Globex Blog' }],
    ['of two days', { source: 'The Acme Blog', published: '2026-04-03T08:00:00Z' }],
    ['of one blog', {}],
  ])('under one headline when they are %s', (_, difference) => {
    const other = article({ url: 'https://blog.acme.example/2', text: textAbout('b'), ...difference });
    expect(merge(article({}), other)).toHaveLength(2);
  });

  it('under a headline that names no story', () => {
    const stories = merge(
      article({ url: 'https://eng.acme.example/1', title: 'Release notes', text: textAbout('a') }),
      article({
        url: 'https://blog.acme.example/2',
        title: 'Release Notes',
        text: textAbout('b'),
        source: 'The Acme Blog',
      }),
    );
    expect(stories).toHaveLength(2);
  });

  it('with the same few words of boilerplate for text', () => {
    const text = 'Read the full post on our web site to learn what the team has built.';
    const stories = merge(
      article({ url: 'https://eng.acme.example/1', title: 'Ledgers on append-only disks', text }),
      article({ url: 'https://eng.acme.example/2', title: 'Searching a billion rows', text }),
    );
    expect(stories).toHaveLength(2);
  });

  it('when a report links to an article on something else', () => {
    const report = article({
      url: 'https://digest.example/acme-search',
      source: 'Tech Digest',
      title: 'Acme Opens Its Search Engine',
      html: '<p>Acme also <a href="https://eng.acme.example/ledger">moved its ledger</a>.</p>',
    });
    expect(merge(report, article({}))).toHaveLength(2);
  });

  it('when a round-up links to both', () => {
    const roundUp = article({
      url: 'https://bytes.example/12',
      source: 'Weekly Bytes',
      title: 'Acme moves its ledger to append-only storage, rebuilds search ranking',
      html: '<a href="https://eng.acme.example/ledger">1</a> <a href="https://eng.acme.example/search">2</a>',
    });
    const search = article({ url: 'https://eng.acme.example/search', title: 'Search ranking, rebuilt' });
    expect(outline(merge(roundUp, search, article({})))).toEqual([
      ['Acme Engineering', 'Weekly Bytes: retold'],
      ['Acme Engineering'],
    ]);
  });
});

describe('the telling that is kept', () => {
  const undated = ({ published: _, ...rest }: Article): Article => rest;
  const told = (source: string, parts: Partial<Article> = {}) =>
    article({ source, text: textAbout('ledger'), ...parts });
  const url = (host: string) => `https://${host}.example/ledger`;

  it.each([
    [
      'the originating company before an earlier blog',
      told('Acme Engineering', { title: 'Acme’s ledger' }),
      told('Globex Blog', { title: 'Acme’s ledger', published: '2026-03-31T08:00:00Z' }),
    ],
    [
      'any blog before an aggregator',
      told('Globex Blog', { title: 'A ledger' }),
      told('Tech Digest', { title: 'A ledger', published: '2026-03-31T08:00:00Z' }),
    ],
    [
      'the earlier of two blogs',
      told('The Acme Blog'),
      told('Acme Engineering', { published: '2026-04-01T09:00:00Z' }),
    ],
    ['a dated before an undated one', told('The Acme Blog'), undated(told('Acme Engineering'))],
    [
      'a full text before the originator’s excerpt',
      told('Tech Digest', { title: 'Acme’s ledger' }),
      told('Acme Engineering', { title: 'Acme’s ledger', completeness: 'excerpt' }),
    ],
    [
      'the page that another names as its canonical address, before an earlier blog of the company',
      told('Globex Blog'),
      told('Acme Engineering', { canonical: url('a'), published: '2026-03-31T08:00:00Z' }),
    ],
  ])('is %s', (_, kept, other) => {
    const a = { ...kept, url: url('a') };
    const b = { ...other, url: url('b') };
    expect(merge(b, a).map(story => story.article.url)).toEqual([url('a')]);
  });
});

describe('merging as a whole', () => {
  const articles = fc.array(
    fc
      .record({
        path: fc.constantFrom('1', '2', '3', '4', '5'),
        title: fc.constantFrom(
          'Acme moves its ledger',
          'Globex rebuilds its search index',
          'A queue for retries that never sleeps',
        ),
        topic: fc.constantFrom('a', 'b', 'c', 'd'),
        source: fc.constantFrom(...catalogue.map(({ name }) => name), 'Gone From The Catalogue'),
        completeness: fc.constantFrom('full' as const, 'excerpt' as const),
        hour: fc.integer({ min: 10, max: 19 }),
        link: fc.constantFrom('1', '2', '3'),
      })
      .map(({ path, topic, hour, link, ...parts }) =>
        article({
          ...parts,
          url: `https://example.com/${path}`,
          text: textAbout(topic, 60),
          html: `<a href="https://example.com/${link}">source</a>`,
          published: `2026-04-01T${hour}:00:00Z`,
        }),
      ),
    { maxLength: 12 },
  );

  it('loses no article and shows none twice', () => {
    fc.assert(
      fc.property(articles, day => {
        const told = merge(...day).flatMap(story => [story.article, ...story.others.map(other => other.article)]);
        expect(told).toHaveLength(day.length);
        expect(new Set(told)).toEqual(new Set(day));
      }),
      { seed: 11 },
    );
  });

  it('does not depend on the order in which the feeds came in', () => {
    fc.assert(
      fc.property(
        articles.chain(day => fc.tuple(fc.constant(day), fc.shuffledSubarray(day, { minLength: day.length }))),
        ([day, shuffled]) => {
          expect(outline(merge(...shuffled))).toEqual(outline(merge(...day)));
        },
      ),
      { seed: 11 },
    );
  });

  it('gives each story an id of its own', () => {
    fc.assert(
      fc.property(articles, day => {
        const ids = merge(...day).map(story => story.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { seed: 11 },
    );
  });

  it('has nothing to say of a day without articles', () => {
    expect(merge()).toEqual([]);
  });
});
