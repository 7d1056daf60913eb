/** The editions, kept whole: saved once, and from when they are posted changed by `corrections.ts` alone. */
import type { Kysely } from 'kysely';
import { daysBefore } from '../edition/dates.ts';
import { type Edition, edition as editionSchema } from '../edition/edition.ts';
import { storyId } from '../edition/story.ts';
import type { Decision } from '../editor/decisions.ts';
import type { Archive } from './archive.ts';
import { ArchiveError } from './archive-error.ts';
import { inBatches } from './batches.ts';
import { insertDecisions } from './decisions.ts';
import { insertEntries } from './entries.ts';
import { held } from './row-locks.ts';
import { readStored, storedInstant } from './stored.ts';
import { mayStand, type Tables } from './tables.ts';
import { changeVersion } from './version.ts';

/** What is known of an edition apart from what stands in it. Instants are ISO 8601 in UTC. */
export interface EditionRecord {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly title: string;
  /** The end of the time that it covers, included. */
  readonly until: string;
  readonly builtAt: string;
  /** Absent until it is posted. */
  readonly postedAt?: string;
}

export interface SaveOptions {
  /** The end of the time that the edition covers, and the time of writing: instants. */
  readonly until: string;
  readonly builtAt: string;
  /** Whether an edition of the same date gives way, with what was planned of it for channels, if nothing of it was sent. */
  readonly replace?: boolean;
  /** Why each article of its time is where it is, in the order of the edition. Default: nobody knows. */
  readonly decisions?: readonly Decision[];
}

/**
 * Keeps an edition.
 * @throws ArchiveError `posted` where the edition of that date was posted or is being sent, `exists` where there is one and `replace`
 *   is not set. ZodError where it is not an edition, which could not be read again.
 */
export const saveEdition = async (
  { db, engine }: Archive,
  edition: Edition,
  { until, builtAt, replace = false, decisions = [] }: SaveOptions,
): Promise<void> => {
  const document = editionSchema.parse(edition);
  await db.transaction().execute(async transaction => {
    await engine.serialise(transaction, 'editions');
    await makeRoom({ db: transaction, engine }, document.date, replace);
    await transaction
      .insertInto('editions')
      .values({
        date: document.date,
        title: document.title,
        edition: JSON.stringify(document),
        until: storedInstant(until),
        built_at: storedInstant(builtAt),
        posted_at: null,
      })
      .execute();
    await insertEntries({ db: transaction, engine }, document);
    await insertStories(transaction, document);
    await insertDecisions(transaction, document.date, decisions);
    await changeVersion(transaction);
  });
};

/** Notes that the edition of `date` was posted at `at`, an instant; from then on it stays as it is. The first time counts. */
export const markPosted = async ({ db }: Pick<Archive, 'db'>, date: string, at: string): Promise<void> => {
  await db
    .updateTable('editions')
    .set({ posted_at: storedInstant(at) })
    .where('posted_at', 'is', null)
    .where('date', '=', date)
    .execute();
};

/**
 * The edition of `date`, `YYYY-MM-DD`, where there is one.
 * @throws ArchiveError `corrupt`.
 */
export const getEdition = async ({ db, engine }: Archive, date: string): Promise<Edition | undefined> => {
  const row = await db
    .selectFrom('editions')
    .select(engine.document('edition').as('document'))
    .where('date', '=', date)
    .executeTakeFirst();
  return row && readStored(editionSchema, row.document, `the edition of ${date}`);
};

/**
 * The edition of the latest date, where there is any.
 * @throws ArchiveError `corrupt`.
 */
