/** Looks at the beginning of an XML text: which document is it, where does it start, what does its DOCTYPE declare. */
import { tokenize } from '../text/tokenize.ts';
import { entities } from './limits.ts';
import { splitName } from './xml-names.ts';

export interface FeedRoot {
  /** Local name of the root element: `rss`, `rdf` or `feed`, else that of the first element. */
  readonly name: string;
  readonly isFeed: boolean;
  readonly isPage: boolean;
  /** Where the root element opens. */
  readonly start: number;
  /** Whether text or elements that are no part of it stand before it, for certain. */
  readonly isPreceded: boolean;
  /** What stands between `<!` and `>` before it, each cut to its last characters. */
  readonly declarations: readonly string[];
}

const feedRoots: ReadonlySet<string> = new Set(['rss', 'rdf', 'feed']);
const pageRoots: ReadonlySet<string> = new Set('html head body title meta link script style div p br b'.split(' '));

/** Elements that may stand before the feed: a PHP warning is printed as a few of them, and some proxies put a page around it. */
const strayElements = 20;

/** A DOCTYPE with declarations in it. The end of the first is taken for its own, so what follows it may be any of them, or other text. */
const withDeclarations = /^doctype[^[]*\[/i;

/** Undefined where the text has no element at all. */
export const findRoot = (text: string): FeedRoot | undefined => {
  const declarations: string[] = [];
  const elements: { name: string; start: number }[] = [];
  let hasText = false;
  tokenize(text, 'xml', stop => ({
    ondeclaration: (start, end) => {
      if (declarations.length < entities.declarations)
        declarations.push(text.slice(Math.max(start, end - entities.declaration), end));
    },
    ontext: (start, end) => {
      hasText ||= /\S/.test(text.slice(start, end));
    },
    onopentagname: (start, end) => {
      const [, name] = splitName(text.slice(start, end));
      // The pictures of a page may hold RDF of their own.
      const isRoot = feedRoots.has(name) && !(name === 'rdf' && pageRoots.has(elements[0]?.name ?? ''));
      elements.push({ name, start: start - 1 });
      if (isRoot || elements.length > strayElements) stop();
    },
  }));
  const last = elements.at(-1);
  const root = last !== undefined && feedRoots.has(last.name) ? last : elements[0];
  if (root === undefined) return undefined;
  return {
    ...root,
    isFeed: feedRoots.has(root.name),
    isPage: pageRoots.has(root.name) || declarations.some(declaration => /^doctype\s+html\b/i.test(declaration)),
    isPreceded:
      (hasText || root !== elements[0]) && !declarations.some(declaration => withDeclarations.test(declaration)),
    declarations,
  };
};
