/** What a page says about its article in its head: JSON-LD, Open Graph and links. */

import { parseFeedDate } from '../feeds/feed-date.ts';
import { resolveUrl } from '../text/links.ts';
import { foldSpace } from '../text/plain-text.ts';
import type { Page } from './dom.ts';

/** What an article's readers may want to know of its page. */
export interface PageFacts {
  /** The address that the page wants to be known by, absolute. */
  readonly canonical?: string;
  /** Instant of publication, ISO 8601 in UTC. */
  readonly published?: string;
  /** False where the page declares that it shows only a part to those who do not pay (schema.org `isAccessibleForFree`). */
  readonly isFree: boolean;
  /** The page is about a film or a sound recording, so that its text may be no more than notes. */
  readonly isRecording: boolean;
}

export interface PageMetadata {
  /** Titles by which the page goes, the most deliberate first; none empty or longer than 1,000 characters. */
  readonly titles: readonly string[];
  /** Names of the site, to be taken off the title. */
  readonly siteNames: readonly string[];
  /** The text of the article as the page gives it to search engines; empty where it does not. */
  readonly articleBody: string;
  readonly facts: PageFacts;
}

type Properties = Readonly<Record<string, unknown>>;

/** schema.org/Article and its subtypes. */
const articleType = /(?:Article|BlogPosting|Report|SocialMediaPosting)$/;

/** Articles embed a VideoObject or an AudioObject too: only these are what a page is about. */
const recordingType = /^(?:PodcastEpisode|RadioEpisode|TVEpisode|Episode|Movie|Clip)$/;

/** Reads the metadata of the page at `url`. Nothing in it is trusted to be well-formed. */
export function readMetadata(page: Page, url: string): PageMetadata {
  const nodes = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap(script =>
    linkedData(script.textContent),
  );
  const article = nodes.find(isArticle) ?? {};
  const metas = metasOf(page);
  const meta = (name: string): string => metas.get(name) ?? '';
  const canonical =
    resolveUrl(page.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? '', url) ??
    resolveUrl(meta('og:url'), url);
  const time = page.querySelector('time[itemprop="datePublished"], article time[datetime], time[pubdate]');
  const published = [
    meta('article:published_time'),
    meta('datePublished'),
    textOf(article.datePublished),
    time?.getAttribute('datetime') ?? '',
  ]
    .map(date => parseFeedDate(date))
    .find(date => date !== undefined);
  return {
    titles: nonEmpty([
      meta('og:title'),
      meta('twitter:title'),
      textOf(article.headline),
      foldSpace(page.querySelector('head title, body > title')?.textContent ?? ''),
    ]),
    siteNames: nonEmpty([
      meta('og:site_name'),
      meta('application-name'),
      ...nodes.filter(node => typesOf(node).includes('WebSite')).map(node => textOf(node.name)),
      textOf(propertiesOf(article.publisher).name),
      ...hostLabels(url),
    ]),
    articleBody: typeof article.articleBody === 'string' ? article.articleBody : '',
    facts: {
      ...(canonical !== undefined && { canonical }),
      ...(published !== undefined && { published }),
      isFree: !nodes.some(node => isArticle(node) && /^false$/i.test(String(node.isAccessibleForFree))),
      isRecording: /^(?:video|music)\b/.test(meta('og:type')) || nodes.some(node => hasType(node, recordingType)),
    },
  };
}

/** Every node of a JSON-LD document, those in `@graph` and in lists included. A malformed document has none. */
function linkedData(json: string): readonly Properties[] {
  try {
    return [JSON.parse(json)].flat().flatMap(node => [node, propertiesOf(node)['@graph']].flat().map(propertiesOf));
  } catch {
    // Sites print JSON-LD from templates that do not escape; a browser ignores it too.
    return [];
  }
}

const isRecord = (value: unknown): value is Properties => typeof value === 'object' && value !== null;
const propertiesOf = (value: unknown): Properties => (isRecord(value) ? value : {});
const typesOf = (node: Properties): readonly unknown[] => [node['@type']].flat();
const hasType = (node: Properties, wanted: RegExp): boolean =>
  typesOf(node).some(type => typeof type === 'string' && wanted.test(type));
const isArticle = (node: Properties): boolean => hasType(node, articleType);

const textOf = (value: unknown): string => (typeof value === 'string' ? foldSpace(value) : '');
/** A longer one is no title. */
const longestName = 1000;
const nonEmpty = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts)].filter(text => text !== '' && text.length <= longestName);

/** What the `meta` elements say, by any of the attributes that sites name them with; the first that says anything counts. */
function metasOf(page: Page): ReadonlyMap<string, string> {
  const contents = new Map<string, string>();
  for (const element of page.querySelectorAll('meta'))
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(attribute);
      const content = foldSpace(element.getAttribute('content') ?? '');
      if (name !== null && content !== '' && !contents.has(name)) contents.set(name, content);
    }
  return contents;
}

/** The names in an address, by which a site is called that declares no name. */
const hostLabels = (url: string): readonly string[] => URL.parse(url)?.hostname.split('.').slice(0, -1) ?? [];
