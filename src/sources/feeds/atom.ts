/** Atom 1.0 (RFC 4287) and Atom 0.3 as a neutral feed. */
import type { Feed } from '../../edition/item.ts';
import { resolveUrl, withAbsoluteLinks } from '../text/links.ts';
import { foldSpace, plainText } from '../text/plain-text.ts';
import { textAsHtml } from './atom-text.ts';
import { type Parts, toFeedItem } from './feed-item.ts';
import { type Note, upTo } from './flaws.ts';
import { excessive } from './limits.ts';
import { childDate, childrenNamed, childText, textOf } from './xml-read.ts';
import type { XmlElement } from './xml-tree.ts';

/**
 * Ids are as the feed gives them, repeated or empty.
 * @param url address of the document
 */
export const readAtom = (root: XmlElement, url: string, note: Note): Feed => {
  const home = linkOf(root, root.base ?? url) ?? url;
  const authors = peopleOf(root);
  const whole = childrenNamed(root, 'entry').filter(entry => entry.complete);
  return {
    title: titleOf(root),
    items: upTo(whole, excessive.items, 'too-many-items', note).map(entry =>
      toFeedItem(readEntry(entry, home, authors), note),
    ),
  };
};

const readEntry = (entry: XmlElement, home: string, feedAuthors: readonly string[]): Parts => {
  const base = entry.base ?? home;
  const id = childText(entry, 'id');
  // RFC 4287 promises no page at an id that is a web address, yet there is one, and no other way to the story.
  const url =
    resolveUrl(childText(entry, 'feedburner:origlink') ?? '', undefined) ??
    linkOf(entry, base) ??
    resolveUrl(id ?? '', undefined);
  return {
    id,
    url,
    title: titleOf(entry),
    published: childDate(entry, 'published', 'issued', 'created', 'dc:date'),
    updated: childDate(entry, 'updated', 'modified'),
    authors: authorsOf(entry, feedAuthors),
    categories: [
      ...childrenNamed(entry, 'category').map(categoryName),
      ...childrenNamed(entry, 'dc:subject').map(subject => foldSpace(textOf(subject))),
    ],
    summary: htmlOf(entry, 'summary', url ?? base),
    content: htmlOf(entry, 'content', url ?? base),
  };
};

/** Titles are plain text unless `type` says otherwise: `Add <T> support` keeps its characters. */
const titleOf = (element: XmlElement): string =>
  childrenNamed(element, 'title', 'dc:title', 'media:title')
    .values()
    .map(title => plainText(textAsHtml(title)))
    .find(title => title !== '') ?? '';

/** The page that the element is about, in HTML rather than another form of it (RFC 4287 section 4.2.7.2). */
const linkOf = (element: XmlElement, base: string): string | undefined => {
  const pages = childrenNamed(element, 'link')
    .filter(link => (link.attributes.get('rel')?.trim() || 'alternate') === 'alternate')
    .map(link => ({
      isHtml: /html|^$/.test(link.attributes.get('type') ?? ''),
      url: resolveUrl(link.attributes.get('href') ?? textOf(link), link.base ?? base),
    }))
    .filter(link => link.url !== undefined);
  return (pages.find(page => page.isHtml) ?? pages[0])?.url;
};

/** An entry without authors has those of its source, then those of the feed (RFC 4287 section 4.2.1). */
const authorsOf = (entry: XmlElement, feedAuthors: readonly string[]): readonly string[] =>
  [peopleOf(entry), ...childrenNamed(entry, 'source').map(peopleOf)].find(people => people.length > 0) ?? feedAuthors;

const peopleOf = (element: XmlElement): readonly string[] =>
  childrenNamed(element, 'author', 'dc:creator').map(person =>
    foldSpace(childText(person, 'name', 'email') ?? textOf(person)),
  );

const categoryName = (category: XmlElement): string =>
  foldSpace(category.attributes.get('label') || category.attributes.get('term') || textOf(category));

const htmlOf = (entry: XmlElement, name: string, base: string): string | undefined =>
  childrenNamed(entry, name)
    .values()
    .map(element => withAbsoluteLinks(textAsHtml(element), element.base ?? base))
    .find(html => html !== '');
