/** Reads the items of a blog without a feed, from its page of links or its sitemap, as its rule says. */
import type { FeedItem } from '../../edition/item.ts';
import type { PageRule } from '../../edition/source.ts';
import { PageError } from './page-error.ts';
import { readLinks } from './page-links.ts';
import { readSitemap } from './sitemap.ts';

/** So much of a long archive is news. */
const mostItems = 100;

/**
 * The items, newest first, each address once.
 * @param text the decoded page
 * @param url where it stood after redirects
 * @throws PageError where it lists none, with the cause
 */
export function readPage(text: string, rule: PageRule, url: string): readonly FeedItem[] {
  const items = rule.kind === 'links' ? readLinks(text, rule, url) : readSitemap(text, rule, url);
  if (items.length === 0) throw new PageError('no-links', url, `lists no articles: ${emptinessOf(rule)}`);
  return items.slice(0, mostItems);
}

const emptinessOf = (rule: PageRule): string =>
  rule.kind === 'links'
    ? `the selector "${rule.selector}" matched nothing: the page may have changed; correct the selector`
    : `no address starts with "${rule.prefix}": the sitemap may have changed; correct the prefix`;
