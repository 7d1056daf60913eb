/** Finds articles that a page lays out in several alike containers, of which Readability takes one for the whole. */
import type { PageElement } from './dom.ts';
import { proseLength } from './prose-length.ts';

/** Where on a page a paragraph stands: the names and classes of all elements around it. */
export type Place = string;

/** Shorter paragraphs do not tell an article from its surroundings. */
const shortestParagraph = 80;
/** A part of an article is missed where less than this share of the paragraphs in its kind of place was kept. */
const smallestShare = 0.9;
const attribute = 'data-place';

const paragraphsOf = (root: PageElement): readonly PageElement[] =>
  [...root.querySelectorAll('p')].filter(paragraph => proseLength(paragraph) >= shortestParagraph);

/** Words with digits in them number the containers of a page, and do not say what they are for. */
const classOf = ({ className }: PageElement): string =>
  className
    .split(/\s+/)
    .filter(name => !/\d/.test(name))
    .join('.');

/** Tells the place of each paragraph; those that share a container share the work. */
const placing = (): ((paragraph: PageElement) => Place) => {
  const known = new Map<PageElement, Place>();
  const pathOf = (element: PageElement | null): Place => {
    if (element === null) return '';
    const path = known.get(element) ?? `${element.localName}.${classOf(element)} ${pathOf(element.parentElement)}`;
    known.set(element, path);
    return path;
  };
  return paragraph => pathOf(paragraph.parentElement);
};

/** Notes on each paragraph the ordinal of its place, for Readability forgets what it stood in. Gives the places by their ordinals. */
export function notePlaces(body: PageElement): readonly Place[] {
  const placeOf = placing();
  const ordinals = new Map<Place, number>();
  for (const paragraph of paragraphsOf(body)) {
    const place = placeOf(paragraph);
    const ordinal = ordinals.get(place) ?? ordinals.size;
    ordinals.set(place, ordinal);
    paragraph.setAttribute(attribute, String(ordinal));
  }
  return [...ordinals.keys()];
}

/**
 * The place of most paragraphs in `content`, where the page had clearly more of them there.
 *
 * @param noted the places by their ordinals
 * @param places what `proseByPlace` said of the page
 */
export function missedPlace(
  noted: readonly Place[],
  places: ReadonlyMap<number, number>,
  content: PageElement,
): Place | undefined {
  const kept = proseByPlace(content);
  const [main] = [...kept].toSorted(([, one], [, other]) => other - one);
  if (main === undefined) return undefined;
  const [place, prose] = main;
  return prose < (places.get(place) ?? 0) * smallestShare ? noted[place] : undefined;
}

/** Characters of prose in each place under `root`, by the ordinals that were noted. */
export function proseByPlace(root: PageElement): ReadonlyMap<number, number> {
  const totals = new Map<number, number>();
  for (const paragraph of root.querySelectorAll(`p[${attribute}]`)) {
    const place = Number(paragraph.getAttribute(attribute));
    totals.set(place, (totals.get(place) ?? 0) + proseLength(paragraph));
  }
  return totals;
}

/** The element around all paragraphs in `place`, cut to its children from the first that holds one to the last. */
export function elementAround(body: PageElement, place: Place): PageElement {
  const placeOf = placing();
  const paragraphs = paragraphsOf(body).filter(paragraph => placeOf(paragraph) === place);
  const [first] = paragraphs;
  const last = paragraphs.at(-1);
  if (first === undefined || last === undefined) return body;
  let around = first;
  while (!around.contains(last) && around.parentElement !== null) around = around.parentElement;
  const children = [...around.children];
  const from = children.findIndex(child => child.contains(first));
  const to = children.findIndex(child => child.contains(last));
  if (from >= 0) around.replaceChildren(...children.slice(from, to + 1));
  return around;
}