export const latestEdition = async (archive: Archive): Promise<Edition | undefined> => {
  const row = await archive.db
    .selectFrom('editions')
    .select('date')
    .orderBy('date', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && getEdition(archive, row.date);
};

/** The editions of so many `days` before `date`, newest first. One that cannot be read is left out, so that it stops no other. */
export const recentEditions = async ({ db }: Archive, date: string, days: number): Promise<readonly Edition[]> => {
  const rows = await db
    .selectFrom('editions')
    .select('edition')
    .where('date', '<', date)
    .where('date', '>=', daysBefore(date, days))
    .orderBy('date', 'desc')
    .execute();
  return rows.flatMap(row => soundEdition(row.edition) ?? []);
};

/** The edition of the latest date before `date`, where there is any. */
export const previousEdition = async ({ db }: Archive, date: string): Promise<EditionRecord | undefined> => {
  const row = await editionRows(db).where('date', '<', date).limit(1).executeTakeFirst();
  return row && editionRecord(row);
};

/** All editions, newest first. */
export const listEditions = async ({ db }: Archive): Promise<readonly EditionRecord[]> =>
  (await editionRows(db).execute()).map(editionRecord);

/**
 * Which of these stories (`storyId`) an edition other than that of `date` has told or listed, so that no story is
 * digested twice and a date can be rebuilt from its own stories.
 */
export const publishedStories = async (
  { db }: Archive,
  ids: readonly string[],
  { except }: { readonly except: string },
): Promise<ReadonlySet<string>> => {
  const rows = await Promise.all(
    inBatches(ids).map(batch =>
      db.selectFrom('stories').select('id').where('id', 'in', batch).where('edition', '<>', except).execute(),
    ),
  );
  return new Set(rows.flat().map(({ id }) => id));
};

const soundEdition = (text: string): Edition | undefined => {
  try {
    return readStored(editionSchema, text, 'a recent edition');
  } catch (error) {
    if (error instanceof ArchiveError) return undefined;
    throw error;
  }
};

const editionRows = (db: Kysely<Tables>) =>
  db.selectFrom('editions').select(['date', 'title', 'until', 'built_at', 'posted_at']).orderBy('date', 'desc');

const editionRecord = (row: {
  readonly date: string;
  readonly title: string;
  readonly until: string;
  readonly built_at: string;
  readonly posted_at: string | null;
}): EditionRecord => ({
  date: row.date,
  title: row.title,
  until: row.until,
  builtAt: row.built_at,
  ...(row.posted_at !== null && { postedAt: row.posted_at }),
});

/** Removes the edition of `date`, with its entries, stories and decisions (they cascade), if it may go. */
const makeRoom = async (archive: Pick<Archive, 'db' | 'engine'>, date: string, replace: boolean): Promise<void> => {
  const { db } = archive;
  // From here on nothing of it is planned.
  const edition = db.selectFrom('editions').select('posted_at').where('date', '=', date);
  const existing = await held(archive, edition).executeTakeFirst();
  if (existing === undefined) return;
  if (existing.posted_at !== null) throw posted(date, `was posted at ${existing.posted_at}`);
  if (!replace) {
    throw new ArchiveError('exists', `There is an edition of ${date} already. Ask for it to be replaced, or keep it.`);
  }
  // From here on no part of it is begun to be sent. The fate of one that is being sent is not known: it may stand already.
  await held(archive, db.selectFrom('deliveries').select('key').where('edition', '=', date).orderBy('key')).execute();
  if (await isBeingSent(db, date)) throw posted(date, 'is being posted');
  await forgetDeliveries(db, date);
  await db.deleteFrom('editions').where('date', '=', date).execute();
};

const posted = (date: string, how: string): ArchiveError =>
  new ArchiveError('posted', `The edition of ${date} ${how} and stays as it was posted.`);

const isBeingSent = async (db: Kysely<Tables>, date: string): Promise<boolean> => {
  const part = await db
    .selectFrom('parts')
    .innerJoin('deliveries', 'deliveries.key', 'parts.delivery')
    .select('parts.ordinal')
    .where('deliveries.edition', '=', date)
    .where('parts.state', 'in', mayStand)
    .limit(1)
    .executeTakeFirst();
  return part !== undefined;
};

/** The channels' plans are made anew, of the edition that takes its place. Their parts cascade. */
const forgetDeliveries = async (db: Kysely<Tables>, date: string): Promise<void> => {
  const plans = db.selectFrom('deliveries').select('plan').where('edition', '=', date);
  await db.deleteFrom('plans').where('plan', 'in', plans).execute();
  await db.deleteFrom('deliveries').where('edition', '=', date).execute();
};

const insertStories = async (db: Kysely<Tables>, { date, deepDives, alsoPublished }: Edition): Promise<void> => {
  const ids = new Set([...deepDives.map(({ id }) => id), ...alsoPublished.map(({ url }) => storyId(url))]);
  if (ids.size === 0) return;
  await db
    .insertInto('stories')
    .values([...ids].map(id => ({ id, edition: date })))
    .execute();
};
