/** What our sources have beyond OPML 2.0: attributes in a namespace of their own, as the specification asks of extensions. */

export const namespace = 'urn:engineering-at-scale:sources';

/** In lower case: the names of attributes are read regardless of case. */
export const attributeNames = {
  company: 'digest:company',
  /** One of `TellerKind`. */
  tells: 'digest:tells',
  userAgent: 'digest:useragent',
  /** Further addresses of the feed, split by spaces. */
  feeds: 'digest:feeds',
  /** A page of links, with `selector` and maybe `date`, or a sitemap, with `prefix`. */
  page: 'digest:page',
  selector: 'digest:selector',
  date: 'digest:date',
  prefix: 'digest:prefix',
} as const;
