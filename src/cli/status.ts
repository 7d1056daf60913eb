/** `status`: who does the work of several processes, what waits to be done, and what failed for good. */
import type { DeadLetter, Depth } from '../delivery/jobs/jobs.ts';
import type { Instance, PostgresJobs } from '../delivery/jobs/on-postgres.ts';
import { describeDelivery } from '../delivery/schedule.ts';
import { type ArchiveAddress, archiveText } from '../edition/archive-address.ts';
import { counted } from '../edition/counted.ts';
import { minute } from '../edition/duration.ts';
import { UsageError } from './errors.ts';
import type { StatusFormat } from './formats.ts';

export interface StatusOptions {
  readonly format: StatusFormat;
  /** Whether what failed for good is given another chance first. */
  readonly retry?: boolean | undefined;
}

interface Status {
  readonly processes: readonly Instance[];
  readonly jobs: readonly Depth[];
  readonly deadLetters: readonly DeadLetter[];
  /** How many dead letters were given another chance. */
  readonly retried?: number;
}

interface Circumstances {
  readonly now: Date;
  readonly timeZone: string;
}

/** Throws UsageError where the archive is a file, and ArchiveError. */
export const status = async (
  database: ArchiveAddress,
  options: StatusOptions,
  circumstances: Circumstances,
): Promise<string> => {
  if ('path' in database) {
    throw new UsageError(
      `The archive ${database.path} is for one process, which keeps its jobs in its memory. ` +
        '`doctor` says whether it runs and which channels wait; /digest status in a channel says so of that one.',
    );
  }
  const { openPostgresJobs } = await import('../delivery/jobs/on-postgres.ts');
  // What fails of a query is thrown by that.
  const jobs = await openPostgresJobs({ ...database, tell: () => {} });
  try {
    const found = await look(jobs, options);
    if (options.format === 'json') return `${JSON.stringify(found, null, 2)}\n`;
    return statusText(archiveText(database), found, circumstances);
  } finally {
    await jobs.stop();
  }
};

const look = async (jobs: PostgresJobs, { retry = false }: StatusOptions): Promise<Status> => ({
  ...(retry && { retried: await jobs.revive() }),
  processes: await jobs.instances(),
  jobs: await jobs.depths(),
  deadLetters: await jobs.deadLetters(),
});

const statusText = (
  where: string,
  { processes, jobs, deadLetters, retried }: Status,
  circumstances: Circumstances,
): string => {
  const lines = [
    ...(retried === undefined ? [] : [`${counted(retried, 'job is', 'jobs are')} tried again.`]),
    `${counted(processes.length, 'process is', 'processes are')} at work on ${where}${processes.length === 0 ? '.' : ':'}`,
    ...processes.map(one => `  ${processText(one, circumstances)}`),
    ...(processes.some(({ name }) => name !== 'bot')
      ? []
      : ['  None of them delivers. Start one: `run --role worker`.']),
    jobs.length === 0 ? 'Nobody has asked for a job yet.' : 'Jobs:',
    ...jobs.map(one => `  ${depthText(one, circumstances)}`),
    deadLetters.length === 0 ? 'No job has failed for good.' : `${counted(deadLetters.length, 'job')} failed for good:`,
    ...deadLetters.map(one => `  ${deadText(one, circumstances)}`),
    ...(deadLetters.length === 0 ? [] : ['Once the cause is mended, `status --retry` has them tried again.']),
  ];
  return `${lines.join('\n')}\n`;
};

const timeText = (instant: string, { timeZone }: Circumstances): string =>
  `${describeDelivery({ instant }, timeZone)}, ${timeZone}`;

const processText = ({ name, host, pid, since }: Instance, circumstances: Circumstances): string =>
  `${name} on ${host}, process ${pid}, since ${timeText(since, circumstances)}`;

const depthText = ({ kind, waiting, inHand, oldest }: Depth, { now }: Circumstances): string => {
  const minutes = oldest === undefined ? 0 : Math.floor((now.getTime() - Date.parse(oldest)) / minute);
  const age = minutes < 1 ? '' : `, the oldest for ${counted(minutes, 'minute')}`;
  return `${kind}: ${waiting} waiting${age}, ${inHand} in hand`;
};

const deadText = ({ kind, key, reason, since }: DeadLetter, circumstances: Circumstances): string =>
  `${kind} ${key}, since ${timeText(since, circumstances)}: ${reason}`;
