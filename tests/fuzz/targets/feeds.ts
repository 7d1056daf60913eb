/** Mutated feeds, read as `collect` reads them, and their stories known by their addresses. */
import type { Feed, FeedItem } from '../../../src/edition/item.ts';
import { canonicalUrl } from '../../../src/edition/story.ts';
import { clampDates } from '../../../src/sources/collect.ts';
import { parseFeed } from '../../../src/sources/feed.ts';
import { FeedError } from '../../../src/sources/feeds/feed-error.ts';
import { contentTypes } from '../dictionary.ts';
import { mutate } from '../mutate.ts';
import { drawSeed, feedSeeds } from '../seeds.ts';
import type { Target } from '../target.ts';

const url = 'https://feeds.example/blog/feed.xml';
const now = new Date('2026-11-25T10:00:00Z');

/** Bytes of a mutant: a larger feed may take longer, as its time grows with its length. */
const usualBytes = 30_000;
const mostBytes = 300_000;

export const feedTarget = (): Target => {
  const seeds = feedSeeds();
  return {
    mostTime: 200,
    make: chance => {
      const most = chance.oneIn(50) ? mostBytes : usualBytes;
      const mutant = mutate(drawSeed(seeds, chance), drawSeed(seeds, chance), most, chance);
      return { bytes: Buffer.from(mutant, 'latin1'), as: chance.oneIn(3) ? chance.of(contentTypes) : '' };
    },
    run: ({ bytes, as }) => {
      try {
        const feed = parseFeed(bytes, { url, contentType: as });
        const items = clampDates(feed.items, now);
        const stories = items.map(item => canonicalUrl(item.url));
        return () => [...feedFaults({ ...feed, items }), ...stories.flatMap(storyFaults)];
      } catch (error) {
        if (error instanceof FeedError) return () => (error.message.includes(url) ? [] : ['a refusal without address']);
        throw error;
      }
    },
  };
};

/** What `FeedItem` promises and this feed does not hold. */
export const feedFaults = ({ title, items }: Feed): readonly string[] => {
  const ids = new Set(items.map(item => item.id));
  return [
    ...(isTitle(title) ? [] : [`the feed's title is no plain text: ${JSON.stringify(title.slice(0, 100))}`]),
    ...(ids.has('') ? ['an id is empty'] : []),
    ...itemFaults(items),
    ...(repeatedIds(items) ? ['different items share an id'] : []),
  ];
};

/** What an address is known by is known by itself. */
const storyFaults = (story: string): readonly string[] =>
  canonicalUrl(story) === story ? [] : [`two identities of one story: ${story.slice(0, 200)}`];

const itemFaults = (items: readonly FeedItem[]): readonly string[] =>
  items.flatMap(item => [
    ...(item.url === '' || isWebAddress(item.url) ? [] : [`no web address: ${item.url.slice(0, 100)}`]),
    ...(isTitle(item.title) ? [] : [`no plain title: ${JSON.stringify(item.title.slice(0, 100))}`]),
    ...[item.published, item.updated].filter(date => !isInstant(date)).map(date => `no instant in UTC: ${date}`),
    ...[...item.authors, ...item.categories]
      .filter(name => name === '' || !isTitle(name))
      .map(name => `no name: ${name}`),
    ...(JSON.stringify(item).isWellFormed() && isWellFormed(item) ? [] : ['half a character']),
  ]);

const isWellFormed = (item: FeedItem): boolean =>
  [item.id, item.summary ?? '', item.content ?? ''].every(text => text.isWellFormed());

/** Items that nothing tells apart may share an id: they are one item told twice. */
const repeatedIds = (items: readonly FeedItem[]): boolean =>
  [...Map.groupBy(items, item => item.id).values()].some(
    sharers => new Set(sharers.map(item => JSON.stringify(item))).size > 1 && new Set(sharers.map(bodyOf)).size > 1,
  );

const bodyOf = ({ url: address, title, published, summary, content }: FeedItem): string =>
  JSON.stringify([address, title, published, summary, content]);

const isTitle = (text: string): boolean =>
  text.isWellFormed() && !/\p{Cc}/u.test(text) && text === text.replace(/\s+/g, ' ').trim();

const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s"<>]+$/.test(text) && URL.canParse(text);

const isInstant = (date: string | undefined): boolean =>
  date === undefined || (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(date) && !Number.isNaN(Date.parse(date)));
