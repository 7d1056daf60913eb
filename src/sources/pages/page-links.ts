/** Reads articles from a page of links: which links is declared, titles and dates are found around them. */
import type { FeedItem } from '../../edition/item.ts';
import type { PageRule } from '../../edition/source.ts';
import { canonicalUrl } from '../../edition/story.ts';
import { type Page, type PageElement, parsePage } from '../articles/dom.ts';
import { parseFeedDate } from '../feeds/feed-date.ts';
import { resolveUrl } from '../text/links.ts';
import { foldSpace } from '../text/plain-text.ts';
import { PageError } from './page-error.ts';

type LinksRule = Extract<PageRule, { kind: 'links' }>;

interface Link {
  readonly element: PageElement;
  readonly url: string;
  /** Stands for the article, however its address is spelt. */
  readonly article: string;
}

/** A link with what it says and what is shown beside it. */
interface Card {
  readonly url: string;
  readonly article: string;
  /** What may be the title, most likely first. */
  readonly titles: readonly string[];
  readonly published: string | undefined;
}

/** What a card shows of its article. */
interface Shown {
  readonly heading: string | undefined;
  readonly published: string | undefined;
}

const headings = 'h1, h2, h3, h4, h5, h6';

/** More links than any page of news has: what follows is not looked at. */
const mostLinks = 500;

/**
 * The articles in the order of the page, each once.
 * @throws PageError `bad-selector`
 */
export function readLinks(html: string, rule: LinksRule, url: string): readonly FeedItem[] {
  const cards = readCards(parsePage(html), rule, url);
  const isShared = sharedTitles(cards);
  return [...Map.groupBy(cards, card => card.article).values()].flatMap(same => {
    const address = same[0]?.url;
    if (address === undefined) return [];
    const published = same.find(card => card.published !== undefined)?.published;
    return {
      id: address,
      url: address,
      title: same.flatMap(card => card.titles).find(title => !isShared(title)) ?? '',
      ...(published !== undefined && { published }),
      authors: [],
      categories: [],
    };
  });
}

/** A title that several articles share is none: "Read more". */
function sharedTitles(cards: readonly Card[]): (title: string) => boolean {
  const articles = new Map<string, string>();
  const shared = new Set<string>();
  for (const { titles, article } of cards)
    for (const title of titles) {
      if ((articles.get(title) ?? article) !== article) shared.add(title);
      articles.set(title, article);
    }
  return title => shared.has(title);
}

function readCards(page: Page, rule: LinksRule, url: string): readonly Card[] {
  const links = linksOf(page, rule, url);
  const owners = ownersOf(links);
  // Links to one article share its card, which may be the whole page: it is searched once.
  const shown = new Map<PageElement, Shown>();
  return links.map(({ element, url: address, article }) => {
    const card = ancestorsOf(element).findLast(around => owners.get(around) === article) ?? element;
    const { heading, published } = shown.get(card) ?? shownOn(card, rule, url);
    shown.set(card, { heading, published });
    return { url: address, article, titles: titlesOf(element, heading), published };
  });
}

const shownOn = (card: PageElement, rule: LinksRule, url: string): Shown => ({
  heading: card.querySelector(headings)?.textContent,
  published: dateOf(card, rule, url),
});

function linksOf(page: Page, rule: LinksRule, url: string): readonly Link[] {
  const base = URL.parse(page.querySelector('base[href]')?.getAttribute('href') ?? '', url)?.href ?? url;
  return select(page, rule.selector, url)
    .slice(0, mostLinks)
    .flatMap(selected => {
      // A selector may also name the card in which the link stands.
      const element = selected.hasAttribute('href') ? selected : selected.querySelector('a[href]');
      const address = resolveUrl(element?.getAttribute('href') ?? '', base)?.replace(/#.*/, '');
      if (element === null || address === undefined || address === url) return [];
      return [{ element, url: address, article: canonicalUrl(address) }];
    });
}

function select(within: Page | PageElement, selector: string, url: string): readonly PageElement[] {
  try {
    return [...within.querySelectorAll(selector)];
  } catch (cause) {
    throw new PageError('bad-selector', url, `cannot be read: "${selector}" is not a CSS selector; correct it`, {
      cause,
    });
  }
}

/**
 * For each element around a link, the one article that is linked to within it; undefined where there are several.
 * The largest element that has one is the card of that article, where its title and date are shown.
 */
function ownersOf(links: readonly Link[]): ReadonlyMap<PageElement, string | undefined> {
  const owners = new Map<PageElement, string | undefined>();
  for (const { element, article } of links)
    for (const around of ancestorsOf(element))
      owners.set(around, owners.has(around) && owners.get(around) !== article ? undefined : article);
  return owners;
}

/** The element and those around it, from the inside out, short of the frame of the page. */
function ancestorsOf(element: PageElement): readonly PageElement[] {
  const ancestors: PageElement[] = [];
  let around: PageElement | null = element;
  while (around !== null && !['main', 'body', 'html'].includes(around.localName)) {
    ancestors.push(around);
    around = around.parentElement;
  }
  return ancestors;
}

function titlesOf(link: PageElement, headingOfCard: string | undefined): readonly string[] {
  return [
    link.querySelector(headings)?.textContent,
    headingOfCard,
    link.textContent,
    link.getAttribute('aria-label'),
    link.getAttribute('title'),
    link.querySelector('img[alt]')?.getAttribute('alt'),
  ].flatMap(title => foldSpace(title ?? '') || []);
}

function dateOf(card: PageElement, rule: LinksRule, url: string): string | undefined {
  const shown = rule.date === undefined ? [] : select(card, rule.date, url);
  for (const element of [...shown, ...card.querySelectorAll('time')]) {
    const date = parseFeedDate(element.getAttribute('datetime') ?? element.textContent);
    if (date !== undefined) return date;
  }
  return undefined;
}
