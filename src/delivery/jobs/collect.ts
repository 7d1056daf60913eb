/** The job that gathers the blogs: what they list goes into the archive, and how each fared beside it. */
import { z } from 'zod';
import type { Archive } from '../../archive/archive.ts';
import { recordHealth, sourceHealth } from '../../archive/health.ts';
import { recordItems } from '../../archive/items.ts';
import { minute, second } from '../../edition/duration.ts';
import type { Source, SourceStatus } from '../../edition/source.ts';
import { collect } from '../../sources/collect.ts';
import type { Fetcher } from '../../sources/http/fetcher.ts';
import type { Ask, JobKind } from './jobs.ts';

const collectData = z.object({ names: z.array(z.string()) });
export type CollectData = z.infer<typeof collectData>;

/** That a source cannot be read is no failure: it is kept beside it. */
export const collectKind: JobKind<CollectData> = {
  name: 'collect',
  data: collectData,
  retries: 2,
  pause: { first: 10 * second, longest: minute },
};

/** A job for each source, or for those that share a feed, which is read once; those of one host in turn, as one asks politely. */
export const collectJobs = (sources: readonly Source[]): readonly Ask<CollectData>[] =>
  [...Map.groupBy(sources, ({ feeds, site }) => feeds[0] ?? site)].map(([address, alike]) => ({
    key: address,
    data: { names: alike.map(({ name }) => name) },
    group: { id: URL.parse(address)?.host ?? address, most: 1 },
  }));

export interface CollectJob {
  readonly archive: Archive;
  readonly fetcher: Fetcher;
  readonly sources: readonly Source[];
  readonly now: () => Date;
  readonly onProgress?: (status: SourceStatus) => void;
}

/** Idempotent: an item that is known is not recorded again. Returns how each source fared, failures with their cause and since when. */
export const collectSources = async ({
  archive,
  sources,
  now,
  ...rest
}: CollectJob): Promise<readonly SourceStatus[]> => {
  const previous = new Map((await sourceHealth(archive)).map(health => [health.name, health]));
  const statuses = await collect(sources, {
    ...rest,
    now,
    previous,
    keep: async (source, items) => void (await recordItems(archive, source.name, items, now().toISOString())),
  });
  return recordHealth(archive, statuses, now().toISOString());
};
