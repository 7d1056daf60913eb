/** The job that gathers the blogs: what they list goes into the archive, and how each fared beside it. */

import type { Archive } from '../../archive/archive.ts';
import { recordHealth, sourceHealth } from '../../archive/health.ts';
import { recordItems } from '../../archive/items.ts';
import type { Source, SourceStatus } from '../../edition/source.ts';
import { collect } from '../../sources/collect.ts';
import type { Fetcher } from '../../sources/http/fetcher.ts';

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
