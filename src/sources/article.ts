/** The article of a web page: its title and its text, without what surrounds them. */
import { Readability } from '@mozilla/readability';
import { markedBody } from './article-body.ts';
import { ArticleError } from './article-error.ts';
import { articleHtml } from './article-html.ts';
import { articleTitle } from './article-title.ts';
import { articleBlocks } from './blocks.ts';
import { type Page, type PageElement, parsePage } from './dom.ts';
import { resolveUrl } from './links.ts';
import { removeFurniture } from './page-furniture.ts';
import { type PageFacts, readMetadata } from './page-metadata.ts';
import { forgetNames, forgetNamesOfText, repair } from './page-repairs.ts';
import { decodeEntities, escapeHtml } from './plain-text.ts';
import { densestElement, proseLength } from './prose-length.ts';

export interface ArticleText {
  /** Blocks (paragraphs, headings, list items, lines of code, table rows) split by `\n`: those that `articleBlocks` finds in `html`. */
  readonly text: string;
  /** The body of the article as HTML: no scripts, no classes, addresses absolute. */
  readonly html: string;
  readonly words: number;
}

export interface ExtractedArticle extends ArticleText, PageFacts {
  /** Without the name of the site; empty where the page has none. */
  readonly title: string;
}

/** Readability's choice is not believed where it has a smaller share of the prose than this. */
const smallestShare = { marked: 0.6, unmarked: 0.25 };

/**
 * Extracts the article of a page: Mozilla's Readability on a page that was first rid of what its own mark-up calls something
 * else. Empty text where the page has no article.
 *
 * @param url the address that the page was fetched from; its links are resolved against it
 * @throws {ArticleError} for what is no HTML, and for a page too deep or too large to be an article
 */
export function extractArticle(html: string, url: string): ExtractedArticle {
  refuseOtherFormats(html, url);
  const { page, metadata, title } = prepare(html, url);
  const base = resolveUrl(page.querySelector('base[href]')?.getAttribute('href') ?? '', url) ?? url;
  const content = readableContent(page) ?? densestContent(prepare(html, url).page);
  const found = textOf(articleHtml(content, { title, base }));
  // A page that its scripts fill may still give its text to search engines.
  const declared = cleanArticle(declaredBody(metadata.articleBody), { title, base });
  return { title, ...metadata.facts, ...(found.words * 2 < declared.words ? declared : found) };
}

/** Cleans HTML that is nothing but an article, such as the content of a feed, as `extractArticle` cleans a page. */
export function cleanArticle(html: string, context: { readonly title: string; readonly base: string }): ArticleText {
  const { body } = parsePage(html);
  removeFurniture(body, context.title);
  repair(body);
  return textOf(articleHtml(body, context));
}

function refuseOtherFormats(html: string, url: string): void {
  const start = html.slice(0, 1024).trim();
  if (start === '' || (/<[a-z!?/]/i.test(html) && !/^(?:%PDF-|[{[])|\0/.test(start))) return;
  throw new ArticleError('not-html', `${url} is not a web page: it starts with ${JSON.stringify(start.slice(0, 20))}.`);
}

function prepare(html: string, url: string) {
  const page = parsePage(html);
  const metadata = readMetadata(page, url);
  const title = articleTitle(page, metadata);
  removeFurniture(page.body, title);
  return { page, metadata, title };
}

/** What Readability takes for the article; undefined where it misses most of the page. Consumes `page`. */
function readableContent(page: Page): PageElement | undefined {
  const marked = markedBody(page.body);
  if (marked !== undefined) page.body.replaceChildren(marked);
  repair(page.body);
  if (marked === undefined) forgetNamesOfText(page.body);
  else forgetNames(page.body);
  const available = proseLength(page.body);
  // Readability drops each heading that resembles the title: a title that resembles none keeps them.
  page.head.replaceChildren();
  page.title = '—'.repeat(16);
  const readability = new Readability<PageElement>(page, {
    serializer: element => element,
    disableJSONLD: true,
    keepClasses: true,
  });
  const content = readability.parse()?.content ?? undefined;
  const share = marked === undefined ? smallestShare.unmarked : smallestShare.marked;
  if (content === undefined || proseLength(content) < available * share) return undefined;
  // Readability names the elements that it makes in capitals, and linkedom leaves them so.
  return parsePage(content.innerHTML).body;
}

function densestContent({ body }: Page): PageElement {
  repair(body);
  return densestElement(markedBody(body) ?? body);
}

function declaredBody(articleBody: string): string {
  if (/<p[\s>]/i.test(articleBody)) return articleBody;
  return decodeEntities(articleBody)
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => `<p>${escapeHtml(line)}</p>`)
    .join('\n');
}

function textOf(html: string): ArticleText {
  const text = articleBlocks(html)
    .map(block => block.text)
    .join('\n');
  return { text, html, words: text.match(/\S+/g)?.length ?? 0 };
}
