/** Makes the file of a database. */
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { ArchiveError } from './archive-error.ts';
import { unwritable } from './sqlite-errors.ts';

/** Whoever may write in a folder may put another file in the place of the archive, though they cannot read it. */
const folderMode = 0o755;

/** Step by step, since a recursive `mkdirSync` never returns where the system denies that a folder exists, as under /proc. */
const makeFolder = (path: string): void => {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: folderMode });
  } catch (error) {
    // Another process may have made it in the meantime.
    if (!existsSync(path)) throw error;
  }
};

/**
 * Makes the file at `path`, with its folders, if it does not exist: before SQLite does, for its mode, so that only its
 * owner can read it. SQLite gives the log files beside it the same mode. One that exists is not opened, since to close it
 * would drop the locks that SQLite holds on it for this process (https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_).
 * @throws ArchiveError `unwritable`.
 */
export const makeFile = (path: string): void => {
  if (existsSync(path)) return;
  try {
    makeFolder(dirname(path));
    closeSync(openSync(path, 'a', 0o600));
  } catch (cause) {
    throw new ArchiveError('unwritable', unwritable(path, cause), { cause });
  }
};
