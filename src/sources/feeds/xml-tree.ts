/** The tree of an XML document, grown tag by tag within bounds of depth and size. */

import { resolveUrl } from '../text/links.ts';
import { shownAddress } from '../text/shown-address.ts';
import { FeedError } from './feed-error.ts';
import { hostile } from './limits.ts';
import { splitName, vocabularyOf } from './xml-names.ts';

export interface XmlElement {
  /** Lower case, with the usual prefix of its namespace (`dc:creator`), or none where that is the namespace of the root. */
  readonly name: string;
  /** Lower case, without a prefix. */
  readonly localName: string;
  /** By name in lower case, as written (`xml:base`). */
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements, and text with its references decoded. */
  readonly children: readonly (XmlElement | string)[];
  /** Absolute address set by `xml:base` here or above, each resolved against the one above it (XML Base section 4). */
  readonly base: string | undefined;
  /** False when the document ended inside this element. */
  readonly complete: boolean;
}

export interface XmlTree {
  /** The first element, once there is one. */
  readonly root: () => XmlElement | undefined;
  /** A start tag in lower case: what follows is its content. */
  readonly open: (tag: string, attributes: ReadonlyMap<string, string>) => void;
  /** An end tag. Closes what was left open inside; ignored where it matches nothing. */
  readonly close: (tag: string) => void;
  readonly text: (text: string) => void;
}

interface OpenElement extends XmlElement {
  readonly tag: string;
  readonly children: (XmlElement | string)[];
  /** Vocabulary of names without a prefix in here. */
  readonly vocabulary: string;
  complete: boolean;
}

/**
 * An empty tree. `open` throws FeedError `too-deep` or `too-large` at the bounds.
 * @param url address of the document, the base of a relative `xml:base`
 */
export const growTree = (url: string): XmlTree => {
  const path: OpenElement[] = [];
  /** How many elements of a tag are open: tells in constant time whether an end tag matches any. */
  const openTags = new Map<string, number>();
  /** Vocabulary by prefix; one for the whole document, as no feed binds a prefix twice. */
  const prefixes = new Map<string, string>();
  let count = 0;
  let root: OpenElement | undefined;
  let rootVocabulary = '';

  const vocabularyFor = (prefix: string, inherited: string): string =>
    prefix === '' ? inherited : (prefixes.get(prefix) ?? prefix);

  const leave = () => {
    const element = path.pop();
    if (element === undefined) return;
    element.complete = true;
    openTags.set(element.tag, (openTags.get(element.tag) ?? 1) - 1);
  };

  const open = (tag: string, attributes: ReadonlyMap<string, string>) => {
    if (++count > hostile.elements) throw beyondBounds('too-large', `More than ${hostile.elements} elements`, url);
    if (path.length >= hostile.depth)
      throw beyondBounds('too-deep', `Elements nested more than ${hostile.depth} deep`, url);
    for (const [name, value] of attributes) {
      if (name.startsWith('xmlns:')) prefixes.set(name.slice(6), vocabularyOf(value) ?? name.slice(6));
    }
    const parent = path.at(-1);
    const namespace = attributes.get('xmlns');
    const vocabulary = namespace === undefined ? (parent?.vocabulary ?? '') : (vocabularyOf(namespace) ?? '');
    const [prefix, localName] = splitName(tag);
    const own = vocabularyFor(prefix, vocabulary);
    if (root === undefined) rootVocabulary = own;
    const name = own === '' || own === rootVocabulary ? localName : `${own}:${localName}`;
    const base = baseWithin(parent?.base, attributes.get('xml:base'), url);
    const element = { tag, name, localName, attributes, children: [], base, vocabulary, complete: false };
    parent?.children.push(element);
    root ??= element;
    path.push(element);
    openTags.set(tag, (openTags.get(tag) ?? 0) + 1);
  };

  const close = (tag: string) => {
    if ((openTags.get(tag) ?? 0) === 0) return;
    while (path.at(-1)?.tag !== tag) leave();
    leave();
  };

  return { root: () => root, open, close, text: text => path.at(-1)?.children.push(text) };
};

const baseWithin = (outer: string | undefined, base: string | undefined, url: string): string | undefined =>
  base === undefined ? outer : (resolveUrl(base, outer ?? url) ?? outer);

const beyondBounds = (code: 'too-large' | 'too-deep', what: string, url: string): FeedError =>
  new FeedError(code, `${what} at ${shownAddress(url)}: no feed needs that, so this is no honest one.`, url);
