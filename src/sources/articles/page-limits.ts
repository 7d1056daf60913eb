/**
 * How much of a page is read. Articles are read on the one thread that answers commands too, so whatever stands within these
 * limits must be read in well under 200 ms (`npm run fuzz` measures it). Of a page beyond a limit the part within is read, and
 * the article says that it is but a part; a page many times beyond is no article and refused.
 *
 * Measured over 47 recorded pages: at most 2,100 elements, 51 deep, 18 attributes on one, 95,000 characters of text, 610 links.
 */
export const pageLimits = {
  /** Characters of HTML, of which even scripts and comments take 20 ns each. */
  html: 6_000_000,
  /** Elements: building, searching and writing down the tree takes some 25 µs for each. */
  elements: 3000,
  /** Levels of elements. What is nested deeper is read as if it stood on this level. */
  depth: 80,
  /** Characters of text, outside scripts and styles. */
  text: 300_000,
  /** Characters of text in the head. What is longer is no title. */
  headText: 10_000,
  /** Characters, each counted once for every element around it, since most elements are asked for all of their text. */
  nestedText: 3_000_000,
  /** Attributes of one element; further ones are left out. */
  attributes: 30,
  /** Characters of the value of an attribute: no address that anyone could post is longer. One with more is left out. */
  attributeValue: 4096,
  /** Characters of the values of all attributes; further attributes are left out. */
  attributeValues: 500_000,
  /** Characters of a description of the page for search engines (JSON-LD). One with more is left out. */
  linkedData: 300_000,
} as const;

/** Beyond one of these a page is refused. */
export const hostileLimits = {
  /** Elements. */
  elements: 40_000,
  /** Levels of elements. Browsers stop at 512. */
  depth: 200,
  /** Characters of text, outside scripts and styles. */
  text: 2_000_000,
} as const;
