/** Who delivers from an archive: one process at a time, by a lock that the operating system frees however that process ends. */
import { realpathSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { ArchiveError } from './archive-error.ts';
import { makeFile } from './database-file.ts';
import { withArchiveErrors } from './sqlite-errors.ts';

/** Held until it is released, or the process ends. */
export interface DeliveryLock {
  /** Lets another process deliver. May be called again, which does nothing. */
  release(): void;
}

/** Those held by this process: a connection that nothing refers to would be closed, and its lock with it. */
const held = new Set<DatabaseSync>();

/**
 * Takes the lock of the archive in the file at `path`; undefined where it is held already, by another process or this
 * one. A process that is stopped (SIGSTOP) still holds it. An archive in memory (`:memory:`) is nobody else's.
 *
 * It is an exclusive transaction, never ended, on an empty second file beside the archive. That file is left where it is:
 * whoever removed it would let two processes each lock a file of their own.
 * @throws ArchiveError `unwritable`.
 */
export const acquireDeliveryLock = (path: string): DeliveryLock | undefined => {
  if (path === ':memory:') return { release: () => {} };
  makeFile(path);
  const lockPath = `${realpathSync(path)}.delivering`;
  makeFile(lockPath);
  const database = withArchiveErrors(lockPath, () => new DatabaseSync(lockPath, { timeout: 0 }));
  try {
    // In memory, since a journal beside the file would need room on a disk that may be full.
    withArchiveErrors(lockPath, () => database.exec('pragma journal_mode = memory; begin exclusive'));
  } catch (error) {
    database.close();
    if (error instanceof ArchiveError && error.code === 'busy') return undefined;
    throw error;
  }
  held.add(database);
  return {
    release: () => {
      if (held.delete(database)) database.close();
    },
  };
};
