/** Finds the main content of a page: Mozilla's Readability, on what the page names as its article where it does. */
import { Readability } from '@mozilla/readability';
import { markedBody } from './article-body.ts';
import { isElement, isText, type Page, type PageElement, parsePage } from './dom.ts';
import { forgetNames, forgetNamesOfText, repair } from './page-repairs.ts';
import { densestElement, proseLength } from './prose-length.ts';
import { elementAround, missedPlace, notePlaces, proseByPlace } from './split-article.ts';

/** The share of the body that a page names which Readability must keep to be believed. */
const smallestShare = 0.6;
/**
 * What Readability is given, in elements and in characters that are counted once for each element around them: it takes some
 * 20 µs for the former and 40 ns for the latter. An article with more is what the page names as it, or where its prose stands
 * densest, which alone finds as much of other pages as Readability does alone (F1 0.945 and 0.948 on the pages of
 * `npm run bench extract`).
 */
const mostEffort = 2500;
const charactersAsElement = 500;
const textAsElement = 0.3;
/** Where it finds little, Readability begins anew up to three times with laxer rules. Where each takes long, once must do. */
const mostEffortAgain = 500;
/** Less than the shortest text, so that any is enough. */
const anyLength = -1;
/** What Readability leaves of other pages may be their comments: it is believed from this many characters of prose. */
const shortestArticle = 200;

/**
 * The element that holds the article of `page`, which Readability consumes.
 *
 * @param again gives the page anew; called only where Readability's choice is not believed
 */
export function mainContent(page: Page, again: () => Page): PageElement {
  const marked = markedBody(page.body);
  if (effortOf(marked ?? page.body) > mostEffort) return repaired(marked ?? densestElement(page.body));
  return marked === undefined ? contentOfPage(page, again) : contentOfMarked(page, marked, again);
}

function contentOfMarked(page: Page, marked: PageElement, again: () => Page): PageElement {
  page.body.replaceChildren(marked);
  forgetNames(page.body);
  const wanted = proseLength(page.body) * smallestShare;
  const content = readableContent(page);
  if (content !== undefined && proseLength(content) >= wanted) return content;
  const { body } = again();
  return repaired(markedBody(body) ?? body);
}

function contentOfPage(page: Page, again: () => Page): PageElement {
  const noted = notePlaces(page.body);
  forgetNamesOfText(page.body);
  const places = proseByPlace(page.body);
  const wanted = Math.min(shortestArticle, proseLength(page.body) * smallestShare);
  const content = readableContent(page);
  if (content === undefined || proseLength(content) < wanted) return repaired(densestElement(again().body));
  const missed = missedPlace(noted, places, content);
  if (missed === undefined) return content;
  const whole = elementAround(again().body, missed);
  return [...whole.querySelectorAll('h1,article')].length > 1 ? content : repaired(whole);
}

function effortOf(root: PageElement, depth = 1): number {
  let effort = 1;
  for (let node = root.firstChild; node !== null; node = node.nextSibling) {
    if (isText(node)) effort += textAsElement + (node.textContent.length * depth) / charactersAsElement;
    else if (isElement(node)) effort += effortOf(node, depth + 1);
  }
  return effort;
}

function repaired(element: PageElement): PageElement {
  repair(element);
  return element;
}

/** Runs Readability with its own judgement of titles and metadata switched off: both are known already. */
function readableContent(page: Page): PageElement | undefined {
  repair(page.body);
  page.head.replaceChildren();
  // It drops each heading that resembles the title: one that resembles none keeps them.
  page.title = '—'.repeat(16);
  const readability = new Readability<PageElement>(page, {
    serializer: element => element,
    ...(effortOf(page.body) > mostEffortAgain && { charThreshold: anyLength }),
    disableJSONLD: true,
    keepClasses: true,
  });
  const content = readability.parse()?.content ?? undefined;
  // It names the elements that it makes in capitals, and linkedom leaves them so.
  return content === undefined ? undefined : parsePage(content.innerHTML).body;
}
