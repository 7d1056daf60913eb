/** Parses a page into the small part of the DOM that reading an article needs, so that no browser types leak into the project. */
import './silent-nodes.ts';
import { parseHTML } from 'linkedom';
import { type BoundedPage, boundedPage } from './bounded-page.ts';
import type { ReadableElement, ReadableNode } from './text-tree.ts';

export interface PageNode extends ReadableNode {
  readonly parentNode: PageElement | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly childNodes: Iterable<PageNode>;
  remove(): void;
}

export interface PageElement extends PageNode, ReadableElement {
  readonly parentNode: PageElement | null;
  readonly childNodes: Iterable<PageNode>;
  readonly id: string;
  readonly className: string;
  readonly children: Iterable<PageElement>;
  readonly parentElement: PageElement | null;
  readonly previousElementSibling: PageElement | null;
  innerHTML: string;
  hasAttribute(name: string): boolean;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  closest(selector: string): PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  contains(other: PageNode): boolean;
  replaceChildren(...nodes: readonly (PageNode | string)[]): void;
  replaceWith(...nodes: readonly (PageNode | string)[]): void;
}

export interface Page {
  readonly head: PageElement;
  readonly body: PageElement;
  title: string;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** Narrows a node to an element (`Node.ELEMENT_NODE`). */
export function isElement(node: PageNode): node is PageElement;
export function isElement(node: ReadableNode): node is ReadableElement;
export function isElement(node: ReadableNode): boolean {
  return node.nodeType === 1;
}

/** Text nodes and CDATA sections. */
export const isText = (node: ReadableNode): boolean => node.nodeType === 3 || node.nodeType === 4;

/** The nearest element around `node` with one of `names`: `closest` without the price of a selector. */
export function ancestorNamed(node: PageNode, names: ReadonlySet<string>): PageElement | undefined;
export function ancestorNamed(node: ReadableNode, names: ReadonlySet<string>): ReadableElement | undefined;
export function ancestorNamed(node: ReadableNode, names: ReadonlySet<string>): ReadableElement | undefined {
  for (let element = node.parentNode; element !== null; element = element.parentNode)
    if (names.has(element.localName)) return element;
  return undefined;
}

/**
 * Parses a page, or a fragment of one, within `pageLimits`; `html`, `head` and `body` always exist afterwards.
 *
 * @throws ArticleError for a page many times beyond the limits
 */
export const parsePage = (html: string): Page => parseBounded(boundedPage(html));

/** Parses anew what was bounded before. Its texts are whole: linkedom has a node for each character that was escaped. */
export const parseBounded = ({ html }: BoundedPage): Page => {
  const { document } = parseHTML(html);
  document.documentElement.normalize();
  return document;
};
