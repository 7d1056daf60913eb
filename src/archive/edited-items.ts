/** Items that a feed lists again with another headline, text or address, as blogs correct what they have published. */
import type { FeedItem } from '../edition/item.ts';
import { canonicalUrl } from '../edition/story.ts';
import { plainText } from '../sources/text/plain-text.ts';

/** What a source said of a story before, and what it says now. */
export interface Edit {
  readonly before: FeedItem;
  readonly after: FeedItem;
  /** Since when the story counts as news: an instant. */
  readonly appeared: string;
}

/**
 * What is known of an item once its feed lists it as `listed`: what the feed says now, without what it no longer says.
 * The id stays, by which it is known; and its date, which blogs move when they edit.
 * @param isAddressFree Whether no other item of the source has the address that it is listed under.
 */
export const editedItem = (known: FeedItem, listed: FeedItem, isAddressFree: boolean): FeedItem => {
  const { summary, content, ...rest } = listed;
  const isSame = summary === known.summary && content === known.content;
  const said = isSame || [summary, content].some(html => plainText(html ?? '') !== '') ? listed : known;
  const published = known.published ?? listed.published;
  const updated = listed.updated ?? known.updated;
  return {
    ...rest,
    id: known.id,
    url: isAddressFree && isMove(known.url, listed.url) ? listed.url : known.url,
    title: listed.title || known.title,
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
    authors: listed.authors.length > 0 ? listed.authors : known.authors,
    categories: listed.categories.length > 0 ? listed.categories : known.categories,
    ...(said.summary !== undefined && { summary: said.summary }),
    ...(said.content !== undefined && { content: said.content }),
  };
};

/** Whether `after` is the address of another page, and not another spelling of the same. */
export const isMove = (before: string, after: string): boolean =>
  after !== '' && canonicalUrl(before) !== canonicalUrl(after);

/** Whether a reader would see it: another headline, or another address. */
export const isSeen = ({ before, after }: Edit): boolean =>
  before.title !== after.title || isMove(before.url, after.url);
