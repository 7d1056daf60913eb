/** Reads the article behind a feed item: from the feed where it is whole there, else from its page. */
import type { Article, Completeness } from '../edition/article.ts';
import type { FeedItem } from '../edition/item.ts';
import { type ArticleText, cleanArticle, type ExtractedArticle, extractArticle } from './article.ts';
import { articleBlocks } from './articles/blocks.ts';
import {
  asksForPayment,
  breaksOff,
  fewestWords,
  isWholeArticle,
  leadsOn,
  longestNotes,
} from './articles/completeness.ts';
import type { HtmlPage } from './pages/page-html.ts';
import { shownAddress } from './text/shown-address.ts';

/** What the feed itself says: its content, or, where that is missing or says less, its summary. */
interface FeedText extends ArticleText {
  readonly source: 'content' | 'summary';
  /** As the feed has it, marks of truncation and all. */
  readonly raw: string;
}

/** A page with little text that asks for payment is closed; one with more may ask for support. */
const longestTeaser = 300;
/** An invitation to pay stands right where the text breaks off. */
const lastBlocks = 3;

/**
 * Reads the article of `item`. A page that cannot be had is no error: the feed's text stands in as an excerpt, and `problem`
 * says why.
 *
 * @param fetchPage fetches a page; throws an error whose message says why it could not
 */
export async function readArticle(
  item: FeedItem,
  sourceName: string,
  fetchPage: (url: string) => Promise<HtmlPage>,
): Promise<Article> {
  const feed = feedText(item);
  const base = { item, source: sourceName, title: item.title, url: item.url, ...publishedAt(item.published) };
  const excerpt = { ...base, ...textOf(feed), completeness: 'excerpt' } as const;
  if (!feed.isPart && isWholeArticle(feed.raw, feed.words, feed.source)) return { ...excerpt, completeness: 'full' };
  if (item.url === '') return { ...excerpt, problem: 'The feed gives no address for it.' };

  const read = await extractFrom(item.url, fetchPage);
  if ('problem' in read) return { ...excerpt, problem: read.problem };
  const { page, article } = read;
  const found = {
    ...base,
    title: item.title === '' ? article.title : item.title,
    ...publishedAt(item.published ?? article.published),
    ...(article.canonical !== undefined && { canonical: article.canonical }),
  };
  const completeness = completenessOfPage(article, page.html);
  if (completeness === 'paywalled' || article.words >= feed.words)
    return { ...found, url: page.url, ...textOf(article.words >= feed.words ? article : feed), completeness };
  return { ...found, ...textOf(feed), completeness: completenessOfFeed(feed) };
}

async function extractFrom(
  url: string,
  fetchPage: (url: string) => Promise<HtmlPage>,
): Promise<{ page: HtmlPage; article: ExtractedArticle } | { problem: string }> {
  try {
    const page = await fetchPage(url);
    if (isHomePage(page.url) && !isHomePage(url))
      return { problem: `${shownAddress(url)} leads to the home page: the article is gone.` };
    return { page, article: extractArticle(page.html, page.url) };
  } catch (error) {
    // Whatever is wrong with one page, the edition goes on with what the feed says; the reason is shown with it.
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function feedText({ title, url, content = '', summary = '' }: FeedItem): FeedText {
  const read = (raw: string) =>
    raw === '' ? { text: '', html: '', words: 0 } : cleanArticle(raw, { title, base: url });
  const whole = read(content);
  const short = read(summary);
  return whole.words >= short.words
    ? { ...whole, raw: content, source: 'content' }
    : { ...short, raw: summary, source: 'summary' };
}

function completenessOfFeed({ raw, source, words, isPart }: FeedText): Completeness {
  const blocks = articleBlocks(raw);
  if (asksForPayment(blocks.slice(-lastBlocks))) return 'paywalled';
  const isWhole = !isPart && words >= fewestWords && !breaksOff(blocks) && !leadsOn(blocks);
  return source === 'content' && isWhole ? 'full' : 'excerpt';
}

function completenessOfPage(article: ExtractedArticle, pageHtml: string): Completeness {
  const { html, words, isFree, isRecording, isPart } = article;
  const blocks = articleBlocks(html);
  const onPage = articleBlocks(pageHtml);
  const end = onPage.findLastIndex(({ text }) => text === blocks.at(-1)?.text);
  const below = end < 0 ? [] : onPage.slice(end, end + lastBlocks);
  if (!isFree || asksForPayment(words < longestTeaser ? onPage : below)) return 'paywalled';
  const fewest = isRecording || leadsOn(below) ? longestNotes : fewestWords;
  // What follows the article on a page that is read in part shows that the article itself was read to its end.
  const isCut = isPart === true && (end < 0 || end === onPage.length - 1);
  return words < fewest || isCut || breaksOff(blocks) ? 'excerpt' : 'full';
}

const textOf = ({ text, html, words }: ArticleText): ArticleText => ({ text, html, words });

const publishedAt = (published: string | undefined) => (published === undefined ? {} : { published });

const isHomePage = (address: string): boolean => {
  const url = URL.parse(address);
  return url?.pathname === '/' && url.search === '';
};
