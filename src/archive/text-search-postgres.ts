/** Finding entries by their text with Postgres. */
import type { Migration } from 'kysely/migration';
import type { TextSearch } from './text-search.ts';

export const textSearchMigration: Migration = { up: async () => {} };

export const searchText: TextSearch = async () => {
  throw new Error('Not yet.');
};
