/** Asks an XML tree for what stands in it: children by name, their text, dates and inner markup. */

import { escapeHtml } from '../text/plain-text.ts';
import { parseFeedDate } from './feed-date.ts';
import type { XmlElement } from './xml-tree.ts';

/** HTML Living Standard 13.1.2: elements without content or end tag. */
const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

export const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string';

/** Direct children of these names, in the order of the names, then of the document. */
export const childrenNamed = (parent: XmlElement, ...names: readonly string[]): XmlElement[] => {
  const found = names.map((): XmlElement[] => []);
  for (const child of parent.children) {
    if (isElement(child)) found[names.indexOf(child.name)]?.push(child);
  }
  return found.flat();
};

export const hasElements = (element: XmlElement): boolean => element.children.some(isElement);

/** All text in it, trimmed. */
export const textOf = (element: XmlElement): string => rawText(element).trim();

const rawText = (element: XmlElement): string =>
  element.children.map(child => (isElement(child) ? rawText(child) : child)).join('');

/** The first text that is not empty among the children of these names. */
export const childText = (parent: XmlElement, ...names: readonly string[]): string | undefined =>
  childrenNamed(parent, ...names)
    .values()
    .map(textOf)
    .find(text => text !== '');

/** The first date that can be read among the children of these names. */
export const childDate = (parent: XmlElement, ...names: readonly string[]): string | undefined =>
  childrenNamed(parent, ...names)
    .values()
    .map(element => parseFeedDate(textOf(element)))
    .find(date => date !== undefined);

/** Its content as HTML: names without prefixes, text escaped. */
export const innerHtml = (element: XmlElement): string =>
  element.children.map(child => (isElement(child) ? outerHtml(child) : escapeHtml(child))).join('');

const outerHtml = (element: XmlElement): string => {
  const attributes = [...element.attributes]
    .filter(([name]) => !/^xml(?:ns)?(?::|$)/.test(name))
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
  // A void element has content where the publisher wrote HTML as if it were XML: it goes on behind the tag.
  const end = voidElements.has(element.localName) ? '' : `</${element.localName}>`;
  return `<${element.localName}${attributes}>${innerHtml(element)}${end}`;
};
