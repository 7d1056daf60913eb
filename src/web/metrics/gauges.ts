/** How things stand at the moment of a reading: what the archive holds, and the jobs that wait. */
import { Gauge, Registry } from 'prom-client';
import type { Archive } from '../../archive/archive.ts';
import { figures } from '../../archive/figures.ts';
import { sourceHealth } from '../../archive/health.ts';
import { within } from '../../chat/within.ts';
import type { Jobs } from '../../delivery/jobs/jobs.ts';
import { second } from '../../edition/duration.ts';
import { outcomes, platforms } from './meter.ts';

export interface GaugesOptions {
  readonly archive: Archive;
  readonly now: () => Date;
  /** Names of the sources of the list: what was taken off it is told of no more. */
  readonly sources: readonly string[];
  /** Absent where the process has none. */
  readonly jobs?: Pick<Jobs, 'depths' | 'deadLetters'> | undefined;
}

interface Reading {
  readonly name: string;
  readonly help: string;
  /** By which the values are told apart; absent where there is but one. */
  readonly label?: string;
  /** By value of the label. */
  readonly values: Iterable<readonly [string, number]>;
}

/** Milliseconds. Whoever reads the metrics gives up after ten seconds, and is to have the rest of them. */
const patience = 2 * second;

/** What cannot be learnt now is missing. Never rejects. */
export const gaugesNow = async (options: GaugesOptions): Promise<Registry> => {
  const [ofArchive, ofJobs] = await Promise.all([learnt(readArchive(options)), learnt(readJobs(options))]);
  const up = single('digest_archive_up', 'Whether the archive answers: 1 or 0.', ofArchive === undefined ? 0 : 1);
  const registry = new Registry();
  for (const { name, help, label, values } of [up, ...(ofArchive ?? []), ...(ofJobs ?? [])]) {
    const gauge = new Gauge({ name, help, labelNames: label === undefined ? [] : [label], registers: [registry] });
    for (const [value, number] of values) gauge.set(label === undefined ? {} : { [label]: value }, number);
  }
  return registry;
};

/** Undefined where it fails or takes too long. */
const learnt = (reading: Promise<readonly Reading[]>): Promise<readonly Reading[] | undefined> =>
  within(patience, reading).catch(() => undefined);

const single = (name: string, help: string, value: number): Reading => ({ name, help, values: [['', value]] });

const readArchive = async ({ archive, now, sources }: GaugesOptions): Promise<readonly Reading[]> => {
  const { subscriptions, newest } = await figures(archive);
  const health = (await sourceHealth(archive)).filter(({ name }) => sources.includes(name));
  const age = (instant: string): number => (now().getTime() - Date.parse(instant)) / second;
  return [
    {
      name: 'digest_sources',
      help: 'Sources of the list, by how their last reading went.',
      label: 'status',
      values: outcomes.map(status => [status, health.filter(one => one.status === status).length]),
    },
    {
      name: 'digest_subscriptions',
      help: 'Channels that are subscribed, by platform.',
      label: 'platform',
      values: platforms.map(platform => [platform, subscriptions.get(platform) ?? 0]),
    },
    ...(newest === undefined
      ? []
      : [single('digest_last_edition_age_seconds', 'Seconds since the last edition was made.', age(newest.builtAt))]),
    ...(newest?.postedAt === undefined
      ? []
      : [
          single(
            'digest_last_edition_posting_age_seconds',
            'Seconds since the first part of the last edition was posted; missing until then.',
            age(newest.postedAt),
          ),
        ]),
  ];
};

const readJobs = async ({ jobs }: GaugesOptions): Promise<readonly Reading[]> => {
  if (jobs === undefined) return [];
  const depths = await jobs.depths();
  const letters = await jobs.deadLetters();
  const byKind = { label: 'kind' } as const;
  return [
    {
      ...byKind,
      name: 'digest_jobs_waiting',
      help: 'Jobs that wait to be done, by kind.',
      values: depths.map(({ kind, waiting }) => [kind, waiting]),
    },
    {
      ...byKind,
      name: 'digest_jobs_in_hand',
      help: 'Jobs that are being done, by kind.',
      values: depths.map(({ kind, inHand }) => [kind, inHand]),
    },
    {
      ...byKind,
      name: 'digest_jobs_dead',
      help: 'Jobs that failed for good and wait for the operator, by kind.',
      values: depths.map(({ kind }) => [kind, letters.filter(letter => letter.kind === kind).length]),
    },
  ];
};
