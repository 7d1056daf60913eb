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

const placeOf = (paragraph: PageElement): Place => {
  const path: string[] = [];
  for (let around = paragraph.parentElement; around !== null; around = around.parentElement)
    path.push(`${around.localName}.${classOf(around)}`);
  return path.join(' ');
};

/** Notes on each paragraph its place, for Readability forgets what it stood in. */
export function notePlaces(body: PageElement): void {
  for (const paragraph of paragraphsOf(body)) paragraph.setAttribute(attribute, placeOf(paragraph));
}

/** The place of most paragraphs in `content`, where `body` had clearly more of them there. */
export function missedPlace(places: ReadonlyMap<Place, number>, content: PageElement): Place | undefined {
  const kept = proseByPlace(content);
  const [main] = [...kept].toSorted(([, one], [, other]) => other - one);
  if (main === undefined) return undefined;
  const [place, prose] = main;
  return prose < (places.get(place) ?? 0) * smallestShare ? place : undefined;
}

/** Characters of prose in each place under `root`, as noted. */
export function proseByPlace(root: PageElement): ReadonlyMap<Place, number> {
  const totals = new Map<Place, number>();
  for (const paragraph of root.querySelectorAll(`p[${attribute}]`)) {
    const place = paragraph.getAttribute(attribute) ?? '';
    totals.set(place, (totals.get(place) ?? 0) + proseLength(paragraph));
  }
  return totals;
}

/** The element around all paragraphs in `place`, cut to its children from the first that holds one to the last. */
export function elementAround(body: PageElement, place: Place): PageElement {
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
