/** How much of a feed is read. Beyond what no honest feed needs it is refused; a part that is too long costs that part, and is told of. */
import { longestUrl } from '../text/links.ts';
import { longestTitle } from '../text/plain-text.ts';

/** Beyond these the document is refused: FeedError `too-large` or `too-deep`. */
export const hostile = {
  /** The largest feed seen in the wild is a fifth of this. No encoding makes more characters of them. */
  bytes: 10_000_000,
  /** Of XML: thirty times what the largest feed seen has. */
  elements: 100_000,
  /** Of XML elements: a feed nests some ten deep, the XHTML in it some thirty more. */
  depth: 200,
  /** Of lists and objects of JSON: a feed nests six deep, extensions some more. */
  jsonDepth: 100,
} as const;

/** Beyond these the rest is left out, and the feed has the flaw `too-many-items` or `field-cut`. Lengths are in characters (UTF-16). */
export const excessive = {
  /** Feeds put the newest first; older items than these no edition asks for. */
  items: 2000,
  /** Mark-up of a title. */
  title: longestTitle,
  /** Mark-up of a summary, and of a content: a hundred times a long article. */
  text: 1_000_000,
  /** A longer one is no id: the address stands for it. */
  id: 4096,
  url: longestUrl,
  /** Of a person, and of a category. */
  name: 500,
  /** People of an item, and categories. */
  names: 100,
  /** Of one element. */
  attributes: 100,
  /** Of its value: a longer one is left out, as a part of an address is another address. */
  attribute: 1_000_000,
} as const;

/** Beyond these the entities of a DOCTYPE stay as they are written, and the feed has the flaw `refused-entities`. */
export const entities = {
  /** The sets of entities for HTML declare some 250. */
  declarations: 500,
  /** Characters of one declaration. */
  declaration: 2000,
  /** Characters that the entities of one document may come to: enough for any publisher's abbreviations, too few for a bomb. */
  expansion: 100_000,
} as const;
