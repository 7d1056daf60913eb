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
/** What more posts than these have of a text is their blog's, and of none. */
const mostSharers = 8;
/** The share of a text that a post must have of what is not its blog's, to be compared with it. */
const fewestShared = 0.1;

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
  const goneOf = new Map(gone.map(post => [post.item, post]));
  let index: TextIndex | undefined;
  const likeText: TextIndex = item => {
    index ??= textIndex([...goneOf.keys(), ...listed]);
    return index(item);
  };

  const withHeadline = (item: FeedItem): GonePost | undefined =>
    wordsOf(item.title).length < fewestWords
      ? undefined
      : byTitle.get(normaliseTitle(item.title))?.find(post => isSameDate(post.item, item));

  const withText = (item: FeedItem): GonePost | undefined => {
    if (gone.length === 0) return undefined;
    const alike = likeText(item);
    const [post, ...others] = alike.flatMap(other => goneOf.get(other) ?? []).filter(one => isSameDate(one.item, item));
    const isOwn = others.length === 0 && alike.every(other => goneOf.has(other));
    return isOwn ? post : undefined;
  };

  return item => withHeadline(item) ?? withText(item);
};

type TextIndex = (item: FeedItem) => readonly FeedItem[];

/**
 * Finds which others of `items` have the text of one. Texts are compared only where they share what few others have: a list may have
 * thousands of items, and its blog chooses what they say.
 */
const textIndex = (items: readonly FeedItem[]): TextIndex => {
  const sketches = new Map(items.map(item => [item, sketchOf(item)]));
  const having = new Map<number, FeedItem[]>();
  for (const [item, sketch] of sketches)
    for (const hash of sketch) {
      const others = having.get(hash);
      if (others === undefined) having.set(hash, [item]);
      else others.push(item);
    }

  return item => {
    const sketch = sketches.get(item) ?? [];
    const shared = new Map<FeedItem, number>();
    for (const hash of sketch) {
      const others = having.get(hash) ?? [];
      if (others.length <= mostSharers) for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    shared.delete(item);
    return [...shared]
      .filter(([, times]) => times >= sketch.length * fewestShared)
      .map(([other]) => other)
      .filter(other => similarity(sketch, sketches.get(other) ?? []) >= sameText);
  };
};

/** Empty where its feed says too little to tell it from others. */
const sketchOf = ({ content, summary }: FeedItem): Fingerprint => {
  const text = plainText(content ?? summary ?? '');
  return wordsOf(text).length < fewestWordsOfText ? [] : fingerprint(text);
};
