/** The vocabulary of feeds: one neutral form for every feed format. */
import { z } from 'zod';
import type { FeedFlaw } from './flaw.ts';

/** What a blog publishes, before anyone has read it. */
export const feedItem = z
  .object({
    /** The feed's own identifier (RSS `guid`, Atom `id`), or, where it has none or repeats it, the item's address or title. */
    id: z.string(),
    /** Absolute http(s) address of the article; empty when the feed gives none. */
    url: z.string(),
    /** Plain text, entities decoded, white space folded; empty when the feed gives none. */
    title: z.string(),
    /** Instant of first publication, ISO 8601 in UTC; absent when the feed gives none that can be read. */
    published: z.string().exactOptional(),
    /** Instant of the last change, ISO 8601 in UTC. Never used to decide whether an item is new. */
    updated: z.string().exactOptional(),
    authors: z.array(z.string()).readonly(),
    categories: z.array(z.string()).readonly(),
    /** The feed's summary (RSS `description`, Atom `summary`) as HTML. */
    summary: z.string().exactOptional(),
    /** The feed's content (`content:encoded`, Atom `content`) as HTML. */
    content: z.string().exactOptional(),
  })
  .readonly();

export type FeedItem = z.infer<typeof feedItem>;

/** A feed as a document: what `parseFeed` returns. */
export interface Feed {
  readonly title: string;
  /** Minutes for which the feed asks to be left alone (RSS `ttl`, `sy:updatePeriod`), where it says. */
  readonly ttl?: number;
  readonly items: readonly FeedItem[];
  /** What is wrong with the document, each once; absent where nothing is. */
  readonly flaws?: readonly FeedFlaw[];
}
