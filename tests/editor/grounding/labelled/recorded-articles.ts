/** The articles of the recorded day by their addresses: of the recorded page where there is one, else of the feed. */
import { readFileSync } from 'node:fs';
import { type Recording, readRecordings } from '../../../../samples/server.ts';
import type { FeedItem } from '../../../../src/edition/item.ts';
import { attributeCompany } from '../../../../src/editor/company.ts';
import { cleanArticle, extractArticle } from '../../../../src/sources/article.ts';
import { catalogue } from '../../../../src/sources/catalogue.ts';
import { parseFeed } from '../../../../src/sources/feed.ts';

export interface RecordedArticle {
  readonly url: string;
  readonly text: string;
  /** Whom it is about, by our own rules. */
  readonly company: string;
}

/** As a feed lists it. */
interface Listing {
  readonly source: string;
  readonly item: FeedItem;
}

const day = new URL('../../../../samples/day/', import.meta.url);

/** By address without its query, which in the recorded feeds only counts readers. */
export const readRecordedArticles = (): ReadonlyMap<string, RecordedArticle> => {
  const recordings = readRecordings().filter(({ status, file }) => status === 200 && file !== undefined);
  const listings = recordings.flatMap(listingsIn);
  const texts = new Map([...listings.flatMap(textOfListing), ...recordings.flatMap(textOfPage)]);
  return new Map(
    listings.flatMap(({ source, item }) => {
      const url = withoutQuery(item.url);
      const text = texts.get(url);
      if (text === undefined) return [];
      return [[url, { url, text, company: attributeCompany({ title: item.title, text, source }) }]];
    }),
  );
};

const textOfPage = (recording: Recording): readonly (readonly [string, string])[] =>
  typeOf(recording).startsWith('text/html')
    ? [[recording.url, extractArticle(bodyOf(recording).toString(), recording.url).text]]
    : [];

const textOfListing = ({ item: { url, title, content } }: Listing): readonly (readonly [string, string])[] =>
  content === undefined ? [] : [[withoutQuery(url), cleanArticle(content, { title, base: url }).text]];

const listingsIn = (recording: Recording): readonly Listing[] => {
  const source = catalogue.find(({ feeds }) => feeds.includes(recording.url));
  if (source === undefined || !/xml/.test(typeOf(recording))) return [];
  const { items } = parseFeed(bodyOf(recording), { url: recording.url, contentType: typeOf(recording) });
  return items.map(item => ({ source: source.name, item }));
};

const typeOf = ({ headers }: Recording): string => headers['content-type'] ?? '';

const bodyOf = ({ file = '' }: Recording): Buffer => readFileSync(new URL(file, day));

const withoutQuery = (address: string): string => {
  const url = new URL(address);
  return url.origin + url.pathname;
};
