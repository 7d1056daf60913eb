/** The article of a web page: its title and its text, without what surrounds them. */
import { ArticleError } from './articles/article-error.ts';
import { articleHtml, type CleaningContext } from './articles/article-html.ts';
import { articleTitle } from './articles/article-title.ts';
import { articleBlocks } from './articles/blocks.ts';
import { type BoundedPage, boundedPage } from './articles/bounded-page.ts';
import { parseBounded } from './articles/dom.ts';
import { mainContent } from './articles/main-content.ts';
import { removeFurniture } from './articles/page-furniture.ts';
import { type PageFacts, readMetadata } from './articles/page-metadata.ts';
import { repair } from './articles/page-repairs.ts';
import { resolveUrl } from './text/links.ts';
import { decodeEntities, escapeHtml } from './text/plain-text.ts';
import { shownAddress } from './text/shown-address.ts';

export interface ArticleText {
  /** Blocks (paragraphs, headings, list items, lines of code, table rows) split by `\n`: those that `articleBlocks` finds in `html`. */
  readonly text: string;
  /** The body of the article as HTML: no scripts, no classes, addresses absolute. */
  readonly html: string;
  readonly words: number;
  /**
   * True where this may be but the beginning of the article: its page or its HTML goes on beyond what is read of one
   * (`page-limits.ts`) or with another page behind its end, or it broke off.
   */
  readonly isPart?: true;
}

export interface ExtractedArticle extends ArticleText, PageFacts {
  /** Without the name of the site; empty where the page has none. */
  readonly title: string;
}

/**
 * Extracts the article of a page: Mozilla's Readability on a page that was first rid of what its own mark-up calls something
 * else. Empty text where the page has no article.
 *
 * @param url the address that the page was fetched from; its links are resolved against it
 * @throws ArticleError for what is no HTML, and for a page many times deeper or larger than an article
 */
export function extractArticle(html: string, url: string): ExtractedArticle {
  refuseOtherFormats(html, url);
  const bounded = boundedPage(html);
  const page = parseBounded(bounded);
  const metadata = readMetadata(page, url);
  const title = articleTitle(page, metadata);
  const base = resolveUrl(page.querySelector('base[href]')?.getAttribute('href') ?? '', url) ?? url;
  removeFurniture(page.body, title);
  const content = mainContent(page, () => {
    const again = parseBounded(bounded);
    removeFurniture(again.body, title);
    return again;
  });
  const found = { ...textOf(articleHtml(content, { title, base })), ...partOf(bounded) };
  return { title, ...metadata.facts, ...(declaredText(metadata.articleBody, found, { title, base }) ?? found) };
}

/** Cleans HTML that is nothing but an article, such as the content of a feed, as `extractArticle` cleans a page. */
export function cleanArticle(html: string, context: CleaningContext): ArticleText {
  const bounded = boundedPage(html);
  const { body } = parseBounded(bounded);
  removeFurniture(body, context.title);
  repair(body);
  return { ...textOf(articleHtml(body, context)), ...partOf(bounded) };
}

const partOf = ({ isPart }: BoundedPage): Pick<ArticleText, 'isPart'> => (isPart ? { isPart } : {});

function refuseOtherFormats(html: string, url: string): void {
  const start = html.slice(0, 1024).trim();
  if (start === '' || (/<[a-z!?/]/i.test(html) && !/^(?:%PDF-|[{[])|\0/.test(start))) return;
  throw new ArticleError(
    'not-html',
    `${shownAddress(url)} is not a web page: it starts with ${JSON.stringify(start.slice(0, 20))}.`,
  );
}

/** A page that its scripts fill may still give its text to search engines: at least twice as much as is `found` on it. */
function declaredText(articleBody: string, found: ArticleText, context: CleaningContext): ArticleText | undefined {
  if (articleBody.length <= found.text.length) return undefined;
  const declared = cleanArticle(declaredBody(articleBody), context);
  return found.words * 2 < declared.words ? declared : undefined;
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
