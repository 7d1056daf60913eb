/** A feed of ours before it is written in any format. Instants are ISO 8601 in UTC, addresses whole. */
import { withoutDirections } from '../../chat/clean-text.ts';

export interface SiteFeed {
  readonly title: string;
  readonly description: string;
  /** Names it for ever. */
  readonly id: string;
  /** The page that shows the same. */
  readonly page: string;
  /** Its own address in each format, without the ending. */
  readonly self: string;
  readonly items: readonly SiteFeedItem[];
}

export interface SiteFeedItem {
  /** Names it for ever. */
  readonly id: string;
  readonly title: string;
  /** What it is about: an article elsewhere, or our page. */
  readonly url: string;
  /** Where we show it. */
  readonly page: string;
  /** Who tells it. */
  readonly author: string;
  readonly published: string;
  readonly updated: string;
  /** Plain text. */
  readonly summary: string;
  readonly html: string;
  readonly tags: readonly Tag[];
}

export interface Tag {
  readonly name: string;
  readonly label: string;
}

export const language = 'en';

/** When the newest of it changed; undefined while it has nothing. */
export const updatedAt = ({ items }: SiteFeed): string | undefined =>
  items
    .map(({ updated }) => updated)
    .sort()
    .at(-1);

/**
 * What XML 1.0 forbids (2.2), which no escaping helps, is left out: control characters and halves of characters; and what would
 * reorder the text of others in a reader's list.
 */
export const soundText = (text: string): string =>
  withoutDirections(text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ''));

/**
 * The feed with sound texts, and with a title wherever formats ask for one.
 * It comes before writing: what is left out may stand between characters that have to be escaped together.
 */
export const soundFeed = (feed: SiteFeed): SiteFeed => ({
  ...feed,
  title: soundText(feed.title),
  description: soundText(feed.description),
  items: feed.items.map(item => ({
    ...item,
    id: soundText(item.id),
    title: soundText(item.title).trim() || item.page,
    url: soundText(item.url),
    page: soundText(item.page),
    author: soundText(item.author).trim() || feed.title,
    summary: soundText(item.summary),
    html: soundText(item.html),
    tags: item.tags.map(({ name, label }) => ({ name: soundText(name), label: soundText(label) })),
  })),
});
