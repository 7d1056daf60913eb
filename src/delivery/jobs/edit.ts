/** The job that writes the edition of a date from what has appeared since the one before, and keeps it. */
import { isDeepStrictEqual } from 'node:util';
import type Keyv from 'keyv';
import PQueue from 'p-queue';
import { z } from 'zod';
import type { Archive } from '../../archive/archive.ts';
import {
  listEditions,
  previousEdition,
  publishedStories,
  recentEditions,
  saveEdition,
} from '../../archive/editions.ts';
import { itemsBetween, type RecordedItem } from '../../archive/items.ts';
import type { Article } from '../../edition/article.ts';
import { day, minute } from '../../edition/duration.ts';
import type { Source, SourceStatus } from '../../edition/source.ts';
import { type Edited, writeEdition } from '../../editor/edit.ts';
import { rememberedDays } from '../../editor/overview/continuity.ts';
import type { Writer } from '../../editor/writer.ts';
import type { Fetcher } from '../../sources/http/fetcher.ts';
import { fetchHtml } from '../../sources/pages/page-html.ts';
import { readArticle } from '../../sources/read.ts';
import { editionWindow, type Window } from '../window.ts';
import type { JobKind } from './jobs.ts';
import { createPageAllowance } from './page-allowance.ts';

const editData = z.object({ date: z.string() });
export type EditData = z.infer<typeof editData>;

/** Its key is the date. What fails, fails for long mostly: it is tried for half a day, and the next day's is another job. */
export const editKind: JobKind<EditData> = {
  name: 'edit',
  data: editData,
  retries: 72,
  pause: { first: 10 * minute, longest: 10 * minute },
};

export interface EditJob {
  readonly archive: Archive;
  /** Articles already read, by address: a rebuilt edition asks for no page twice. */
  readonly articles: Keyv<Article>;
  readonly fetcher: Fetcher;
  readonly sources: readonly Source[];
  readonly statuses: readonly SourceStatus[];
  readonly writer: Writer;
  readonly now: () => Date;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Local time of day at which an earlier date ended, `HH:MM`, in `timeZone`. */
  readonly at: string;
  readonly timeZone: string;
  readonly cap: number;
  readonly perSource: number;
  /** Whether an unposted edition of the date gives way. */
  readonly replace?: boolean;
  readonly onRead?: (done: number, of: number) => void;
  readonly onWritten?: (done: number, of: number) => void;
  /** Hears of each thing that the writer failed on: a sentence for the operator. */
  readonly onNote?: (sentence: string) => void;
}

/** Articles read at a time: pages of one host are still asked for one by one. */
const readersAtATime = 8;
/** How long the text of an article is kept. */
const articleLifetime = 7 * day;

/** Throws FutureDateError, and ArchiveError `exists` or `posted` where the date has an edition that does not give way. */
export const editEdition = async (job: EditJob): Promise<Edited> => {
  const { archive, date, now } = job;
  const window = await windowOf(job);
  const articles = await readArticles(await itemsBetween(archive, window.since, window.until), job);
  const result = await writeEdition({
    ...job,
    articles,
    sources: job.statuses,
    catalogue: job.sources,
    publishedAmong: ids => publishedStories(archive, ids, { except: date }),
    recent: await recentEditions(archive, date, rememberedDays),
  });
  await saveEdition(archive, result.edition, {
    until: window.until,
    builtAt: now().toISOString(),
    replace: job.replace ?? false,
    decisions: result.decisions,
  });
  return result;
};

type DatedJob = Pick<EditJob, 'archive' | 'date' | 'at' | 'timeZone' | 'now'>;

/** Whether the archive holds anything that the edition of the date could be made of. Throws FutureDateError. */
export const hasNews = async (job: DatedJob): Promise<boolean> => {
  const { since, until } = await windowOf(job);
  return (await itemsBetween(job.archive, since, until)).length > 0;
};

const windowOf = async ({ archive, date, at, timeZone, now }: DatedJob): Promise<Window> => {
  const previous = await previousEdition(archive, date);
  const own = (await listEditions(archive)).find(edition => edition.date === date);
  return editionWindow({
    date,
    at,
    timeZone,
    now: now().toISOString(),
    previousUntil: previous?.until,
    ownUntil: own?.until,
  });
};

const readArticles = async (items: readonly RecordedItem[], job: EditJob): Promise<readonly Article[]> => {
  const agents = new Map(job.sources.map(({ name, userAgent }) => [name, userAgent]));
  const readPage = createPageAllowance(job.now);
  const readOne = async ({ source, item, appeared }: RecordedItem): Promise<Article> => {
    const key = `${source} ${item.url}`;
    // An item without a date is dated by our first sight of it, so that an entry always has one.
    const dated = { ...item, published: item.published ?? appeared };
    const known = await job.articles.get(key);
    // What its blog has edited since is read anew.
    if (known && isDeepStrictEqual(known.item, dated)) return known;
    const article = await readArticle(dated, source, url =>
      readPage(source, () => fetchHtml(job.fetcher.fetchPage, url, { userAgent: agents.get(source) })),
    );
    if (article.problem === undefined) await job.articles.set(key, article, articleLifetime);
    return article;
  };
  let done = 0;
  const queue = new PQueue({ concurrency: readersAtATime });
  return queue.addAll(
    items.map(item => async () => {
      const article = await readOne(item);
      job.onRead?.(++done, items.length);
      return article;
    }),
  );
};
