/** The entries of editions as rows of their own: how they are written, and how they are read back. */
import type { Kysely } from 'kysely';
import { type Edition, type Entry, entry as entrySchema } from '../edition/edition.ts';
import type { Archive } from './archive.ts';
import { entryKey } from './entry-key.ts';
import { readStored } from './stored.ts';
import type { EntriesTable, EntryLabelsTable, Tables } from './tables.ts';
import { recordWords } from './words.ts';

/** An entry, and the date of the edition that it stands in. */
export interface FoundEntry extends Entry {
  readonly edition: string;
}

/** Keeps the entries of an edition, with the words and labels by which they are found. */
export const insertEntries = async (
  { db, engine }: Pick<Archive, 'db' | 'engine'>,
  { date, deepDives }: Edition,
): Promise<void> => {
  if (deepDives.length === 0) return;
  const placed = deepDives.map((entry, place) => ({ entry, key: entryKey(date, place) }));
  const rows = placed.map(({ entry, key }) => entryRow(entry, key, date));
  await db.insertInto('entries').values(rows).execute();
  await engine.indexEntries(db, rows);
  await recordWords(db, deepDives);
  await db
    .insertInto('entry_labels')
    .values(placed.flatMap(({ entry, key }) => labelRows(entry, key)))
    .execute();
};

/**
 * The entries with these keys, in their order.
 * @throws ArchiveError `corrupt`.
 */
export const readEntries = async (db: Kysely<Tables>, keys: readonly number[]): Promise<readonly FoundEntry[]> => {
  if (keys.length === 0) return [];
  const rows = await db.selectFrom('entries').selectAll().where('key', 'in', keys).execute();
  const byKey = new Map(rows.map(row => [row.key, row]));
  return keys.flatMap(key => {
    const row = byKey.get(key);
    return row === undefined ? [] : [foundEntry(row)];
  });
};

export const entryRow = (entry: Entry, key: number, date: string): EntriesTable => ({
  key,
  id: entry.id,
  edition: date,
  company: entry.company,
  source: entry.source,
  url: entry.url,
  published: entry.published,
  title: entry.title,
  body: entry.body,
  themes: JSON.stringify(entry.themes),
  facets: JSON.stringify(entry.facets),
  grounding: JSON.stringify(entry.grounding),
  corrected: entry.corrected ?? null,
});

export const labelRows = ({ company, source, themes }: Entry, entry: number): readonly EntryLabelsTable[] => [
  { kind: 'company', label: company, entry },
  { kind: 'source', label: source, entry },
  ...[...new Set(themes)].map(label => ({ kind: 'theme' as const, label, entry })),
];

const foundEntry = ({
  key: _,
  edition,
  themes,
  facets,
  grounding,
  corrected,
  ...columns
}: EntriesTable): FoundEntry => {
  const what = `the entry ${columns.id} of ${edition}`;
  const { shape } = entrySchema.unwrap();
  return {
    ...columns,
    edition,
    themes: readStored(shape.themes, themes, what),
    facets: readStored(shape.facets, facets, what),
    grounding: readStored(shape.grounding, grounding, what),
    ...(corrected !== null && { corrected }),
  };
};
