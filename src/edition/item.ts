/** What a blog publishes, before anyone has read it: one item of a feed, in one neutral form for every feed format. */
export interface FeedItem {
  /** The feed's own identifier (RSS `guid`, Atom `id`), or, where it has none or repeats it, the item's address or title. */
  readonly id: string;
  /** Absolute http(s) address of the article; empty when the feed gives none. */
  readonly url: string;
  /** Plain text, entities decoded, white space folded; empty when the feed gives none. */
  readonly title: string;
  /** Instant of first publication, ISO 8601 in UTC; absent when the feed gives none that can be read. */
  readonly published?: string;
  /** Instant of the last change, ISO 8601 in UTC. Never used to decide whether an item is new. */
  readonly updated?: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** The feed's summary (RSS `description`, Atom `summary`) as HTML. */
  readonly summary?: string;
  /** The feed's content (`content:encoded`, Atom `content`) as HTML. */
  readonly content?: string;
}

/** A feed as a document: what `parseFeed` returns. */
export interface Feed {
  readonly title: string;
  /** Minutes for which the feed asks to be left alone (RSS `ttl`, `sy:updatePeriod`), where it says. */
  readonly ttl?: number;
  readonly items: readonly FeedItem[];
}
