/** Reads every source now, and shows how far it is. */
import { recordHealth, sourceHealth } from '../archive/health.ts';
import { systemClock } from '../delivery/clock.ts';
import { collectJobs, collectKind, collectSources } from '../delivery/jobs/collect.ts';
import type { Jobs } from '../delivery/jobs/jobs.ts';
import { counted } from '../edition/counted.ts';
import { minute, second } from '../edition/duration.ts';
import type { SourceStatus } from '../edition/source.ts';
import type { Parts } from './parts.ts';
import type { Progress } from './progress.ts';

export const isFailed = ({ status }: SourceStatus): boolean => status === 'failed';

/** Returns how each source fared, in their order. */
export const gather = async (parts: Parts, progress: Progress): Promise<readonly SourceStatus[]> => {
  const sources = counted(parts.sources.length, 'source');
  let done = 0;
  progress.start(`Reading ${sources}`);
  const statuses = await collectSources({
    ...parts,
    onProgress: ({ name }) => progress.update(`Reading ${sources}: ${++done}, ${name}`),
  });
  progress.done(`Read ${statuses.length - statuses.filter(isFailed).length} of ${sources}`);
  return statuses;
};

/** As `gather` does. */
export type Gather = typeof gather;

/** Milliseconds that the reading of all sources may take, and between looks at how far it is. */
const longestReading = 5 * minute;
const betweenLooks = second / 2;

/**
 * By all processes that have room, each source on its own. What nobody has read in time counts as failed.
 * @param stopping Once it is aborted, nothing is waited for.
 */
export const gatherByJobs =
  (jobs: Pick<Jobs, 'ask'>, stopping: AbortSignal): Gather =>
  async ({ archive, sources, now }, progress) => {
    const all = counted(sources.length, 'source');
    const since = now().getTime() - lately;
    const latest = systemClock.now().getTime() + longestReading;
    progress.start(`Reading ${all}`);
    await jobs.ask(collectKind, collectJobs(sources));
    for (;;) {
      const health = new Map((await sourceHealth(archive)).map(one => [one.name, one]));
      const read = sources.flatMap(({ name }) => {
        const one = health.get(name);
        return one !== undefined && Date.parse(one.checkedAt) >= since ? [one] : [];
      });
      progress.update(`Reading ${all}: ${read.length}`);
      const isOver = stopping.aborted || systemClock.now().getTime() > latest;
      if (read.length < sources.length && !isOver) {
        await systemClock.pause(betweenLooks, stopping);
        continue;
      }
      const unread = sources.filter(({ name }) => !read.some(one => one.name === name));
      const late = unread.map(({ name }) => unreadStatus(name, health.get(name)?.since ?? now().toISOString()));
      await recordHealth(archive, late, now().toISOString());
      const statuses = new Map([...read, ...late].map(one => [one.name, one]));
      progress.done(`Read ${read.filter(one => !isFailed(one)).length} of ${all}`);
      return sources.flatMap(({ name }) => statuses.get(name) ?? []);
    }
  };

/** Milliseconds before, within which what was read is new enough: the clocks of two machines differ by as much. */
const lately = minute;

const unreadStatus = (name: string, since: string): SourceStatus => ({
  name,
  status: 'failed',
  items: 0,
  reason: 'No process of the bot has read it within five minutes.',
  code: 'not-read',
  since,
});
