/** The archive in one file: Node's own SQLite, fitted to Kysely. */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  sql,
} from 'kysely';
import { ArchiveError } from './archive-error.ts';
import { makeFile } from './database-file.ts';
import type { Engine } from './engine.ts';
import { migrations } from './migrations.ts';
import { withArchiveErrors } from './sqlite-errors.ts';
import { hasText, searchText, textSearchMigration } from './text-search-sqlite.ts';

export const sqlite: Engine = {
  name: 'sqlite',
  isShared: false,
  searchText,
  hasText,
  // Triggers do.
  indexEntries: async () => {},
  indexAll: async () => {},
  // One connection writes at a time, from `begin` on.
  serialise: async () => {},
  // Node makes a string of a long text six times as slowly as of its bytes.
  document: column => sql`cast(${sql.ref(column)} as blob)`,
  clock: sql`cast(unixepoch('subsec') * 1000 as integer)`,
  tables: sql`select name from sqlite_schema where type = 'table'`,
};

/** The steps of the schema in a file. */
export const sqliteSteps = { ...migrations, '004-text-search': textSearchMigration };

/** How long to wait for another process that is writing, in milliseconds. */
const busyTimeout = 5_000;

/**
 * Opens the file at `path`, which is made, with its folders, if it does not exist; only its owner can read it.
 * `:memory:` is a database that ends with the process.
 * @throws ArchiveError `unwritable`, `corrupt`, `foreign` or `busy`.
 */
export const openSqlite = (path: string): Dialect => {
  if (path !== ':memory:') makeFile(path);
  const database = withArchiveErrors(path, () => new DatabaseSync(path, { timeout: busyTimeout }));
  try {
    withArchiveErrors(path, () => prepareConnection(database, path));
  } catch (error) {
    database.close();
    throw error;
  }
  return dialectOf(fitToKysely(database, path), () => database.isTransaction);
};

/**
 * WAL lets others read while one writes. With it, only `synchronous = full` keeps what was committed through a power cut
 * (https://sqlite.org/pragma.html#pragma_synchronous): a part that the ledger forgot would be posted twice.
 */
const prepareConnection = (database: DatabaseSync, path: string): void => {
  const tables = database.prepare("select name from sqlite_schema where type = 'table'").all();
  if (tables.length > 0 && !tables.some(({ name }) => name === 'kysely_migration')) {
    throw new ArchiveError(
      'foreign',
      `${path} is a database of another program. Name another file for the archive in DATABASE_URL.`,
    );
  }
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
};

type Statement = ReturnType<SqliteDatabase['prepare']>;

/** Statements that are kept prepared, and how long the text of one may be: those of many rows differ each time. */
const mostStatements = 500;
const longestStatement = 5_000;

/** Kysely's dialect is written for better-sqlite3; this is the part of its interface that Kysely uses. */
const fitToKysely = (database: DatabaseSync, path: string): SqliteDatabase => {
  const prepared = new Map<string, Statement>();
  return {
    close: () => database.close(),
    prepare: sql => {
      const known = prepared.get(sql);
      if (known !== undefined) return known;
      const statement = withArchiveErrors(path, () => prepare(database, path, sql));
      if (prepared.size >= mostStatements) prepared.clear();
      if (sql.length <= longestStatement) prepared.set(sql, statement);
      return statement;
    },
  };
};

const prepare = (database: DatabaseSync, path: string, sql: string): Statement => {
  const statement = database.prepare(sql);
  return {
    reader: statement.columns().length > 0,
    all: parameters => withArchiveErrors(path, () => statement.all(...parameters.map(bindable))),
    run: parameters => withArchiveErrors(path, () => statement.run(...parameters.map(bindable))),
    iterate: parameters => statement.iterate(...parameters.map(bindable)),
  };
};

/** Node binds every number as REAL, but a BigInt as INTEGER; and FTS5 seeks a key only where it is an INTEGER, and reads all of them else. */
const bindable = (value: unknown): SQLInputValue => {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    return value;
  }
  throw new TypeError(`SQLite stores texts, numbers and null, not ${typeof value}.`);
};

const dialectOf = (database: SqliteDatabase, isInTransaction: () => boolean): Dialect => {
  const standard = new SqliteDialect({ database });
  return {
    createDriver: () => new ImmediateDriver(database, isInTransaction),
    createAdapter: () => new TransactionalAdapter(),
    createQueryCompiler: () => standard.createQueryCompiler(),
    createIntrospector: db => standard.createIntrospector(db),
  };
};

/** Takes the write lock at `begin`: a transaction that first reads and then writes would fail at once if another wrote between. */
class ImmediateDriver extends SqliteDriver {
  readonly #isInTransaction: () => boolean;

  constructor(database: SqliteDatabase, isInTransaction: () => boolean) {
    super({ database });
    this.#isInTransaction = isInTransaction;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A full disk has rolled it back already (https://sqlite.org/lang_transaction.html), and the failure of a second time would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#isInTransaction()) await super.rollbackTransaction(connection);
  }
}

/** SQLite's DDL is transactional (https://sqlite.org/lang_transaction.html); Kysely's adapter does not make use of it. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
