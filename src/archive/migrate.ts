/** Brings the schema of an archive up to date, whoever else does so or writes at the time. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { ArchiveError } from './archive-error.ts';
import type { Engine } from './engine.ts';
import type { Tables } from './tables.ts';

type Steps = Readonly<Record<string, Migration>>;

interface Where {
  /** Where the archive is, for messages. */
  readonly location: string;
  readonly engine: Pick<Engine, 'serialise' | 'tables'>;
}

/**
 * Brings the schema of `db` up to date, all steps or none, while no other process does. Where there is nothing to do it waits
 * for nobody, so that processes start beside one that takes long.
 * @throws ArchiveError as `missingSteps` does; `busy` where another process has been taking the steps for too long.
 */
export const migrate = async (db: Kysely<Tables>, steps: Steps, where: Where): Promise<void> => {
  if ((await missingSteps(db, steps, where)).length === 0) return;
  await db.transaction().execute(async transaction => {
    await takeTurn(() => where.engine.serialise(transaction, 'migrations'), where.location);
    await takeSteps(transaction, steps, await missingSteps(transaction, steps, where));
  });
};

/**
 * The names of the steps that were not taken yet, in their order; all of them where there is nothing yet.
 * @throws ArchiveError `newer-schema` where a later version of this program took steps that this one does not know, `foreign`
 *   where the tables are another program's.
 */
export const missingSteps = async (
  db: Kysely<Tables>,
  steps: Steps,
  { location, engine }: Where,
): Promise<readonly string[]> => {
  const known = Object.keys(steps);
  const taken = await stepsTaken(db, engine, location);
  checkOurs(taken, known, location);
  return known.filter(name => !taken.includes(name)).toSorted();
};

/**
 * Kysely's own migrator would hide why a step failed, since it asks on in the transaction that is lost by then; its table is
 * kept, in which archives have their steps.
 */
const takeSteps = async (db: Kysely<Tables>, steps: Steps, names: readonly string[]): Promise<void> => {
  await sql`
    create table if not exists kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null)`.execute(
    db,
  );
  for (const name of names) {
    await steps[name]?.up(db);
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
