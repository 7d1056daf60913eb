/**
 * A page as a tree that can only be read. Where nothing is to be changed or sought by a selector it stands in for the DOM, at some
 * half of its time.
 */
import { Parser } from 'htmlparser2';
import { boundedPage } from './bounded-page.ts';

/** What a node of the DOM and one of these have in common. */
export interface ReadableNode {
  /** As in the DOM: 1 of an element, 3 of a text. */
  readonly nodeType: number;
  readonly textContent: string;
  readonly parentNode: ReadableElement | null;
  readonly childNodes: Iterable<ReadableNode>;
}

export interface ReadableElement extends ReadableNode {
  readonly localName: string;
  readonly children: Iterable<ReadableElement>;
}

class TextNode implements ReadableNode {
  readonly nodeType = 3;
  readonly childNodes = [];
  readonly parentNode: ElementNode;
  textContent: string;

  constructor(parent: ElementNode, text: string) {
    this.parentNode = parent;
    this.textContent = text;
  }
}

class ElementNode implements ReadableElement {
  readonly nodeType = 1;
  readonly localName: string;
  readonly parentNode: ElementNode | null;
  readonly childNodes: (ElementNode | TextNode)[] = [];

  constructor(parent: ElementNode | null, name: string) {
    this.parentNode = parent;
    this.localName = name;
  }

  get children(): readonly ElementNode[] {
    return this.childNodes.filter(node => node instanceof ElementNode);
  }

  get textContent(): string {
    return this.childNodes.map(node => node.textContent).join('');
  }
}

/**
 * The tree of a page, or of a fragment of one, within `pageLimits`.
 *
 * @throws ArticleError for a page many times beyond the limits
 */
export function textTree(html: string): ReadableElement {
  const root = new ElementNode(null, 'html');
  let around = root;
  const parser = new Parser({
    onopentagname(name) {
      const element = new ElementNode(around, name);
      around.childNodes.push(element);
      around = element;
    },
    ontext(text) {
      const last = around.childNodes.at(-1);
      if (last instanceof TextNode) last.textContent += text;
      else around.childNodes.push(new TextNode(around, text));
    },
    onclosetag() {
      around = around.parentNode ?? root;
    },
  });
  parser.end(boundedPage(html).html);
  return root;
}
