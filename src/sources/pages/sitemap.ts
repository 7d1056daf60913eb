/** Reads articles from a sitemap (sitemaps.org protocol 0.9), which gives their addresses and when they last changed. */
import { Parser } from 'htmlparser2';
import type { FeedItem } from '../../edition/item.ts';
import type { PageRule } from '../../edition/source.ts';
import { parseFeedDate } from '../feeds/feed-date.ts';
import { resolveUrl } from '../text/links.ts';
import { PageError } from './page-error.ts';

type SitemapRule = Extract<PageRule, { kind: 'sitemap' }>;

/** Addresses in one sitemap (sitemaps.org protocol, "Sitemap index files"): those after them are not read. */
const mostLocations = 50_000;

/** Elements in one another: extensions nest some five deep. The parser's time grows with the square of the depth. */
const deepest = 50;

/** Characters of an address or a date, which may come in pieces. */
const longestField = 4096;

interface Location {
  loc?: string;
  lastmod?: string;
}

/**
 * The articles of a sitemap, last changed first.
 * @throws PageError `not-a-sitemap`, for an index of sitemaps too
 */
export function readSitemap(text: string, rule: SitemapRule, url: string): readonly FeedItem[] {
  const items = new Map<string, FeedItem>();
  for (const { loc = '', lastmod = '' } of locationsOf(text, url)) {
    const address = resolveUrl(loc, undefined);
    if (address === undefined || !address.startsWith(rule.prefix) || address === rule.prefix) continue;
    if (!items.has(address)) items.set(address, itemOf(address, parseFeedDate(lastmod)));
  }
  return [...items.values()].sort((one, other) => (other.published ?? '').localeCompare(one.published ?? ''));
}

/**
 * A sitemap has no titles: the article's own page gives them. Nor has it a date of publication: the last change stands in,
 * which is that date for an article that is new to us; a later one does no harm, as known addresses are not told again.
 */
const itemOf = (url: string, changed: string | undefined): FeedItem => ({
  id: url,
  url,
  title: '',
  ...(changed !== undefined && { published: changed, updated: changed }),
  authors: [],
  categories: [],
});

function locationsOf(text: string, url: string): readonly Location[] {
  const locations: Location[] = [];
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag(name) {
        open.push(name);
        if (open.length === 1 && name !== 'urlset') throw notASitemap(name, url);
        if (open.length > deepest)
          throw new PageError('not-a-sitemap', url, `nests more than ${deepest} deep: it is not a sitemap`);
        if (open.length === 2 && name === 'url' && locations.length <= mostLocations) locations.push({});
      },
      ontext(piece) {
        const location = locations.at(-1);
        const field = open.at(-1);
        // At depth three only: image and video extensions have a `loc` of their own further down.
        if (location === undefined || open.length !== 3 || (field !== 'loc' && field !== 'lastmod')) return;
        if ((location[field]?.length ?? 0) < longestField) location[field] = (location[field] ?? '') + piece;
      },
      onclosetag() {
        open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return locations.slice(0, mostLocations);
}

function notASitemap(root: string, url: string): PageError {
  if (root === 'sitemapindex')
    return new PageError('not-a-sitemap', url, 'is an index of sitemaps: name the one that lists the articles');
  return new PageError(
    'not-a-sitemap',
    url,
    `is not a sitemap: it is a <${root}> document; look up the address of the sitemap`,
  );
}
