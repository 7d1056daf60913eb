/** How much running prose an element holds: the measure by which its weight in a page is judged. */
import { isElement, isText, type PageElement } from './dom.ts';

/** Shorter runs of text are labels. */
const shortestRun = 30;

const notProse: ReadonlySet<string> = new Set(
  'a script style noscript template button select option textarea svg title'.split(' '),
);

/**
 * Characters of text outside links and controls, without labels. A text with a link at every third word is prose all the same:
 * what counts is how much of it stands directly in one element.
 */
export const proseLength = (root: PageElement): number => {
  let own = 0;
  let inner = 0;
  for (let node = root.firstChild; node !== null; node = node.nextSibling) {
    if (isText(node)) own += node.textContent.trim().length;
    else if (isElement(node) && !notProse.has(node.localName)) inner += proseLength(node);
  }
  return (own >= shortestRun ? own : 0) + inner;
};

/** The innermost element under `root` that still holds almost all of its prose. */
export const densestElement = (root: PageElement): PageElement => {
  const wanted = proseLength(root) * 0.8;
  let densest = root;
  for (;;) {
    const inner = [...densest.children].find(child => proseLength(child) >= wanted);
    if (inner === undefined || wanted === 0) return densest;
    densest = inner;
  }
};
