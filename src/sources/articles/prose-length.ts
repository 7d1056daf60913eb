/** How much running prose an element holds: the measure by which its weight in a page is judged. */
import { isElement, isText, type PageElement } from './dom.ts';

/** Shorter runs of text are labels. */
const shortestRun = 30;

const notProse: ReadonlySet<string> = new Set(
  'a script style noscript template button select option textarea svg title'.split(' '),
);

/** Characters of text in runs that are long enough not to be a label, outside links and controls. */
export const proseLength = (root: PageElement): number => {
  let total = 0;
  for (let node = root.firstChild; node !== null; node = node.nextSibling) {
    if (isText(node)) {
      const { length } = node.textContent.trim();
      if (length >= shortestRun) total += length;
    } else if (isElement(node) && !notProse.has(node.localName)) total += proseLength(node);
  }
  return total;
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
