/** A feed as RSS 2.0 (https://www.rssboard.org/rss-specification), with the modules for authors and whole contents. */
import { generateRssFeed } from 'feedsmith';
import { escapeHtml } from '../../sources/text/plain-text.ts';
import { language, type SiteFeed, type SiteFeedItem, updatedAt } from './site-feed.ts';

/** Minutes for which a reader need not ask again: editions come once a day. */
const ttl = 60;

/** @param feed Of sound texts. */
export const writeRss = (feed: SiteFeed): string => {
  const { title, description, page, self, items } = feed;
  const updated = updatedAt(feed);
  return generateRssFeed({
    title: readAlike(title),
    link: page,
    description: readAlike(description),
    language,
    ttl,
    ...(updated !== undefined && { lastBuildDate: new Date(updated) }),
    atom: { links: [{ href: `${self}.rss`, rel: 'self', type: 'application/rss+xml' }] },
    items: items.map(rssItem),
  });
};

const rssItem = (item: SiteFeedItem) => ({
  title: readAlike(item.title),
  link: item.url,
  // Of all texts of an item this one alone is HTML for certain.
  description: escapeHtml(item.summary),
  guid: { value: item.id, isPermaLink: item.id === item.page },
  pubDate: new Date(item.published),
  dc: { creators: [item.author] },
  categories: item.tags.map(({ label }) => ({ name: readAlike(label) })),
  ...(item.page !== item.url && { comments: item.page }),
  content: { encoded: item.html },
});

/**
 * A text that says the same to readers who take it for HTML and, but where it holds an opening bracket or a reference, to
 * those who take it for plain text. Most take it for HTML, though it is plain text by the profile
 * (https://www.rssboard.org/rss-profile#data-types-characterdata): they would lose the `<T>` of a title, or run it.
 */
const readAlike = (text: string): string => text.replace(/&(?=#|\w+;)/g, '&amp;').replaceAll('<', '&lt;');
