/** Puts an item together from what its feed gives, leaving out what it does not. */
import type { FeedItem } from '../../edition/item.ts';

/** Feeds put the newest first; older items than these no edition asks for. */
export const mostItems = 2_000;

type Parts = { readonly [Key in keyof FeedItem]: FeedItem[Key] | undefined };

/** Missing and empty parts are absent from the item, or empty where an item must have them; names are kept once each. */
export const toFeedItem = (parts: Parts): FeedItem => ({
  id: parts.id ?? '',
  url: parts.url ?? '',
  title: parts.title ?? '',
  ...(parts.published ? { published: parts.published } : {}),
  ...(parts.updated ? { updated: parts.updated } : {}),
  authors: distinct(parts.authors),
  categories: distinct(parts.categories),
  ...(parts.summary ? { summary: parts.summary } : {}),
  ...(parts.content ? { content: parts.content } : {}),
});

const distinct = (texts: readonly string[] = []): readonly string[] => [...new Set(texts.filter(text => text !== ''))];
