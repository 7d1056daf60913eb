/** Puts an item together from what its feed gives, leaving out what it does not, and what is too much. */
import type { FeedItem } from '../../edition/item.ts';
import { type Note, upTo } from './flaws.ts';
import { excessive } from './limits.ts';

/** What a feed gives of an item. */
export type Parts = { readonly [Key in keyof FeedItem]: FeedItem[Key] | undefined };

/** Missing and empty parts are absent from the item, or empty where an item must have them; names are kept once each. */
export const toFeedItem = (parts: Parts, note: Note): FeedItem => ({
  id: idOf(parts.id ?? '', note),
  url: parts.url ?? '',
  title: parts.title ?? '',
  ...(parts.published ? { published: parts.published } : {}),
  ...(parts.updated ? { updated: parts.updated } : {}),
  authors: namesOf(parts.authors, note),
  categories: namesOf(parts.categories, note),
  ...(parts.summary ? { summary: cutHtml(parts.summary, note) } : {}),
  ...(parts.content ? { content: cutHtml(parts.content, note) } : {}),
});

const idOf = (id: string, note: Note): string => {
  if (id.length <= excessive.id) return id;
  note('field-cut');
  return '';
};

const namesOf = (names: readonly string[] = [], note: Note): readonly string[] => {
  const short = names.filter(name => name !== '').map(name => cut(name, excessive.name, note).trim());
  return upTo([...new Set(short)], excessive.names, 'field-cut', note);
};

/** Without a tag that the cut goes through: its rest would be text. */
const cutHtml = (html: string, note: Note): string => {
  const start = cut(html, excessive.text, note);
  return start === html ? html : start.replace(/<[^<>]*$/, '');
};

/** The first `most` characters, and no half of one. */
const cut = (text: string, most: number, note: Note): string => {
  if (text.length <= most) return text;
  note('field-cut');
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
};
