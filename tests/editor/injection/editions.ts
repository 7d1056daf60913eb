/** Editions of a day with one attempt and two harmless stories, made as the product makes them: page, article, edition. */
import Keyv from 'keyv';
import type { Article } from '../../../src/edition/article.ts';
import type { Edition } from '../../../src/edition/edition.ts';
import type { Source } from '../../../src/edition/source.ts';
import { writeEdition } from '../../../src/editor/edit.ts';
import { extractiveWriter } from '../../../src/editor/extractive.ts';
import { createModelWriter } from '../../../src/editor/model/model-writer.ts';
import type { Writer } from '../../../src/editor/writer.ts';
import { readArticle } from '../../../src/sources/read.ts';
import type { ModelServer } from '../../servers/model/server.ts';
import { asking, at } from '../model/asking.ts';
import type { Attempt } from './attempt.ts';
import { pageOf } from './page.ts';
import { bystanders, hosts } from './stories.ts';

const date = '2026-04-01';

const catalogue: readonly Source[] = ['Tern', ...Object.keys(bystanders)].map(company => ({
  name: `${company} Engineering`,
  company,
  site: `https://${company.toLowerCase()}.example`,
  feeds: [],
}));

/** The article at the page of a company's blog, read as any other. */
const articleOf = (company: string, title: string, html: string): Promise<Article> => {
  const url = `https://${company.toLowerCase()}.example/story`;
  const item = { id: url, url, title, published: `${date}T05:00:00Z`, authors: [], categories: [] };
  return readArticle(item, `${company} Engineering`, async () => ({ url, html }));
};

const harmless = Object.entries(bystanders).map(([company, story]) => articleOf(company, story.title, pageOf(story)));

export const attackedArticle = ({ host, puts }: Pick<Attempt, 'host' | 'puts'>): Promise<Article> =>
  articleOf('Tern', puts.title ?? hosts[host].title, pageOf(hosts[host], puts));

/** What an edition is made of; `attempt` absent where nobody attacks. */
export const articlesOf = async (attempt?: Pick<Attempt, 'host' | 'puts'>): Promise<readonly Article[]> => [
  ...(attempt ? [await attackedArticle(attempt)] : []),
  ...(await Promise.all(harmless)),
];

const editionBy = async (writer: Writer, articles: readonly Article[]): Promise<Edition> =>
  (await writeEdition({ date, articles, sources: [], catalogue, writer })).edition;

export const quotedEdition = (articles: readonly Article[]): Promise<Edition> => editionBy(extractiveWriter, articles);

export type Provider = Parameters<typeof at>[1];

/** As the model at `server` writes it. */
export const writtenEdition = (
  server: ModelServer,
  articles: readonly Article[],
  { cache = new Keyv(), provider = 'address' }: { cache?: Keyv; provider?: Provider } = {},
): Promise<Edition> => {
  const { asker } = asking({ ...at(server, provider), cache, window: 32_768 });
  return editionBy(createModelWriter(asker), articles);
};

type Entries = Pick<Edition, 'deepDives'>;

export const entryOfTern = ({ deepDives }: Entries) => deepDives.find(({ source }) => source === 'Tern Engineering');
export const entriesOfOthers = ({ deepDives }: Entries) =>
  deepDives.filter(({ source }) => source !== 'Tern Engineering');
