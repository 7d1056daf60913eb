/** `migrate`: copies the archive in a file to a Postgres server, for a bot that is to outgrow one machine. */
import { existsSync, statSync } from 'node:fs';
import { type Archive, openArchive } from '../archive/archive.ts';
import { type CopiedTable, copyArchive } from '../archive/copy.ts';
import { openToCopy } from '../archive/copy-source.ts';
import { acquireDeliveryLock, type DeliveryLock } from '../archive/delivery-lock.ts';
import { type ArchiveAddress, archiveAddress, archiveText } from '../edition/archive-address.ts';
import { UsageError } from './errors.ts';
import type { Progress } from './progress.ts';

/**
 * Copies all but what can be recomputed, verifies it, and says what was copied and what to do next. While it runs, no process
 * delivers from the file or writes to it, which stays as it is.
 * @param from The address of a file, as DATABASE_URL has it.
 * @param to The address of a database, or the one that the settings name.
 * @throws UsageError, ArchiveError; then nothing is in the database that was not there before.
 */
export const migrateArchive = async (
  from: string,
  to: string | ArchiveAddress,
  progress: Progress,
): Promise<string> => {
  const path = fileOf(from);
  const target = databaseOf(to);
  const lock = lockOf(path);
  try {
    return await withArchive(openToCopy(path), source =>
      withArchive(openArchive(target), async archive => {
        const tables = await copyArchive(source, archive, { to: archiveText(target), onProgress: showOn(progress) });
        progress.done('Every table is verified: as many rows, and the same.');
        return reportOf(path, archiveText(target), tables);
      }),
    );
  } finally {
    lock.release();
  }
};

const fileOf = (text: string): string => {
  const address = addressOf(text, 'What is copied');
  if (!('path' in address)) throw new UsageError('What is copied is a file: name it first, and the database second.');
  const { path } = address;
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}. Name the one that DATABASE_URL named before.`);
  if (!statSync(path).isFile())
    throw new UsageError(`${path} is no file. Name the one that DATABASE_URL named before.`);
  if (statSync(path).size === 0) throw new UsageError(`${path} is empty: there is nothing to copy.`);
  return path;
};

const databaseOf = (to: string | ArchiveAddress): { readonly postgresUrl: string } => {
  const address = typeof to === 'string' ? addressOf(to, 'What it is copied to') : to;
  if ('postgresUrl' in address) return address;
  throw new UsageError(
    'What it is copied to is a Postgres database: name it second, as postgres://user:password@host:5432/digest, or in DATABASE_URL.',
  );
};

/** What is wrong is told without the text, which may have a password. */
const addressOf = (text: string, which: string): ArchiveAddress => {
  const parsed = archiveAddress.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new UsageError(`${which} ${parsed.error.issues.map(({ message }) => message).join('; ')}.`);
};

/** What is posted while the ledger is copied would be posted again from the copy. */
const lockOf = (path: string): DeliveryLock => {
  const lock = acquireDeliveryLock(path);
  if (lock !== undefined) return lock;
  throw new UsageError(
    `Another process delivers from ${path}. Stop it, and let it stay stopped: what it posts from now on would be posted again from the copy.`,
  );
};

const withArchive = async <Result>(
  opening: Promise<Archive>,
  work: (archive: Archive) => Promise<Result>,
): Promise<Result> => {
  const archive = await opening;
  try {
    return await work(archive);
  } finally {
    await archive.close();
  }
};

const doings = { copied: 'Copying', indexed: 'Indexing', verified: 'Verifying' } as const;

/** A line when another table is begun, and how far that came where somebody watches. */
const showOn = (progress: Progress) => {
  let begun = '';
  return (step: keyof typeof doings, table: string, rows: number): void => {
    const what = `${doings[step]} ${table}`;
    if (what !== begun) progress.start(what);
    begun = what;
    progress.update(`${what}: ${rows.toLocaleString('en-GB')} rows`);
  };
};

const reportOf = (path: string, to: string, tables: readonly CopiedTable[]): string => {
  const counts = tables.map(({ table, rows }) => ({ table, rows: rows.toLocaleString('en-GB') }));
  const [wide, long] = [widest(counts.map(({ table }) => table)), widest(counts.map(({ rows }) => rows))];
  const hasTokens = tables.some(({ table, rows }) => table === 'installations' && rows > 0);
  return [
    `Copied ${path} to ${to}:`,
    '',
    ...counts.map(({ table, rows }) => `  ${table.padEnd(wide)}  ${rows.padStart(long)}`),
    '',
    'The cache is not copied: it is made anew. The file is as it was.',
    `Next: set DATABASE_URL to the address of the database${hasTokens ? ', keep DIGEST_TOKEN_KEY as it is' : ''}, and start the bot.`,
    'Do not start it with the file again: what was posted since would be posted twice.',
    '',
  ].join('\n');
};

const widest = (texts: readonly string[]): number => Math.max(...texts.map(({ length }) => length));
