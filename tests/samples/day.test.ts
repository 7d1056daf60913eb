import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readRecordings, recordedInstant } from '../../samples/server.ts';
import type { FeedItem } from '../../src/edition/item.ts';
import { canonicalUrl } from '../../src/edition/story.ts';
import { extractArticle } from '../../src/sources/article.ts';
import { catalogue } from '../../src/sources/catalogue.ts';
import { plainText } from '../../src/sources/text/plain-text.ts';
import { type Reading, readRecordedDay } from './a-reading.ts';

const folder = resolve(import.meta.dirname, '../../samples/day');
const bodyOf = (file: string): Buffer => readFileSync(resolve(folder, file));

const recordings = readRecordings();
const pages = new Map(
  recordings
    .filter(({ headers, status }) => status === 200 && headers['content-type']?.startsWith('text/html'))
    .map(({ url, file = '' }) => [canonicalUrl(url), { url, html: bodyOf(file).toString() }]),
);

const batch = 'The Batch | DeepLearning.AI | AI News & Insights';
const hour = 3_600_000;
const isOfTheDay = ({ published = '' }: FeedItem): boolean => {
  const age = Date.parse(recordedInstant) - Date.parse(published);
  return age >= 0 && age < 24 * hour;
};

/** Words of the main text: of the feed where it carries the article, of the recorded page otherwise. */
const wordsOf = ({ url, content = '' }: FeedItem): number => {
  const page = pages.get(canonicalUrl(url));
  if (content !== '') return plainText(content).split(' ').length;
  return page === undefined ? 0 : extractArticle(page.html, page.url).words;
};

let reading: Reading;
let items: readonly FeedItem[];
/** What is long enough to be more than a note, each story address once. */
let articles: readonly FeedItem[];
const of = (source: string): readonly FeedItem[] => reading.items.get(source) ?? [];
const byTitle = (title: string): FeedItem | undefined => items.find(item => item.title === title);

beforeAll(async () => {
  reading = await readRecordedDay();
  items = [...reading.items.values()].flat();
  const told = items.filter(item => wordsOf(item) >= 300);
  articles = [...new Map(told.map(item => [canonicalUrl(item.url), item])).values()];
});

describe('the recorded day', () => {
  it('lists every file that it has, and has every file that it lists', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && entry.name !== 'index.json')
      .map(entry => resolve(entry.parentPath, entry.name));
    const listed = recordings.flatMap(({ file }) => (file === undefined ? [] : [resolve(folder, file)]));
    expect(listed.toSorted()).toEqual(files.toSorted());
    expect(new Set(recordings.map(({ url }) => url)).size).toBe(recordings.length);
  });

  it('keeps each body in the folder of its host', () => {
    const astray = recordings.filter(
      ({ url, file }) => file !== undefined && !file.startsWith(`${new URL(url).host}/`),
    );
    expect(astray).toEqual([]);
  });

  it('can be read from all sources of the catalogue but the one that fails on purpose', () => {
    expect(reading.statuses).toHaveLength(31);
    const unread = reading.statuses.filter(({ status, items: found }) => status !== 'ok' || found === 0);
    expect(unread).toEqual([
      expect.objectContaining({
        name: 'SoundCloud Backstage Blog',
        status: 'failed',
        reason: expect.stringMatching(/blog\/blog\.rss.*404.*soundcloud\.com\/blog\.rss.*404/),
      }),
    ]);
  });

  it('has news from at least fifteen sources, and nothing from the future', () => {
    const fresh = [...reading.items].filter(([, found]) => found.some(isOfTheDay)).map(([source]) => source);
    expect(fresh.length).toBeGreaterThanOrEqual(15);
    expect(items.filter(({ published = '' }) => published > new Date(recordedInstant).toISOString())).toEqual([]);
  });

  it('dates every item, so that none is news by accident', () => {
    expect(items.filter(({ published }) => published === undefined).map(({ url }) => url)).toEqual([]);
  });

  it('tells 24 articles of 300 to 900 words, about half of them in the feed', () => {
    expect(articles).toHaveLength(24);
    expect(articles.filter(item => wordsOf(item) > 900)).toEqual([]);
    const inFeed = articles.filter(({ content }) => content !== undefined);
    expect(inFeed.length).toBeGreaterThanOrEqual(10);
    expect(inFeed.length).toBeLessThanOrEqual(14);
  });

  it('publishes 21 of the articles on the day, and three before it', () => {
    expect(articles.filter(isOfTheDay)).toHaveLength(21);
    const earlier = articles.filter(item => !isOfTheDay(item));
    expect(earlier.map(({ published = '' }) => published.slice(0, 10)).toSorted()).toEqual([
      '2026-03-27',
      '2026-03-28',
      '2026-03-30',
    ]);
  });

  it('reaches every page from a feed, or from the page of a blog without one', () => {
    const listed = new Set(items.map(({ url }) => canonicalUrl(url)));
    const listings = catalogue.flatMap(({ page }) => (page === undefined ? [] : [canonicalUrl(page.url)]));
    expect([...pages.keys()].filter(url => !listed.has(url) && !listings.includes(url))).toEqual([]);
  });

  it('records the page of every item of the day that its feed only announces', () => {
    const unrecorded = items.filter(item => isOfTheDay(item) && item.content === undefined && wordsOf(item) === 0);
    expect(unrecorded.map(({ url }) => url)).toEqual([]);
  });
});

describe('the oddities of the recorded day', () => {
  it('has one story in two feeds, with other parameters and other guids', () => {
    const title = 'Securing the open source supply chain across GitHub';
    const [one, other] = ['The GitHub Blog', 'GitHub Engineering'].map(source =>
      of(source).find(i => i.title === title),
    );
    expect(one?.url).not.toBe(other?.url);
    expect(one?.id).not.toBe(other?.id);
    expect(canonicalUrl(one?.url ?? '')).toBe(canonicalUrl(other?.url ?? ''));
  });

  it('has one story on two sites, of which the copy names the original', () => {
    const original = byTitle('AWS permission delegation now generally available in HCP Terraform');
    const copy = of('AWS Open Source Blog').find(isOfTheDay);
    expect(copy?.title).not.toBe(original?.title);
    expect(pages.get(canonicalUrl(copy?.url ?? ''))?.html).toContain(`<link rel="canonical" href="${original?.url}">`);
  });

  it('has a feed in windows-1252 that is no UTF-8 and still reads with its quotes and dashes', () => {
    const bytes = bodyOf('www.oreilly.com/radar/feed/index.xml');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow(TypeError);
    expect(bytes.subarray(0, 60).toString('latin1')).toContain('encoding="windows-1252"');
    expect(of("O'Reilly Radar")[0]?.content).toMatch(/wouldn’t choose a database in this way — or/);
  });

  it('has a page of issues, the newest no more than a teaser', () => {
    const [newest] = of(batch);
    expect(newest).toMatchObject({
      url: 'https://www.deeplearning.ai/the-batch/issue-346/',
      published: '2026-04-01T00:00:00.000Z',
    });
    expect(pages.get(canonicalUrl(newest?.url ?? ''))?.html).toContain('for subscribers');
  });

  it('has a feed in RDF, one in Atom by Blogger, and one that has moved', () => {
    expect(bodyOf('engineering.atspotify.com/feed/index.rdf').toString()).toContain('<rdf:RDF');
    expect(of('Spotify Engineering')).toHaveLength(2);
    expect(of('Google Open Source Blog')[0]?.id).toMatch(/^tag:blogger\.com/);
    expect(of('BrettTerpstra.com')).toHaveLength(2);
  });
});
