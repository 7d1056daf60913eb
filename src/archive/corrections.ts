/** Corrects what editions say of stories whose blogs changed a headline or an address since. What was posted stays as it is. */
import type { Kysely } from 'kysely';
import { type Edition, type Entry, edition as editionSchema } from '../edition/edition.ts';
import { canonicalUrl, storyId, withoutCampaign } from '../edition/story.ts';
import { withoutInvisible } from '../editor/safety/invisible.ts';
import type { Archive } from './archive.ts';
import { inBatches } from './batches.ts';
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
  for (const [date, own] of await byEdition(db, seen)) {
    const edition = await readEdition(db, date);
    const told = edition === undefined ? [] : toldAmong(own, edition, source);
    if (edition === undefined || told.length === 0) continue;
    const corrected = withCorrections(edition, told, storedInstant(at));
    // What could not be read again is not kept.
    if (!editionSchema.safeParse(corrected).success) continue;
    const moves = told.filter(({ edit: { before, after } }) => isMove(before.url, after.url));
    await keepCorrected(
      { db, engine },
      corrected,
      moves.map(({ edit }) => edit.after.url),
    );
  }
};

/** The edits of stories that an edition was made of, by its date: the one whose time has the instant at which a story appeared. */
const byEdition = async (db: Kysely<Tables>, edits: readonly Edit[]): Promise<ReadonlyMap<string, readonly Edit[]>> => {
  const [first = ''] = edits.map(({ appeared }) => appeared).toSorted();
  const editions = await db
    .selectFrom('editions')
    .select(['date', 'until'])
    .where('until', '>=', first)
    .orderBy('until')
    .execute();
  const dated = edits.flatMap(edit => {
    const covering = editions.find(({ until }) => until >= edit.appeared);
    return covering === undefined ? [] : [{ edit, date: covering.date }];
  });
  const grouped = Map.groupBy(dated, ({ date }) => date);
  return new Map([...grouped].map(([date, own]) => [date, own.map(({ edit }) => edit)]));
};

const readEdition = async (db: Kysely<Tables>, date: string): Promise<Edition | undefined> => {
  const row = await db.selectFrom('editions').select('edition').where('date', '=', date).executeTakeFirst();
  return row && readStored(editionSchema, row.edition, `the edition of ${date}`);
};

type Telling = Pick<Entry, 'title' | 'source' | 'url'>;

/** An edit of a story, and what an edition tells of that. */
interface Told {
  readonly edit: Edit;
  readonly telling: Telling;
}

/** Those of the edits whose stories the edition tells: by their address; by their headline where they were read at another than their feed lists. */
const toldAmong = (edits: readonly Edit[], { deepDives, alsoPublished }: Edition, source: string): readonly Told[] => {
  const own = [...deepDives, ...alsoPublished].filter(telling => telling.source === source).toReversed();
  const byAddress = new Map<string, Telling>(own.map(telling => [canonicalUrl(telling.url), telling]));
  const byTitle = new Map<string, Telling>(own.map(telling => [telling.title, telling]));
  return edits.flatMap(edit => {
    const telling = byAddress.get(canonicalUrl(edit.before.url)) ?? byTitle.get(withoutInvisible(edit.before.title));
    return telling === undefined ? [] : [{ edit, telling }];
  });
};

const withCorrections = (edition: Edition, told: readonly Told[], at: string): Edition => {
  const { signal, deepDives, alsoPublished } = edition;
  const corrections = new Map(told.map(({ edit, telling }) => [telling, correction(telling, edit)]));
  const leading = deepDives.find(({ title }) => title === signal.headline);
  return {
    ...edition,
    // A Signal of one story has its headline.
    signal: { ...signal, headline: (leading && corrections.get(leading)?.title) ?? signal.headline },
    deepDives: deepDives.map(entry => {
      const corrected = corrections.get(entry);
      return corrected === undefined ? entry : { ...entry, ...corrected, corrected: at };
    }),
    alsoPublished: alsoPublished.map(item => ({ ...item, ...corrections.get(item) })),
  };
};

const correction = ({ title, url }: Telling, { before, after }: Edit): Pick<Telling, 'title' | 'url'> => ({
  title: before.title === after.title ? title : withoutInvisible(after.title) || title,
  url: isMove(before.url, after.url) ? withoutCampaign(after.url) : url,
});

/** @param addresses Under which its stories are to be known too. */
const keepCorrected = async (
  { db, engine }: Pick<Archive, 'db' | 'engine'>,
  edition: Edition,
  addresses: readonly string[],
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
  const stories = [...new Set(addresses.map(storyId))].map(id => ({ id, edition: date }));
  for (const batch of inBatches(stories))
    await db
      .insertInto('stories')
      .values([...batch])
      .onConflict(conflict => conflict.doNothing())
      .execute();
  await changeVersion(db);
};
