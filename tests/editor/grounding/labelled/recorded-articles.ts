/** The articles of the recorded day by their addresses: of the recorded page where there is one, else of the feed. */
import { readFileSync } from 'node:fs';
import { type Recording, readRecordings } from '../../../../samples/server.ts';
import { cleanArticle, extractArticle } from '../../../../src/sources/article.ts';
import { parseFeed } from '../../../../src/sources/feed.ts';

export interface RecordedArticle {
  readonly url: string;
  readonly text: string;
}

const day = new URL('../../../../samples/day/', import.meta.url);

/** By address without its query, which in the recorded feeds only counts readers. */
export const readRecordedArticles = (): ReadonlyMap<string, RecordedArticle> => {
  const recordings = readRecordings().filter(({ status, file }) => status === 200 && file !== undefined);
  const articles = [...recordings.flatMap(articlesOfFeed), ...recordings.flatMap(articleOfPage)];
  return new Map(articles.map(article => [article.url, article]));
};

const articleOfPage = (recording: Recording): readonly RecordedArticle[] => {
  if (!typeOf(recording).startsWith('text/html')) return [];
  return [{ url: recording.url, text: extractArticle(bodyOf(recording).toString(), recording.url).text }];
};

const articlesOfFeed = (recording: Recording): readonly RecordedArticle[] => {
  if (!/xml/.test(typeOf(recording))) return [];
  const { items } = parseFeed(bodyOf(recording), { url: recording.url, contentType: typeOf(recording) });
  return items.flatMap(({ url, title, content }) => {
    if (content === undefined) return [];
    return [{ url: withoutQuery(url), text: cleanArticle(content, { title, base: url }).text }];
  });
};

const typeOf = ({ headers }: Recording): string => headers['content-type'] ?? '';

const bodyOf = ({ file = '' }: Recording): Buffer => readFileSync(new URL(file, day));

const withoutQuery = (address: string): string => {
  const url = new URL(address);
  return url.origin + url.pathname;
};
