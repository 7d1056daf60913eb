/** The recorded day as articles, read as an edition reads them, each beside its reference. */
import Keyv from 'keyv';
import { recordedInstant, serveRecordedDay } from '../samples/server.ts';
import type { Article } from '../src/edition/article.ts';
import type { FeedItem } from '../src/edition/item.ts';
import { canonicalUrl } from '../src/edition/story.ts';
import { byPublication } from '../src/editor/choosing/stories.ts';
import { catalogue } from '../src/sources/catalogue.ts';
import { collect } from '../src/sources/collect.ts';
import { createFetcher } from '../src/sources/http/fetcher.ts';
import { fetchHtml } from '../src/sources/pages/page-html.ts';
import { readArticle } from '../src/sources/read.ts';
import type { EvaluatedArticle } from './evaluated-article.ts';
import { type Reference, recordedReferences } from './reference.ts';

/** Everything that the recorded feeds list, whatever its date, in the order of publication. */
const readEverything = async (): Promise<readonly Article[]> => {
  const day = await serveRecordedDay();
  try {
    const now = (): Date => new Date(recordedInstant);
    const { dispatcher } = day;
    const fetcher = createFetcher({ cache: new Keyv(), userAgent: 'evaluation', now, dispatcher });
    const items: { source: string; item: FeedItem }[] = [];
    const keep = async (source: { readonly name: string }, found: readonly FeedItem[]): Promise<void> => {
      items.push(...found.map(item => ({ source: source.name, item })));
    };
    await collect(catalogue, { fetcher, now, keep });
    const articles = await Promise.all(
      items.map(({ source, item }) => readArticle(item, source, url => fetchHtml(fetcher.fetchPage, url, {}))),
    );
    return articles.toSorted(byPublication);
  } finally {
    await day.close();
  }
};

const articleOf = (reference: Reference, articles: readonly Article[]): Article => {
  const address = canonicalUrl(reference.url);
  const article = articles.find(({ url, completeness }) => completeness === 'full' && canonicalUrl(url) === address);
  if (article === undefined) throw new Error(`No whole article of the recorded day is at ${reference.url}.`);
  return article;
};

/** Throws Error for a reference whose article the day does not have. */
export const recordedArticles = async (): Promise<readonly EvaluatedArticle[]> => {
  const articles = await readEverything();
  return recordedReferences().map(reference => ({ article: articleOf(reference, articles), reference }));
};
