/** The title of the article on a page: its headline as readers see it, without the name of the site. */

import { wordsOf } from '../../edition/words.ts';
import { foldSpace } from '../text/plain-text.ts';
import type { Page, PageElement } from './dom.ts';
import type { PageMetadata } from './page-metadata.ts';

/** What sites put between the title, whose white space is folded, and their name. A colon is not here: it mostly belongs to the title. */
const separator = / (?:[|·•»«~]|::|--?|[–—]) | : /;

/** A longer heading is no title. */
const longestHeadline = 1000;

/**
 * The title of the article: the first level-one heading that says about the same as the page's declared title; else the declared
 * title without the name of the site. Empty where the page has neither.
 */
export function articleTitle(page: Page, { titles, siteNames }: PageMetadata): string {
  const headlines = [...page.querySelectorAll('h1, h2[itemprop~="headline"]')].map(headlineOf);
  const candidates = headlines.filter(
    text => text !== '' && text.length <= longestHeadline && !isSiteName(text, siteNames),
  );
  const agreed = candidates.find(text => titles.some(title => isAlike(text, title)));
  if (agreed !== undefined) return agreed;

  const [declared = ''] = titles;
  const stripped = withoutSiteName(declared, siteNames);
  // "Example - Documentation" on a page headed "Monitoring": the title names the site alone.
  if (titles.length <= 1 && declared !== '' && stripped === declared && separator.test(declared))
    return candidates[0] ?? declared;
  return stripped === '' ? (candidates[0] ?? '') : stripped;
}

/** A permalink sign at the end of a heading is not part of it. */
const headlineOf = (heading: PageElement): string => foldSpace(heading.textContent).replace(/ ?[#¶§]$/u, '');

/** At least half of the words of either are in the other. */
function isAlike(one: string, other: string): boolean {
  const left = new Set(wordsOf(one));
  const right = new Set(wordsOf(other));
  const shared = left.intersection(right).size;
  return shared > 0 && shared >= left.size / 2 && shared >= right.size / 3;
}

const squeezed = (text: string): string => wordsOf(text).join('');

const isSiteName = (text: string, siteNames: readonly string[]): boolean => {
  const key = squeezed(text).replace(/^the/, '');
  return siteNames.some(name => squeezed(name).replace(/^the/, '') === key);
};

/** Cuts the name of the site from either end, and with it the section before it ("Title | News | Example"). */
function withoutSiteName(title: string, siteNames: readonly string[]): string {
  const segments = title.split(separator);
  const last = segments.at(-1) ?? '';
  if (segments.length === 1) return title;
  if (isSiteName(last, siteNames)) return longest(title, segments.slice(0, -1));
  if (isSiteName(segments[0] ?? '', siteNames)) return longest(title, segments.slice(1));
  // An unknown name after a bar or a dash is short, and what stands before it a title.
  const rest = title.slice(0, title.lastIndexOf(last)).replace(/(?<![\s|·•»«~:–—-])[\s|·•»«~:–—-]+$/, '');
  return wordsOf(last).length <= 3 && wordsOf(rest).length >= 4 ? rest : title;
}

/** The part of `title` from the first to the last of `segments`, separators as they were; sections of a word or two at its end cut. */
function longest(title: string, segments: readonly string[]): string {
  const kept = segments.length > 1 && wordsOf(segments.at(-1) ?? '').length <= 2 ? segments.slice(0, -1) : segments;
  const start = title.indexOf(kept[0] ?? '');
  const end = title.lastIndexOf(kept.at(-1) ?? '') + (kept.at(-1) ?? '').length;
  return title.slice(start, end).trim();
}
