/** Corrects what editions say of stories whose blogs changed a headline or an address since. What was posted stays as it is. */
import type { Kysely } from 'kysely';
import { type AlsoPublished, type Edition, type Entry, edition as editionSchema } from '../edition/edition.ts';
import { canonicalUrl, storyId, withoutCampaign } from '../edition/story.ts';
import { withoutInvisible } from '../editor/safety/invisible.ts';
import type { Archive } from './archive.ts';
import { type Edit, isMove, isSeen } from './edited-items.ts';
import { insertEntries } from './entries.ts';
import { readStored, storedInstant } from './stored.ts';
import type { Tables } from './tables.ts';
import { changeVersion } from './version.ts';

/**
 * Gives the entries and the lists of editions the headlines and addresses that `source` has for their stories since `at`, an
 * instant. What is said of a story stays: it is supported by the article as it was read. Belongs into the transaction that
 * keeps the edits.
 * @throws ArchiveError `corrupt`.
 */
export const correctEditions = async (
  { db, engine }: Pick<Archive, 'db' | 'engine'>,
  source: string,
  edits: readonly Edit[],
  at: string,
): Promise<void> => {
  const seen = edits.filter(isSeen);
  if (seen.length === 0) return;
  await engine.serialise(db, 'editions');
  for (const edit of seen) {
    const edition = await editionCovering(db, edit.appeared);
    if (edition === undefined) continue;
    const corrected = withCorrection(edition, source, edit, storedInstant(at));
    // What could not be read again is not kept.
    if (corrected === edition || !editionSchema.safeParse(corrected).success) continue;
    await keepCorrected(
      { db, engine },
      corrected,
      isMove(edit.before.url, edit.after.url) ? edit.after.url : undefined,
    );
  }
};

/** The edition whose time has the instant `appeared`, where it was made already. */
const editionCovering = async (db: Kysely<Tables>, appeared: string): Promise<Edition | undefined> => {
  const row = await db
    .selectFrom('editions')
    .select(['date', 'edition'])
    .where('until', '>=', appeared)
    .orderBy('until')
    .limit(1)
    .executeTakeFirst();
  return row && readStored(editionSchema, row.edition, `the edition of ${row.date}`);
};

/** The very same edition where it has nothing of the story, or nothing that is otherwise. */
const withCorrection = (edition: Edition, source: string, edit: Edit, at: string): Edition => {
  const entry = toldOf(edition.deepDives, source, edit);
  if (entry !== undefined) {
    const corrected: Entry = { ...entry, ...correction(entry, edit), corrected: at };
    const { signal } = edition;
    return {
      ...edition,
      // A Signal of one story has its headline.
      signal: signal.headline === entry.title ? { ...signal, headline: corrected.title } : signal,
      deepDives: edition.deepDives.map(other => (other === entry ? corrected : other)),
    };
  }
  const item = toldOf(edition.alsoPublished, source, edit);
  if (item === undefined) return edition;
  const corrected: AlsoPublished = { ...item, ...correction(item, edit) };
  return { ...edition, alsoPublished: edition.alsoPublished.map(other => (other === item ? corrected : other)) };
};

type Told = Pick<Entry, 'title' | 'source' | 'url'>;

/** By its address; by its headline where it was read at another than its feed lists. */
const toldOf = <Telling extends Told>(tellings: readonly Telling[], source: string, { before }: Edit) => {
  const own = tellings.filter(telling => telling.source === source);
  return (
    own.find(({ url }) => canonicalUrl(url) === canonicalUrl(before.url)) ??
    own.find(({ title }) => title === withoutInvisible(before.title))
  );
};

const correction = ({ title, url }: Told, { before, after }: Edit): Pick<Told, 'title' | 'url'> => ({
  title: before.title === after.title ? title : withoutInvisible(after.title) || title,
  url: isMove(before.url, after.url) ? withoutCampaign(after.url) : url,
});

/** @param address Under which its story is to be known too. */
const keepCorrected = async (
  { db, engine }: Pick<Archive, 'db' | 'engine'>,
  edition: Edition,
  address: string | undefined,
): Promise<void> => {
  const { date } = edition;
  await db
    .updateTable('editions')
    .set({ edition: JSON.stringify(edition) })
    .where('date', '=', date)
    .execute();
  // Their labels and their index go with them, and are made anew.
  await db.deleteFrom('entries').where('edition', '=', date).execute();
  await insertEntries({ db, engine }, edition);
  if (address !== undefined) {
    await db
      .insertInto('stories')
      .values({ id: storyId(address), edition: date })
      .onConflict(conflict => conflict.doNothing())
      .execute();
  }
  await changeVersion(db);
};
