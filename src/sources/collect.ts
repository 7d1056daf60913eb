/** Collects what the sources publish: each feed once, a failure never stopping another source, nothing remembered before it is kept. */
import type { FeedFlaw } from '../edition/flaw.ts';
import type { FeedItem } from '../edition/item.ts';
import type { Source, SourceStatus } from '../edition/source.ts';
import type { Fetcher } from './http/fetcher.ts';
import { type Listing, listingsOf } from './listing.ts';
import { createTurns, type TakeTurn } from './turns.ts';

export interface CollectOptions {
  readonly fetcher: Fetcher;
  readonly now: () => Date;
  /**
   * Stores the items of a source before it resolves; only then is the server told, next time, that we have them.
   * Called once for each feed that has news, for the first of the sources that share it, and for several sources at a time.
   * What it throws ends the collection.
   */
  readonly keep: (source: Source, items: readonly FeedItem[]) => Promise<void>;
  /** How the sources fared the last time, by name. */
  readonly previous?: ReadonlyMap<string, SourceStatus>;
  readonly onProgress?: (status: SourceStatus) => void;
  readonly signal?: AbortSignal;
}

interface Failure {
  readonly status: 'failed';
  readonly reason: string;
  readonly code: string;
}

interface Success {
  readonly status: 'ok';
  readonly items: number;
  readonly flaws?: readonly FeedFlaw[];
}

type Outcome = Success | { readonly status: 'unchanged' } | Failure;

type ReadListing = (listing: Listing, source: Source) => Promise<Outcome>;

/** How each source fared, in their order. Rejects only with what `keep` throws, or with the reason of an aborted signal. */
export async function collect(sources: readonly Source[], options: CollectOptions): Promise<readonly SourceStatus[]> {
  const inTurn = createTurns();
  const readOnce = once((listing, source) => readListing(listing, source, { ...options, inTurn }));
  const settled = await Promise.allSettled(
    sources.map(async source => {
      const outcome = await readFirst(source, listingsOf(source, options.fetcher), readOnce);
      const status = statusOf(source, outcome, options);
      options.onProgress?.(status);
      return status;
    }),
  );
  options.signal?.throwIfAborted();
  return settled.map(result => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

/** Sources that name one feed share its reading. */
function once(read: ReadListing): ReadListing {
  const readings = new Map<string, Promise<Outcome>>();
  return (listing, source) => {
    const reading = readings.get(listing.key) ?? read(listing, source);
    readings.set(listing.key, reading);
    return reading;
  };
}

const noAddress: Failure = {
  status: 'failed',
  reason: 'It has neither a feed nor a page to be read from: give one.',
  code: 'no-address',
};

/** The outcome of the first listing that can be read; where none can, all the reasons. */
async function readFirst(source: Source, listings: readonly Listing[], read: ReadListing): Promise<Outcome> {
  const failures: Failure[] = [];
  for (const listing of listings) {
    const outcome = await read(listing, source);
    if (outcome.status !== 'failed') return outcome;
    failures.push(outcome);
  }
  const last = failures.at(-1);
  if (last === undefined) return noAddress;
  return { ...last, reason: failures.map(failure => failure.reason.replace(/\.$/, '')).join('; then ') };
}

async function readListing(
  listing: Listing,
  source: Source,
  options: CollectOptions & { readonly inTurn: TakeTurn },
): Promise<Outcome> {
  const reading = await readNews(listing, options).catch(failureOf);
  if (reading.status !== 'fresh') return reading;
  const { document, news } = reading;
  await options.keep(source, clampDates(news.items, options.now()));
  await document.remember({ ttl: news.ttl });
  return { status: 'ok', items: news.items.length, ...(news.flaws && { flaws: news.flaws }) };
}

async function readNews(listing: Listing, { signal, inTurn }: Pick<CollectOptions, 'signal'> & { inTurn: TakeTurn }) {
  const document = await listing.fetch(signal);
  if (document.status === 'unchanged') return { status: 'unchanged' } as const;
  const news = await inTurn(() => listing.read(document));
  return { status: 'fresh', document, news } as const;
}

/** Whatever is wrong with a source stays with it, a fault of ours that only its text brings out included. */
function failureOf(error: unknown): Failure {
  const reason = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unexpected';
  return { status: 'failed', reason, code };
}

/** Items from the future would stay on top for months: none is newer than the moment of its collection. */
export function clampDates(items: readonly FeedItem[], now: Date): readonly FeedItem[] {
  const latest = now.toISOString();
  const isFuture = (date: string | undefined): boolean => date !== undefined && Date.parse(date) > now.getTime();
  return items.map(item => {
    if (!isFuture(item.published) && !isFuture(item.updated)) return item;
    return {
      ...item,
      ...(isFuture(item.published) && { published: latest }),
      ...(isFuture(item.updated) && { updated: latest }),
    };
  });
}

function statusOf({ name }: Source, outcome: Outcome, { previous, now }: CollectOptions): SourceStatus {
  const before = previous?.get(name);
  if (outcome.status === 'ok') return { name, ...outcome };
  if (outcome.status === 'unchanged')
    return { name, status: 'unchanged', items: before?.items ?? 0, ...(before?.flaws && { flaws: before.flaws }) };
  const since = before?.status === 'failed' ? before.since : undefined;
  return { name, ...outcome, items: 0, since: since ?? now().toISOString() };
}
