/** JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1) as a neutral feed. */
import { z } from 'zod';
import type { Feed } from '../../edition/item.ts';
import { resolveUrl, withAbsoluteLinks } from '../text/links.ts';
import { escapeHtml, foldSpace } from '../text/plain-text.ts';
import { shownAddress } from '../text/shown-address.ts';
import { parseFeedDate } from './feed-date.ts';
import { FeedError } from './feed-error.ts';
import { type Parts, toFeedItem } from './feed-item.ts';
import { type Note, upTo } from './flaws.ts';
import { jsonShape } from './json-shape.ts';
import { excessive, hostile } from './limits.ts';

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
 * @throws FeedError `malformed` for JSON that breaks off before its first item does, `too-deep`, `not-a-feed` for other JSON
 */
export const readJsonFeed = (document: string, url: string, note: Note): Feed => {
  const feed = jsonFeed.safeParse(parseJson(document, url, note)).data;
  if (feed === undefined) {
    throw new FeedError(
      'not-a-feed',
      `JSON without a list of items at ${shownAddress(url)}, no JSON Feed: check the address.`,
      url,
    );
  }
  const home = resolveUrl(feed.home_page_url, url) ?? url;
  const items = upTo(feed.items, excessive.items, 'too-many-items', note)
    .map(item => jsonItem.safeParse(item).data)
    .filter(item => item !== undefined);
  return {
    title: foldSpace(feed.title),
    items: items.map(item => toFeedItem(readItem(item, home, namesOf(feed)), note)),
  };
};

/** The value of the document; where it breaks off, of that part of it that ends with its last whole item. */
const parseJson = (document: string, url: string, note: Note): unknown => {
  const { depth, whole } = jsonShape(document);
  if (depth > hostile.jsonDepth) {
    const problem = `JSON nested more than ${hostile.jsonDepth} deep at ${shownAddress(url)}: no feed needs that, so this is no honest one.`;
    throw new FeedError('too-deep', problem, url);
  }
  try {
    return JSON.parse(document);
  } catch (cause) {
    const read = whole === undefined ? undefined : readPart(whole);
    if (read === undefined) {
      const problem = `Broken JSON at ${shownAddress(url)}: the feed was cut short or is not JSON.`;
      throw new FeedError('malformed', problem, url, { cause });
    }
    note('cut-off');
    return read;
  }
};

const readPart = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

const readItem = (item: z.infer<typeof jsonItem>, home: string, feedAuthors: readonly string[]): Parts => {
  const url = resolveUrl(item.url, home) ?? resolveUrl(item.external_url, home) ?? resolveUrl(item.id, undefined);
  const authorNames = namesOf(item);
  return {
    id: item.id,
    url,
    title: foldSpace(item.title),
    published: parseFeedDate(item.date_published),
    updated: parseFeedDate(item.date_modified),
    authors: authorNames.length > 0 ? authorNames : feedAuthors,
    categories: item.tags.map(foldSpace),
    summary: escapeHtml(item.summary.trim()),
    content: withAbsoluteLinks(item.content_html.trim() || escapeHtml(item.content_text.trim()), url ?? home),
  };
};

/** `author` is version 1.0, `authors` 1.1. */
const namesOf = (source: { author: { name: string }; authors: { name: string }[] }): readonly string[] =>
  [...source.authors, source.author].map(person => foldSpace(person.name)).filter(name => name !== '');
