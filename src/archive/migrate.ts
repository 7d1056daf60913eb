/** Brings the schema of an archive up to date, whoever else does so or writes at the time. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { ArchiveError } from './archive-error.ts';
import type { Engine } from './engine.ts';
import type { Tables } from './tables.ts';

/**
 * Brings the schema of `db` up to date, all steps or none, while no other process does. Where there is nothing to do it waits
 * for nobody, so that processes start beside one that takes long.
 * @param location Where the archive is, for messages.
 * @throws ArchiveError `newer-schema` where a later version of this program took steps that this one does not know, `foreign`
 *   where the tables are another program's, `busy` where another process has been taking the steps for too long.
 */
export const migrate = async (
  db: Kysely<Tables>,
  steps: Readonly<Record<string, Migration>>,
  { location, engine }: { readonly location: string; readonly engine: Pick<Engine, 'serialise' | 'tables'> },
): Promise<void> => {
  const known = Object.keys(steps);
  const taken = async (present: Kysely<Tables>): Promise<readonly string[]> => {
    const names = await stepsTaken(present, engine, location);
    checkOurs(names, known, location);
    return names;
  };
  const before = await taken(db);
  if (known.every(name => before.includes(name))) return;
  await db.transaction().execute(async transaction => {
    await takeTurn(() => engine.serialise(transaction, 'migrations'), location);
    await takeSteps(transaction, steps, await taken(transaction));
  });
};

/**
 * In the order of their names. Kysely's own migrator would hide why a step failed, since it asks on in the transaction that
 * is lost by then; its table is kept, in which archives have their steps.
 */
const takeSteps = async (
  db: Kysely<Tables>,
  steps: Readonly<Record<string, Migration>>,
  taken: readonly string[],
): Promise<void> => {
  await sql`
    create table if not exists kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null)`.execute(
    db,
  );
  const missing = Object.entries(steps).filter(([name]) => !taken.includes(name));
  for (const [name, step] of missing.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await step.up(db);
    await sql`insert into kysely_migration values (${name}, ${new Date().toISOString()})`.execute(db);
  }
};

const stepsTaken = async (
  db: Kysely<Tables>,
  { tables }: Pick<Engine, 'tables'>,
  location: string,
): Promise<readonly string[]> => {
  const { rows: names } = await tables.execute(db);
  if (names.length === 0) return [];
  if (!names.some(({ name }) => name === 'kysely_migration')) throw foreign(location);
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map(({ name }) => name);
};

const checkOurs = (taken: readonly string[], known: readonly string[], location: string): void => {
  const [first = ''] = known;
  if (taken.length > 0 && !taken.includes(first)) throw foreign(location);
  const unknown = taken.filter(name => !known.includes(name));
  if (unknown.length === 0) return;
  throw new ArchiveError(
    'newer-schema',
    `A later version of this program wrote ${location} (it has ${unknown.join(', ')}). ` +
      'Update the program, or name another archive in DATABASE_URL.',
  );
};

const foreign = (location: string): ArchiveError =>
  new ArchiveError(
    'foreign',
    `Another program has its tables in ${location}. Name another database for the archive in DATABASE_URL.`,
  );

const takeTurn = async (wait: () => Promise<void>, location: string): Promise<void> => {
  try {
    await wait();
  } catch (cause) {
    if (!(cause instanceof ArchiveError) || cause.code !== 'busy') throw cause;
    throw new ArchiveError(
      'busy',
      `Another process has been bringing ${location} up to date for a while. Let it end and start this one again; ` +
        'where it hangs, end it, and nothing of what it did is left.',
      { cause },
    );
  }
};
