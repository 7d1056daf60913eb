/** Parses a page into the small part of the DOM that reading an article needs, so that no browser types leak into the project. */
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { ArticleError } from './article-error.ts';

export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string;
  readonly parentNode: PageElement | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly childNodes: Iterable<PageNode>;
  remove(): void;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly id: string;
  readonly className: string;
  readonly children: Iterable<PageElement>;
  readonly parentElement: PageElement | null;
  readonly previousElementSibling: PageElement | null;
  innerHTML: string;
  hasAttribute(name: string): boolean;
  getAttribute(name: string): string | null;
  getAttributeNames(): Iterable<string>;
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
export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;

/** Text nodes and CDATA sections. */
export const isText = (node: PageNode): boolean => node.nodeType === 3 || node.nodeType === 4;

/** The nearest element around `node` with one of `names`: `closest` without the price of a selector. */
export const ancestorNamed = (node: PageNode, names: ReadonlySet<string>): PageElement | undefined => {
  for (let element = node.parentNode; element !== null; element = element.parentNode)
    if (names.has(element.localName)) return element;
  return undefined;
};

/**
 * Readability's time grows with the square of the depth: 500 nested elements take seconds. Browsers themselves stop at
 * 512; the deepest page that we have seen has 60.
 */
const maximumDepth = 200;
/** Some seconds of work each. The longest articles that we have seen have a tenth of either. */
const maximumElements = 40_000;
const maximumText = 2_000_000;

const refuse = (code: 'too-deep' | 'too-large', excess: string): never => {
  throw new ArticleError(code, `The page ${excess}: it is no article.`);
};

/** One streaming pass that stops at the first breach, since building the tree is what takes long. */
const survey = (html: string): ReadonlySet<string> => {
  const names = new Set<string>();
  let innermost = '';
  let depth = 0;
  let elements = 0;
  let characters = 0;
  const parser = new Parser({
    onopentagname(name) {
      names.add(name);
      innermost = name;
      if (++depth > maximumDepth) refuse('too-deep', `nests more than ${maximumDepth} elements`);
      if (++elements > maximumElements) refuse('too-large', `has more than ${maximumElements} elements`);
    },
    onclosetag() {
      innermost = '';
      depth--;
    },
    ontext(text) {
      if (innermost !== 'script' && innermost !== 'style') characters += text.length;
      if (characters > maximumText) refuse('too-large', `has more than ${maximumText} characters of text`);
    },
  });
  parser.end(html);
  return names;
};

/**
 * Parses a page, or a fragment of one; `html`, `head` and `body` always exist afterwards.
 *
 * @throws ArticleError for a page too deep or too large to be read in reasonable time
 */
export const parsePage = (html: string): Page => {
  const names = survey(html);
  const body = names.has('body') ? html : `<body>${html}</body>`;
  const whole = names.has('html') && names.has('body') ? html : `<html><head></head>${body}</html>`;
  return parseHTML(whole).document;
};
