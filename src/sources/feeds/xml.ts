/** Reads XML, well formed or not, into a tree. Nothing is fetched, and time grows with the length alone. */
import { tokenize } from '../text/tokenize.ts';
import type { Note } from './flaws.ts';
import { excessive } from './limits.ts';
import { growTree, type XmlElement } from './xml-tree.ts';

export interface XmlSource {
  readonly text: string;
  /** Address of the document. */
  readonly url: string;
  /** Where the root element opens. */
  readonly start: number;
  /** Decodes the references of a text. */
  readonly decode: (text: string) => string;
  readonly note: Note;
}

export interface XmlReading {
  readonly root: XmlElement;
  /** What follows the end of the root element, or, where another document begins inside it, that document. */
  readonly rest: string;
}

/** Shared by the many elements that have none. */
const noAttributes: ReadonlyMap<string, string> = new Map();

/** Roots that no element of a feed is named after. */
const nestedRoots: ReadonlySet<string> = new Set(['rss', 'feed']);

/**
 * The root element. End tags that match nothing are ignored; elements left open are closed with their parent.
 * Undefined where there is none.
 * @throws FeedError `too-deep`, `too-large`
 */
export const parseXml = ({ text, url, start, decode, note }: XmlSource): XmlReading | undefined => {
  const source = withTagsMended(text.slice(start));
  const tree = growTree(url);
  let tag = '';
  let attributes = new Map<string, string>();
  let attribute = '';
  let value = '';
  let end = source.length;
  const open = () => tree.open(tag, attributes.size === 0 ? noAttributes : attributes);

  tokenize(source, 'xml', stop => {
    const endAt = (index: number) => {
      end = index;
      stop();
    };
    const close = (name: string, to: number) => {
      tree.close(name);
      if (tree.root()?.complete) endAt(to + 1);
    };
    return {
      onopentagname: (from, to) => {
        tag = source.slice(from, to).toLowerCase();
        if (attributes.size > 0) attributes = new Map();
        if (nestedRoots.has(tag) && tree.root() !== undefined) endAt(from - 1);
      },
      onattribname: (from, to) => {
        attribute = source.slice(from, to).toLowerCase();
        value = '';
      },
      onattribdata: (from, to) => {
        value += source.slice(from, to);
      },
      onattribend: () => {
        if (attributes.size < excessive.attributes && value.length <= excessive.attribute)
          attributes.set(attribute, decode(value));
        else note('field-cut');
      },
      onopentagend: open,
      onselfclosingtag: to => {
        open();
        close(tag, to);
      },
      onclosetag: (from, to) => close(source.slice(from, to).toLowerCase(), to),
      ontext: (from, to) => tree.text(decode(source.slice(from, to))),
      oncdata: (from, to, ending) => tree.text(source.slice(from, to - ending)),
    };
  });
  const root = tree.root();
  return root && { root, rest: source.slice(end) };
};

/**
 * A `<` that opens no tag, as in "I <3 feeds", is text; in a CDATA section it is HTML, where `&lt;` means the same.
 * The bracket at the end closes a last end tag that lost its own, and does nothing after any other ending.
 */
const withTagsMended = (source: string): string => `${source.replace(/<(?![a-z_:!?/\u0080-\uffff])/gi, '&lt;')}>`;
