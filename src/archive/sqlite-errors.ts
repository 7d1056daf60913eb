/** What SQLite and the file system say of a file, as errors of the archive. */
import { ArchiveError } from './archive-error.ts';

/** What to say of a file that cannot be made or written. */
export const unwritable = (path: string, cause: unknown): string =>
  `The archive ${path} cannot be written (${cause instanceof Error ? cause.message : cause}). ` +
  'See to it that its folder can be written and has room, or name another file in DATABASE_URL.';

/** Runs `run`; what fails of the file at `path` is thrown as an ArchiveError, anything else as it is. */
export const withArchiveErrors = <Result>(path: string, run: () => Result): Result => {
  try {
    return run();
  } catch (error) {
    throw archiveErrorOf(path, error) ?? error;
  }
};

/** The failures that concern the file and not the statement, by SQLite's primary result codes (https://sqlite.org/rescode.html). */
const archiveErrorOf = (path: string, cause: unknown): ArchiveError | undefined => {
  switch (primaryResultCode(cause)) {
    case 3: // PERM
    case 8: // READONLY
    case 10: // IOERR
    case 13: // FULL
    case 14: // CANTOPEN
      return new ArchiveError('unwritable', unwritable(path, cause), { cause });
    case 11: // CORRUPT
    case 26: // NOTADB
      return new ArchiveError(
        'corrupt',
        `${path} is damaged or is not a database. Restore it from a copy, or move it away to start anew.`,
        { cause },
      );
    case 5: // BUSY
    case 6: // LOCKED
      return new ArchiveError(
        'busy',
        `${path} is being written by another process. Let that one end, or stop it, and try again.`,
        { cause },
      );
    default:
      return undefined;
  }
};

/** Extended result codes carry the primary one in their low byte. */
const primaryResultCode = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
