/** The archives that tests of delivery run on, and what they do to them, whichever engine it is. */
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { onPostgres, type TestedEngine } from '../engines.ts';

const inMemory = { path: ':memory:' };

/** Without a file on the disk, which is for the tests of the archive: there it is about what is written when. */
export const quickEngines: readonly TestedEngine[] = [
  {
    engine: 'sqlite',
    createPlace: async () => ({ address: inMemory, open: () => openArchive(inMemory), remove: async () => {} }),
  },
  onPostgres,
];

/** As when whoever holds deliveries there has given no sign of life for long: another process may go on with them. */
export const letClaimsLapse = async ({ db }: Archive): Promise<void> => {
  await db.updateTable('deliveries').set({ held_until: 0 }).where('held_by', 'is not', null).execute();
};

/** As it was made, but for the schema: much cheaper than another one. */
export const empty = async ({ db }: Archive): Promise<void> => {
  for (const table of ['parts', 'deliveries', 'plans', 'subscriptions', 'editions'] as const) {
    await db.deleteFrom(table).execute();
  }
};
