/** The vocabulary of sources: a blog of the catalogue, how its items are found, and how it fared. */

/** A blog of the catalogue, and how its items are found. */
export interface Source {
  /** Unique name, as shown to readers. */
  readonly name: string;
  /** The company that writes the blog; entries default to it. */
  readonly company: string;
  /** Address of the blog for people. */
  readonly site: string;
  /** Addresses of its feed, the first that answers with a feed is taken. Empty where the blog has no feed. */
  readonly feeds: readonly string[];
  /** How to read items where there is no feed, or where none of the feeds answers. */
  readonly page?: PageRule;
  /** True where the blog mostly reports on other companies' work (ByteByteGo, InfoQ). */
  readonly aggregator?: boolean;
  /** A User-Agent for a blog that refuses the default one. */
  readonly userAgent?: string;
}

/** Reads items from a page of links, or from a sitemap, where a blog has no feed. */
export type PageRule =
  | {
      readonly kind: 'links';
      readonly url: string;
      /** CSS selector of the links to articles, in the order of the page, newest first. */
      readonly selector: string;
      /** CSS selector, within the card of a link, of the elements that may show its date; `time` elements need none. */
      readonly date?: string;
    }
  | {
      readonly kind: 'sitemap';
      readonly url: string;
      /** Only addresses that start so are articles. */
      readonly prefix: string;
    };

/** How a source fared when it was last collected: what the footer of an edition and `sources list` show. */
export interface SourceStatus {
  readonly name: string;
  readonly status: 'ok' | 'unchanged' | 'failed';
  /** Items that the source listed; for an unchanged one those of the time before. */
  readonly items: number;
  /** Why it failed, for a person: what happened and, where it helps, what to do. */
  readonly reason?: string;
  /** The stable code of that failure, for programs: that of the last error (`dns`, `status`, `not-a-feed` …). */
  readonly code?: string;
  /** Instant of the first failure of the current run of failures, ISO 8601 in UTC. */
  readonly since?: string;
}
