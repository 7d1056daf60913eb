/** What the engines do each in their own way. All else is the same queries on both. */
import type { Kysely, RawBuilder } from 'kysely';
import type { Tables } from './tables.ts';
import type { HasText, IndexAll, IndexEntries, TextSearch } from './text-search.ts';

/** Work that must not run twice at a time, in whatever process. */
export type Serialised = 'migrations' | 'items' | 'editions';

/** Until `transaction` ends, no other that names the same goes on. */
export type Serialise = (transaction: Kysely<Tables>, what: Serialised) => Promise<void>;

export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  /** Whether several processes deliver from one archive, which `claims.ts` keeps apart. */
  readonly isShared: boolean;
  readonly searchText: TextSearch;
  readonly hasText: HasText;
  readonly indexEntries: IndexEntries;
  readonly indexAll: IndexAll;
  readonly serialise: Serialise;
  /** The clock of the database, which all processes share: milliseconds since 1970, as an expression. */
  readonly clock: RawBuilder<number>;
  /** A column with long documents, in the form in which they are read fastest. */
  readonly document: (column: string) => RawBuilder<string | Uint8Array>;
  /** Gives the names of the tables where the archive has its own. */
  readonly tables: RawBuilder<{ readonly name: string }>;
}
