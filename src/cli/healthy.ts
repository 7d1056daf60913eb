/** `healthy`: whether a process of this machine, or of this container, is at work on the archive, as a health check asks. */
import { hostname } from 'node:os';
import { openArchive } from '../archive/archive.ts';
import type { ArchiveAddress } from '../edition/archive-address.ts';

/** Throws ArchiveError where the archive does not answer, without which no process works. */
export const isAtWork = async (database: ArchiveAddress, host = hostname()): Promise<boolean> => {
  if ('path' in database) return isHeld(database);
  const { openPostgresJobs } = await import('../delivery/jobs/on-postgres.ts');
  // What fails of a query is thrown by that.
  const jobs = await openPostgresJobs({ ...database, tell: () => {} });
  try {
    return (await jobs.instances()).some(instance => instance.host === host);
  } finally {
    await jobs.stop();
  }
};

/** Whether another process has the lock of a file. To ask takes it, which is given back at once. */
const isHeld = async (file: ArchiveAddress): Promise<boolean> => {
  const archive = await openArchive(file);
  try {
    const lock = await archive.acquireDeliveryLock();
    lock?.release();
    return lock === undefined;
  } finally {
    await archive.close();
  }
};
