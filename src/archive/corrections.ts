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
    const corrected = edition && withCorrections(edition, source, own, storedInstant(at));
    // What could not be read again is not kept.
    if (corrected === undefined || !editionSchema.safeParse(corrected).success) continue;
    const moves = own.filter(({ before, after }) => isMove(before.url, after.url));
    await keepCorrected(
      { db, engine },
      corrected,
      moves.map(({ after }) => after.url),
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

/** Undefined where it has nothing of the stories, or nothing that is otherwise. */
const withCorrections = (edition: Edition, source: string, edits: readonly Edit[], at: string): Edition | undefined => {
  const { signal, deepDives, alsoPublished } = edition;
  const toldOf = tellingsOf([...deepDives, ...alsoPublished], source);
  const corrections = new Map<Told, Pick<Told, 'title' | 'url'>>();
  for (const edit of edits) {
    const told = toldOf(edit);
    if (told !== undefined) corrections.set(told, correction(told, edit));
  }
  if (corrections.size === 0) return undefined;
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

type Told = Pick<Entry, 'title' | 'source' | 'url'>;

/** What an edition tells of a story: by its address; by its headline where it was read at another than its feed lists. */
const tellingsOf = (tellings: readonly Told[], source: string): ((edit: Edit) => Told | undefined) => {
  const own = tellings.filter(telling => telling.source === source).toReversed();
  const byAddress = new Map(own.map(telling => [canonicalUrl(telling.url), telling]));
  const byTitle = new Map(own.map(telling => [telling.title, telling]));
  return ({ before }) => byAddress.get(canonicalUrl(before.url)) ?? byTitle.get(withoutInvisible(before.title));
};

const correction = ({ title, url }: Told, { before, after }: Edit): Pick<Told, 'title' | 'url'> => ({
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
