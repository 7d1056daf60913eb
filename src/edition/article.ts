/** The vocabulary of articles: a feed item once its text has been read. */
import type { FeedItem } from './item.ts';

/** How much of the article we could read. Only a `full` one can carry a Deep Dive. */
export type Completeness = 'full' | 'excerpt' | 'paywalled';

/** A feed item with the text that stands behind it. */
export interface Article {
  readonly item: FeedItem;
  /** Name of the source that told it. */
  readonly source: string;
  readonly title: string;
  readonly url: string;
  /** What the page itself calls its address (`rel=canonical`), absolute; absent where it says nothing. */
  readonly canonical?: string;
  /** Instant of publication, ISO 8601 in UTC: the feed's word, else the page's; absent where neither says. */
  readonly published?: string;
  /** Blocks (paragraphs, list items, code, headings) split by `\n`. */
  readonly text: string;
  /** Cleaned HTML of the article body. */
  readonly html: string;
  readonly words: number;
  readonly completeness: Completeness;
  /** Why its page could not be read, for a person; the text is then the feed's. */
  readonly problem?: string;
}
