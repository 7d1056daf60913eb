/** Posts that a blog lists anew under another address and id, as blogs do when a headline's slug or their platform changes. */
import { day } from '../edition/duration.ts';
import type { FeedItem } from '../edition/item.ts';
import { normaliseTitle, wordsOf } from '../edition/words.ts';

/** A post that a feed listed before and lists no longer under its id or address. */
export interface GonePost {
  readonly item: FeedItem;
  /** Since when its story counts as news; null when never. */
  readonly appeared: string | null;
}

/** Columns share short headlines: "Web links", "Release notes". */
const fewestWords = 4;

const isSameDate = (a: FeedItem, b: FeedItem): boolean =>
  a.published === undefined ||
  b.published === undefined ||
  Math.abs(Date.parse(a.published) - Date.parse(b.published)) < day;

/**
 * Prepares to find what an item was before it moved: a post of `gone` with the same headline, of the same day where both
 * bear a date.
 */
export const formerPosts = (gone: readonly GonePost[]): ((item: FeedItem) => GonePost | undefined) => {
  const byTitle = Map.groupBy(gone, ({ item }) => normaliseTitle(item.title));
  return item =>
    wordsOf(item.title).length < fewestWords
      ? undefined
      : byTitle.get(normaliseTitle(item.title))?.find(post => isSameDate(post.item, item));
};
