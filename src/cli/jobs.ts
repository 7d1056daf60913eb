/** The jobs of a run: its own where it works alone, those of all processes where the archive is on a server. */
import { systemClock } from '../delivery/clock.ts';
import { createInProcessJobs } from '../delivery/jobs/in-process.ts';
import type { Jobs } from '../delivery/jobs/jobs.ts';
import type { ArchiveAddress } from '../edition/archive-address.ts';
import type { Role } from './role.ts';

export interface OpenedJobs {
  readonly jobs: Jobs;
  /** How many processes are alive that do jobs. Throws ArchiveError. */
  readonly workers: () => Promise<number>;
}

interface Opening {
  readonly role: Role;
  /** Is told of what fails and is tried again. */
  readonly tell: (error: unknown) => void;
  /** Once it is aborted, nothing is begun any more. */
  readonly stopping: AbortSignal;
}

/** Throws ArchiveError. */
export const openJobs = async (database: ArchiveAddress, { role, tell, stopping }: Opening): Promise<OpenedJobs> => {
  if ('path' in database) {
    return { jobs: createInProcessJobs({ clock: systemClock, stopping }), workers: async () => 1 };
  }
  const { openPostgresJobs } = await import('../delivery/jobs/on-postgres.ts');
  const jobs = await openPostgresJobs({ ...database, name: role, tell });
  return { jobs, workers: async () => (await jobs.instances()).filter(({ name }) => name !== 'bot').length };
};
