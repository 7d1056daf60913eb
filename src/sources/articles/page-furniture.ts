/** Removes from a page what its own markup says is not the article: share bars, captions, comments, other stories. */
import { normaliseTitle } from '../../edition/words.ts';
import { ancestorNamed, type PageElement } from './dom.ts';
import { furnitureRules } from './furniture-words.ts';
import { proseLength } from './prose-length.ts';

/** Elements that are furniture by what they are. */
const furnitureElements = [
  'nav,form,dialog,figcaption,figure cite,figure small',
  '[role="navigation"],[role="complementary"],[role="dialog"]',
  '[aria-hidden="true"],[hidden],[style*="display:none"],[style*="display: none"]',
].join();

/** Elements whose class names and ids are looked at. */
const named = [
  'div,section,aside,nav,header,footer,form,center,table,td,ul,ol,li,dl,p,h2,h3,h4,h5,h6',
  'span,cite,time,address,small,label,a',
].join();

/** Inside a sentence these mark up words of it, whatever their class. */
const inlineNames: ReadonlySet<string> = new Set(['span', 'cite', 'time', 'small', 'label', 'a']);

const programNames: ReadonlySet<string> = new Set(['pre', 'code']);
const sentenceNames: ReadonlySet<string> = new Set('p li dd td blockquote h1 h2 h3 h4 h5 h6'.split(' '));

/** What holds a larger share of the page's prose is no furniture, whatever its name. */
const largestShare = 0.2;
/** A word that stands on a larger share over all means something else on this site. */
const largestTotal = 0.4;
/** Characters of prose that make an `article` element a story and not a teaser of one. */
const shortestStory = 300;
/** Characters beside an inline element that make it a part of a sentence. */
const longestLabel = 40;
const longestCaption = 250;

/** Removes the furniture under `body` in place. `title` tells the story that the page is about from others on it. */
export function removeFurniture(body: PageElement, title: string): void {
  const pageProse = proseLength(body);
  const isSmall = (element: PageElement): boolean => proseLength(element) <= pageProse * largestShare;

  keepStory(body, title, isSmall);
  for (const element of body.querySelectorAll(furnitureElements)) {
    if (isSmall(element)) element.remove();
    else reveal(element);
  }
  for (const element of body.querySelectorAll('p')) if (isCaption(element)) element.remove();
  const candidates = [...body.querySelectorAll(named)]
    .map(element => ({ element, words: wordsOf(element) }))
    .filter(({ words }) => words !== '');
  const around = elementsAround(body.querySelectorAll('h1,[itemprop~="articleBody"]'));
  for (const { words: rule, isUnbounded } of furnitureRules) {
    const found = outermost(
      candidates
        .filter(({ element, words }) => rule.test(words) && !around.has(element) && isPart(element) && isSmall(element))
        .map(({ element }) => element),
    );
    const total = found.reduce((sum, element) => sum + proseLength(element), 0);
    if (total <= (isUnbounded ? pageProse - shortestStory : pageProse * largestTotal))
      for (const element of found) element.remove();
  }
}

/** The rest of an article waits for a click, or for a script: Readability would not see it. */
function reveal(element: PageElement): void {
  for (const name of ['hidden', 'aria-hidden', 'style']) element.removeAttribute(name);
}

/** All elements around any of `elements`. */
function elementsAround(elements: Iterable<PageElement>): ReadonlySet<PageElement> {
  const around = new Set<PageElement>();
  for (const { parentElement } of elements)
    for (let outer = parentElement; outer !== null && !around.has(outer); outer = outer.parentElement)
      around.add(outer);
  return around;
}

/** Those of `elements`, which are in document order, that are in no other of them. */
function outermost(elements: readonly PageElement[]): readonly PageElement[] {
  const outer: PageElement[] = [];
  for (const element of elements) if (!outer.at(-1)?.contains(element)) outer.push(element);
  return outer;
}

/** Removes the other stories on the page, and the header of this one: its title, deck, byline and date. */
function keepStory(body: PageElement, title: string, isSmall: (element: PageElement) => boolean): void {
  const key = normaliseTitle(title);
  const headline = [...body.querySelectorAll('h1,h2')].find(heading => normaliseTitle(heading.textContent) === key);
  const story = headline?.closest('article');
  if (story && proseLength(story) >= shortestStory)
    for (const other of body.querySelectorAll('article'))
      if (!other.contains(story) && !story.contains(other)) other.remove();
  const header = headline?.closest('header');
  if (header && isSmall(header)) header.remove();
}

/** A line in italics right under a picture. */
function isCaption(paragraph: PageElement): boolean {
  const text = paragraph.textContent.trim();
  if (text === '' || text.length > longestCaption || paragraph.querySelector('em,i,small')?.textContent.trim() !== text)
    return false;
  const above = paragraph.previousElementSibling;
  return above !== null && above.textContent.trim() === '' && above.querySelector('img,picture,video') !== null;
}

/**
 * "article__shareBar js-x" → "article share bar | js x". WordPress puts the topics of a post into class names
 * ("tag-…"), and modifiers ("has-…", "no-…") say what an element is not.
 */
const wordsOf = (element: PageElement): string =>
  `${element.id} ${element.className}`
    .split(/\s+/)
    .filter(name => name !== '' && !/^(?:tag|category|has|no|is|with)-/.test(name))
    .map(name => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[^a-zA-Z0-9]+/g, ' '))
    .join(' | ')
    .toLowerCase();

/** Whether an element can be taken out without tearing a program or a sentence. */
function isPart(element: PageElement): boolean {
  if (ancestorNamed(element, programNames) !== undefined) return false;
  if (!inlineNames.has(element.localName)) return true;
  const sentence = ancestorNamed(element, sentenceNames);
  return (
    sentence === undefined || sentence.textContent.trim().length <= element.textContent.trim().length + longestLabel
  );
}
