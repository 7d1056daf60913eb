/** Finds the main content of a page: Mozilla's Readability, on what the page names as its article where it does. */
import { Readability } from '@mozilla/readability';
import { markedBody } from './article-body.ts';
import { type Page, type PageElement, parsePage } from './dom.ts';
import { forgetNames, forgetNamesOfText, repair } from './page-repairs.ts';
import { densestElement, proseLength } from './prose-length.ts';
import { elementAround, missedPlace, notePlaces, proseByPlace } from './split-article.ts';

/** The share of the body that a page names which Readability must keep to be believed. */
const smallestShare = 0.6;
/** What Readability leaves of other pages may be their comments: it is believed from this many characters of prose. */
const shortestArticle = 200;

/**
 * The element that holds the article of `page`, which Readability consumes.
 *
 * @param again gives the page anew; called only where Readability's choice is not believed
 */
export function mainContent(page: Page, again: () => Page): PageElement {
  const marked = markedBody(page.body);
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
  notePlaces(page.body);
  forgetNamesOfText(page.body);
  const places = proseByPlace(page.body);
  const wanted = Math.min(shortestArticle, proseLength(page.body) * smallestShare);
  const content = readableContent(page);
  if (content === undefined || proseLength(content) < wanted) return repaired(densestElement(again().body));
  const missed = missedPlace(places, content);
  if (missed === undefined) return content;
  const whole = elementAround(again().body, missed);
  return [...whole.querySelectorAll('h1,article')].length > 1 ? content : repaired(whole);
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
    disableJSONLD: true,
    keepClasses: true,
  });
  const content = readability.parse()?.content ?? undefined;
  // It names the elements that it makes in capitals, and linkedom leaves them so.
  return content === undefined ? undefined : parsePage(content.innerHTML).body;
}
