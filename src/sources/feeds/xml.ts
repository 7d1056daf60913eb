/** Reads XML, well formed or not, into a tree. Nothing is fetched, and time grows with the length alone. */
import { tokenize } from '../text/tokenize.ts';
import { growTree, type XmlElement } from './xml-tree.ts';

export interface XmlSource {
  readonly text: string;
  /** Address of the document. */
  readonly url: string;
  /** Where the root element opens. */
  readonly start: number;
  /** Decodes the references of a text. */
  readonly decode: (text: string) => string;
}

/** Shared by the many elements that have none. */
const noAttributes: ReadonlyMap<string, string> = new Map();

/**
 * The root element. End tags that match nothing are ignored; elements left open are closed with their parent.
 * @throws FeedError `too-deep`, `too-large`
 */
export const parseXml = ({ text, url, start, decode }: XmlSource): XmlElement | undefined => {
  const source = withTagsMended(text.slice(start));
  const tree = growTree(url);
  let tag = '';
  let attributes = new Map<string, string>();
  let attribute = '';
  let value = '';
  const open = () => tree.open(tag, attributes.size === 0 ? noAttributes : attributes);

  tokenize(source, 'xml', stop => {
    const close = (name: string) => {
      tree.close(name);
      if (tree.root()?.complete) stop();
    };
    return {
      onopentagname: (from, to) => {
        tag = source.slice(from, to).toLowerCase();
        if (attributes.size > 0) attributes = new Map();
      },
      onattribname: (from, to) => {
        attribute = source.slice(from, to).toLowerCase();
        value = '';
      },
      onattribdata: (from, to) => {
        value += source.slice(from, to);
      },
      onattribend: () => attributes.set(attribute, decode(value)),
      onopentagend: open,
      onselfclosingtag: () => {
        open();
        close(tag);
      },
      onclosetag: (from, to) => close(source.slice(from, to).toLowerCase()),
      ontext: (from, to) => tree.text(decode(source.slice(from, to))),
      oncdata: (from, to, ending) => tree.text(source.slice(from, to - ending)),
    };
  });
  return tree.root();
};

/**
 * A `<` that opens no tag, as in "I <3 feeds", is text; in a CDATA section it is HTML, where `&lt;` means the same.
 * The bracket at the end closes a last end tag that lost its own, and does nothing after any other ending.
 */
const withTagsMended = (source: string): string => `${source.replace(/<(?![a-z_:!?/\u0080-\uffff])/gi, '&lt;')}>`;
