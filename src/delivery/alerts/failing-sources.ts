/** News of sources that have failed for days. */
import type { Archive } from '../../archive/archive.ts';
import { sourceHealth } from '../../archive/health.ts';
import { day } from '../../edition/duration.ts';
import { failureText } from '../../edition/source.ts';
import { type FindNews, troubleKeys } from './news.ts';

export interface FailingSourcesOptions {
  readonly archive: Archive;
  /** Names of the sources of the list: what was taken off it is no trouble any more. */
  readonly sources: readonly string[];
  readonly now: () => Date;
}

/** Milliseconds. A blog that is down for a day or two mends itself. */
const long = 3 * day;

const keys = troubleKeys('source-failing', 'source-reads');

/** By when the failing began as well: a source that fails again later is told of again. */
const nameOf = (source: string, since: string): string => `${since}/${source}`;
const sourceOf = (name: string): string => name.slice(name.indexOf('/') + 1);

/** Throws ArchiveError. */
export const failingSources =
  ({ archive, sources, now }: FailingSourcesOptions): FindNews =>
  async told => {
    const health = (await sourceHealth(archive)).filter(({ name }) => sources.includes(name));
    const failing = health.flatMap(({ since, ...one }) =>
      one.status === 'failed' && since !== undefined && now().getTime() - Date.parse(since) >= long
        ? [
            {
              key: keys.begun(nameOf(one.name, since)),
              text: `${one.name} has failed for three days: ${failureText({ ...one, since })}.`,
            },
          ]
        : [],
    );
    const reading = keys.open(told).flatMap(name => {
      const source = sourceOf(name);
      const isRead = health.some(one => one.name === source && one.status !== 'failed');
      return isRead ? [{ key: keys.over(name), text: `${source} can be read again.` }] : [];
    });
    return [...failing.filter(({ key }) => !told.has(key)), ...reading];
  };
