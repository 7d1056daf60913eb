/** A feed as Atom 1.0 (RFC 4287). */
import { generateAtomFeed } from 'feedsmith';
import { language, type SiteFeed, type SiteFeedItem, updatedAt } from './site-feed.ts';

/** The format asks for a date even of what has never had anything. */
const never = new Date(0).toISOString();

/** @param feed Of sound texts. */
export const writeAtom = (feed: SiteFeed): string => {
  const { title, description, id, page, self, items } = feed;
  return generateAtomFeed({
    xml: { lang: language },
    id,
    title: { value: title, type: 'text' },
    subtitle: { value: description, type: 'text' },
    updated: updatedAt(feed) ?? never,
    links: [
      { href: `${self}.atom`, rel: 'self', type: 'application/atom+xml' },
      { href: page, rel: 'alternate', type: 'text/html' },
    ],
    authors: [{ name: title }],
    entries: items.map(atomEntry),
  });
};

const atomEntry = ({ id, title, url, page, author, published, updated, summary, html, tags }: SiteFeedItem) => ({
  id,
  title: { value: title, type: 'text' },
  links: [
    { href: url, rel: 'alternate', type: 'text/html' },
    // Where the words of the entry come from, as the article has others (4.2.7.2).
    ...(page === url ? [] : [{ href: page, rel: 'via', type: 'text/html' }]),
  ],
  authors: [{ name: author }],
  published,
  updated,
  summary: { value: summary, type: 'text' },
  content: { value: html, type: 'html' },
  categories: tags.map(({ name, label }) => ({ term: name, label })),
});
