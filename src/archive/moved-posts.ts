/** Posts that a blog lists anew under another address and id, as blogs do when a headline's slug or their platform changes. */
import { day } from '../edition/duration.ts';
import type { FeedItem } from '../edition/item.ts';
import { type Fingerprint, fingerprint, similarity } from '../edition/story.ts';
import { normaliseTitle, wordsOf } from '../edition/words.ts';
import { plainText } from '../sources/text/plain-text.ts';

/** A post that a feed listed before and lists no longer under its id or address. */
export interface GonePost {
  readonly item: FeedItem;
  /** Since when its story counts as news; null when never. */
  readonly appeared: string | null;
}

/** Columns share short headlines: "Web links", "Release notes". */
const fewestWords = 4;
/** Of a text that tells a post from others. */
const fewestWordsOfText = 40;
/** From this share on, two texts are one that was edited. */
const sameText = 0.6;

const isSameDate = (a: FeedItem, b: FeedItem): boolean =>
  a.published === undefined ||
  b.published === undefined ||
  Math.abs(Date.parse(a.published) - Date.parse(b.published)) < day;

/**
 * Prepares to find what an item of the list `listed` was before it moved: a post of `gone` with the same headline or the same text,
 * of the same day where both bear a date. A text that others of the list have too is that of the blog, and of no post.
 */
export const formerPosts = (
  gone: readonly GonePost[],
  listed: readonly FeedItem[],
): ((item: FeedItem) => GonePost | undefined) => {
  const byTitle = Map.groupBy(gone, ({ item }) => normaliseTitle(item.title));
  const sketchOf = createSketches();
  const hasSameText = (a: FeedItem, b: FeedItem): boolean => similarity(sketchOf(a), sketchOf(b)) >= sameText;

  const withHeadline = (item: FeedItem): GonePost | undefined =>
    wordsOf(item.title).length < fewestWords
      ? undefined
      : byTitle.get(normaliseTitle(item.title))?.find(post => isSameDate(post.item, item));

  const withText = (item: FeedItem): GonePost | undefined => {
    const [post, ...others] = gone.filter(one => isSameDate(one.item, item) && hasSameText(one.item, item));
    const isOwn = others.length === 0 && !listed.some(other => other !== item && hasSameText(other, item));
    return isOwn ? post : undefined;
  };

  return item => withHeadline(item) ?? withText(item);
};

/** Of each item once; empty where its feed says too little to tell it from others. */
const createSketches = (): ((item: FeedItem) => Fingerprint) => {
  const known = new Map<FeedItem, Fingerprint>();
  return item => {
    const kept = known.get(item);
    if (kept !== undefined) return kept;
    const text = plainText(item.content ?? item.summary ?? '');
    const sketch = wordsOf(text).length < fewestWordsOfText ? [] : fingerprint(text);
    known.set(item, sketch);
    return sketch;
  };
};
