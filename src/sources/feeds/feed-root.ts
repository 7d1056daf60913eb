/** Looks at the beginning of an XML text: which document is it, where does it start, what does its DOCTYPE define. */
import { decodeEntities } from '../text/plain-text.ts';
import { tokenize } from '../text/tokenize.ts';
import { splitName } from './xml-names.ts';

export interface FeedRoot {
  /** Local name of the root element: `rss`, `rdf` or `feed`, else that of the first element. */
  readonly name: string;
  readonly isFeed: boolean;
  readonly isPage: boolean;
  /** Where the root element opens. */
  readonly start: number;
  /** Decodes references, those to entities of the DOCTYPE included. */
  readonly decode: (text: string) => string;
}

const feedRoots: ReadonlySet<string> = new Set(['rss', 'rdf', 'feed']);
const pageRoots: ReadonlySet<string> = new Set('html head body title meta link script style div p br b'.split(' '));

/** Elements that may stand before the feed: a PHP warning is printed as a few of them. */
const strayElements = 20;

/** Of a DOCTYPE; the sets of entities for HTML declare some 250. */
const mostDeclarations = 500;

/** Characters that the entities of one document may come to: enough for any publisher's abbreviations, too few for a bomb. */
const expansionBudget = 100_000;

/** Undefined where the text has no element at all. */
export const findRoot = (text: string): FeedRoot | undefined => {
  const declarations: string[] = [];
  const elements: { name: string; start: number }[] = [];
  tokenize(text, 'xml', stop => ({
    ondeclaration: (start, end) => {
      if (declarations.length < mostDeclarations) declarations.push(text.slice(Math.max(start, end - 2000), end));
    },
    onopentagname: (start, end) => {
      const [, name] = splitName(text.slice(start, end));
      elements.push({ name, start: start - 1 });
      if (feedRoots.has(name) || name === 'html' || elements.length > strayElements) stop();
    },
  }));
  const last = elements.at(-1);
  const root = last !== undefined && feedRoots.has(last.name) ? last : elements[0];
  if (root === undefined) return undefined;
  return {
    ...root,
    isFeed: feedRoots.has(root.name),
    isPage: pageRoots.has(root.name) || declarations.some(declaration => /^doctype\s+html\b/i.test(declaration)),
    decode: decoderFor(declarations),
  };
};

/**
 * Entities of the DOCTYPE that stand for plain text are replaced, each once, up to the budget. Those that contain other
 * entities (the billion laughs), mark-up, or an address to fetch are not known, and stay as they are written.
 */
const decoderFor = (declarations: readonly string[]): ((text: string) => string) => {
  const entities = new Map<string, string>();
  for (const declaration of declarations) {
    const match = /ENTITY\s+([\w.-]+)\s+(?:"([^"&%<]*)"|'([^'&%<]*)')\s*$/.exec(declaration);
    const [, name, double, single] = match ?? [];
    if (name !== undefined) entities.set(name, double ?? single ?? '');
  }
  if (entities.size === 0) return decodeEntities;

  let budget = expansionBudget;
  return text =>
    decodeEntities(
      text.replace(/&([\w.-]+);/g, (reference, name: string) => {
        const value = budget > 0 ? entities.get(name) : undefined;
        budget -= value?.length ?? 0;
        return value ?? reference;
      }),
    );
};
