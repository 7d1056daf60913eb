/** JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1) as a neutral feed. */
import { z } from 'zod';
import type { Feed, FeedItem } from '../../edition/item.ts';
import { resolveUrl, withAbsoluteLinks } from '../text/links.ts';
import { escapeHtml, foldSpace } from '../text/plain-text.ts';
import { parseFeedDate } from './feed-date.ts';
import { FeedError } from './feed-error.ts';
import { mostItems, toFeedItem } from './feed-item.ts';

/** A field of the wrong type counts as missing: one careless item does not cost the feed. */
const text = z
  .union([z.string(), z.number().transform(String)])
  .transform(value => value.toWellFormed())
  .catch('');
const author = z.object({ name: text }).catch({ name: '' });
const authors = z.array(author).catch([]);
const people = { author, authors };

const jsonItem = z.object({
  id: text,
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  tags: z.array(text).catch([]),
  ...people,
});
const jsonFeed = z.object({
  title: text,
  home_page_url: text,
  items: z.custom<readonly unknown[]>(Array.isArray),
  ...people,
});

/**
 * Ids are as the feed gives them, repeated or empty.
 * @param url address of the document
 * @throws FeedError `malformed` for broken JSON, `not-a-feed` for other JSON
 */
export const readJsonFeed = (document: string, url: string): Feed => {
  const feed = jsonFeed.safeParse(parseJson(document, url)).data;
  if (feed === undefined) {
    throw new FeedError('not-a-feed', `JSON without a list of items at ${url}, no JSON Feed: check the address.`, url);
  }
  const home = resolveUrl(feed.home_page_url, url) ?? url;
  const items = feed.items
    .slice(0, mostItems)
    .map(item => jsonItem.safeParse(item).data)
    .filter(item => item !== undefined);
  return { title: foldSpace(feed.title), items: items.map(item => readItem(item, home, namesOf(feed))) };
};

const parseJson = (document: string, url: string): unknown => {
  try {
    return JSON.parse(document);
  } catch (cause) {
    throw new FeedError('malformed', `Broken JSON at ${url}: the feed was cut short or is not JSON.`, url, { cause });
  }
};

const readItem = (item: z.infer<typeof jsonItem>, home: string, feedAuthors: readonly string[]): FeedItem => {
  const url = resolveUrl(item.url, home) ?? resolveUrl(item.external_url, home) ?? resolveUrl(item.id, undefined);
  const authorNames = namesOf(item);
  return toFeedItem({
    id: item.id,
    url,
    title: foldSpace(item.title),
    published: parseFeedDate(item.date_published),
    updated: parseFeedDate(item.date_modified),
    authors: authorNames.length > 0 ? authorNames : feedAuthors,
    categories: item.tags.map(foldSpace),
    summary: escapeHtml(item.summary.trim()),
    content: withAbsoluteLinks(item.content_html.trim() || escapeHtml(item.content_text.trim()), url ?? home),
  });
};

/** `author` is version 1.0, `authors` 1.1. */
const namesOf = (source: { author: { name: string }; authors: { name: string }[] }): readonly string[] =>
  [...source.authors, source.author].map(person => foldSpace(person.name)).filter(name => name !== '');
