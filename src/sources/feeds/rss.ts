/** RSS 0.9x to 2.0 and RSS 1.0 (RDF), with the modules that blogs use, as a neutral feed. */
import type { Feed } from '../../edition/item.ts';
import { resolveUrl, withAbsoluteLinks } from '../text/links.ts';
import { plainText } from '../text/plain-text.ts';
import { type Parts, toFeedItem } from './feed-item.ts';
import { type Note, upTo } from './flaws.ts';
import { excessive } from './limits.ts';
import { childDate, childrenNamed, childText, hasElements, innerHtml, textOf } from './xml-read.ts';
import type { XmlElement } from './xml-tree.ts';

/** Minutes of the periods of the syndication module (web.resource.org/rss/1.0/modules/syndication). */
const periodMinutes: ReadonlyMap<string, number> = new Map([
  ['hourly', 60],
  ['daily', 1440],
  ['weekly', 10_080],
  ['monthly', 43_200],
  ['yearly', 525_600],
]);

/**
 * Ids are as the feed gives them, repeated or empty. Items stand in the channel, or beside it (RSS 1.0).
 * @param url address of the document
 */
export const readRss = (root: XmlElement, url: string, note: Note): Feed => {
  const [channel = root] = childrenNamed(root, 'channel');
  const home = linkOf(channel, channel.base ?? url);
  const items = new Set([channel, root].flatMap(parent => childrenNamed(parent, 'item')));
  const whole = [...items].filter(item => item.complete);
  const ttl = ttlOf(channel);
  return {
    title: titleOf(channel),
    ...(ttl === undefined ? {} : { ttl }),
    items: upTo(whole, excessive.items, 'too-many-items', note).map(item =>
      toFeedItem(readItem(item, home ?? url), note),
    ),
  };
};

const readItem = (item: XmlElement, home: string): Parts => {
  const base = item.base ?? home;
  const url = originalOf(item) ?? linkOf(item, base) ?? permalinkOf(item, base);
  return {
    id: childText(item, 'guid') ?? item.attributes.get('rdf:about'),
    url,
    title: titleOf(item),
    published: childDate(item, 'pubdate', 'dc:date', 'dcterms:created', 'dcterms:issued', 'atom:published'),
    updated: childDate(item, 'dcterms:modified', 'atom:updated'),
    authors: authorsOf(item),
    categories: childrenNamed(item, 'category', 'dc:subject').map(element => plainText(textOf(element))),
    summary: htmlOf(item, url ?? base, 'description', 'itunes:summary', 'media:description'),
    content: htmlOf(item, url ?? base, 'content:encoded', 'xhtml:body', 'xhtml:div', 'atom:content'),
  };
};

const titleOf = (element: XmlElement): string =>
  childrenNamed(element, 'title', 'dc:title', 'media:title', 'itunes:title')
    .values()
    .map(title => plainText(htmlIn(title)))
    .find(title => title !== '') ?? '';

/** The first link that resolves to a web address: RSS puts it in the text, Atom's element in `href`. */
const linkOf = (element: XmlElement, base: string): string | undefined =>
  childrenNamed(element, 'link', 'atom:link')
    .values()
    .filter(link => (link.attributes.get('rel') ?? 'alternate') === 'alternate')
    .map(link => resolveUrl(textOf(link) || (link.attributes.get('href') ?? ''), link.base ?? base))
    .find(url => url !== undefined);

/** FeedBurner points its links at itself and keeps the real one here. */
const originalOf = (item: XmlElement): string | undefined =>
  resolveUrl(childText(item, 'feedburner:origlink') ?? '', undefined);

/** A guid is the address unless it says otherwise (RSS 2.0); so is the subject of an RDF item. Bare words and numbers are no paths. */
const permalinkOf = (item: XmlElement, base: string): string | undefined => {
  const [guid] = childrenNamed(item, 'guid');
  const isPermalink = guid?.attributes.get('ispermalink')?.trim().toLowerCase() ?? 'true';
  const reference = guid === undefined ? (item.attributes.get('rdf:about') ?? '') : textOf(guid);
  if (isPermalink === 'false') return undefined;
  return /^(?:https?:|\/)/i.test(reference) ? resolveUrl(reference, guid?.base ?? base) : undefined;
};

/** People by the first element that names any: publishers often give the same ones in several. */
const authorsOf = (item: XmlElement): readonly string[] =>
  ['dc:creator', 'author', 'atom:author', 'itunes:author']
    .map(name =>
      childrenNamed(item, name)
        .map(element => personName(childText(element, 'atom:name', 'name') ?? textOf(element)))
        .filter(person => person !== ''),
    )
    .find(people => people.length > 0) ?? [];

/** The name in `mail@example.com (Name)` and `Name <mail@example.com>`; the text itself where there is none. */
const personName = (text: string): string => {
  const name = /^[^\s()@]+@[^\s()@]+\s*\(([^()]+)\)$/.exec(text)?.[1] ?? /^([^<>@]+)<[^<>@]+@[^<>@]+>$/.exec(text)?.[1];
  return plainText(name ?? text);
};

/** HTML of the first of these that is not empty, its addresses resolved against its `xml:base`, else against `base`. */
const htmlOf = (item: XmlElement, base: string, ...names: readonly string[]): string | undefined =>
  childrenNamed(item, ...names)
    .values()
    .map(element => withAbsoluteLinks(htmlIn(element), element.base ?? base))
    .find(html => html !== '');

/** Text in RSS is escaped HTML; markup that stands there unescaped is markup too. */
const htmlIn = (element: XmlElement): string => (hasElements(element) ? innerHtml(element).trim() : textOf(element));

const ttlOf = (channel: XmlElement): number | undefined => {
  const ttl = Number(childText(channel, 'ttl') ?? Number.NaN);
  if (ttl > 0 && Number.isFinite(ttl)) return Math.ceil(ttl);
  const period = periodMinutes.get(childText(channel, 'sy:updateperiod')?.toLowerCase() ?? '');
  const frequency = Math.max(Number(childText(channel, 'sy:updatefrequency')) || 1, 1);
  return period === undefined ? undefined : Math.ceil(period / frequency);
};
