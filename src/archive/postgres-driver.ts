/** Postgres as Kysely uses it: a pool of connections, each readied for the archive, on which no failure is lost and none brings the process down. */
import { setTimeout as wait } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import pg from 'pg';
import { minute, second } from '../edition/duration.ts';
import { ArchiveError } from './archive-error.ts';
import { withNul, withoutNul } from './nul-characters.ts';
import { withPostgresErrors } from './postgres-errors.ts';
import { retryConflicts } from './retrying.ts';

/**
 * Connections of one process at most. A server takes a hundred where nobody says otherwise (`max_connections`), hence nine
 * processes with some to spare; and a statement of ours takes a few milliseconds, so that ten at a time are thousands a second.
 */
const mostConnections = 10;

/** Milliseconds: to connect, or to wait for one of the connections. */
const connectionTimeout = 10 * second;
/** Milliseconds that a statement may wait for what others hold, and may take; the server keeps these. */
const lockTimeout = 10 * second;
const statementTimeout = 120 * second;
/** Milliseconds. Where the server does not even say that the time is over, it or the way to it is lost. */
const longestSilence = statementTimeout + 10 * second;
/** Milliseconds that a transaction may stand still before the server undoes it: its process hangs, and what it holds is wanted. */
const idleTimeout = 60 * second;
/** Milliseconds after which a connection that nobody uses is closed. To open one takes ten times as long as a look-up. */
const unusedTimeout = 5 * minute;
/** Milliseconds that the end of all connections may take. */
const closingTimeout = 5 * second;
/** Milliseconds without traffic after which the way to the server is tried, which firewalls forget. */
const keepAliveAfter = 30 * second;

/**
 * Opens no connection before the first query.
 * @param location Names the database in messages.
 * @param answerTimeout Milliseconds after which a server that says nothing is given up, and another connection is tried.
 */
export const postgresDialect = (url: string, location: string, answerTimeout = longestSilence): Dialect => {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'digest',
    max: mostConnections,
    connectionTimeoutMillis: connectionTimeout,
    query_timeout: answerTimeout,
    idleTimeoutMillis: unusedTimeout,
    // A connection that nobody uses keeps no process from its end.
    allowExitOnIdle: true,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveAfter,
    types: { getTypeParser },
    onConnect: client => readied(client, location),
  });
  // A connection that nobody uses was closed: the next query opens another, and tells where that fails.
  pool.on('error', () => {});
  // One that is in use ends its statement with the error. Without a listener it would end the process.
  pool.on('connect', client => client.on('error', () => {}));
  return {
    createDriver: () => new PoolDriver(pool, location),
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: db => new PostgresIntrospector(db),
  };
};

/** Counts and instants in milliseconds are far from the numbers that JavaScript cannot tell apart. */
const getTypeParser: typeof pg.types.getTypeParser = (oid, format) => {
  if (oid === pg.types.builtins.INT8) return Number;
  if (oid === pg.types.builtins.TEXT) return withNul;
  return pg.types.getTypeParser(oid, format);
};

const bindable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(bindable);
  return typeof value === 'string' ? withoutNul(value) : value;
};

/**
 * Whatever the server is set to: a commit is answered once it is kept through a power cut (`synchronous_commit`,
 * https://www.postgresql.org/docs/current/wal-async-commit.html), for a part that the ledger forgot would be posted twice.
 * These are settings of the session, since poolers such as PgBouncer pass none in a start-up packet.
 */
const readied = async (client: pg.ClientBase, location: string): Promise<void> => {
  const { rows } = await client.query<{ encoding: string }>(
    `select current_setting('server_encoding') as encoding,
      set_config('synchronous_commit', 'on', false),
      set_config('lock_timeout', '${lockTimeout}', false),
      set_config('statement_timeout', '${statementTimeout}', false),
      set_config('idle_in_transaction_session_timeout', '${idleTimeout}', false)`,
  );
  const encoding = rows[0]?.encoding;
  if (encoding === 'UTF8') return;
  throw new ArchiveError(
    'denied',
    `The archive needs a database in UTF8, and ${location} is in ${encoding}, which has not all letters. ` +
      "Make another with `create database … encoding 'UTF8' template template0`, and name it in DATABASE_URL.",
  );
};

class PoolDriver implements Driver {
  readonly #pool: pg.Pool;
  readonly #location: string;

  constructor(pool: pg.Pool, location: string) {
    this.#pool = pool;
    this.#location = location;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PooledConnection> {
    const client = await withPostgresErrors(this.#location, () => this.#pool.connect());
    return new PooledConnection(client, this.#location);
  }

  async beginTransaction(connection: PooledConnection, { isolationLevel, accessMode }: TransactionSettings) {
    const settings = [isolationLevel && `isolation level ${isolationLevel}`, accessMode].filter(Boolean);
    await connection.execute(`start transaction ${settings.join(' ')}`);
    connection.isInTransaction = true;
  }

  /** Of a transaction that had failed, Postgres says that it rolled it back, and no error. */
  async commitTransaction(connection: PooledConnection): Promise<void> {
    const { command } = await connection.execute('commit');
    connection.isInTransaction = false;
    if (command === 'ROLLBACK') throw new Error('A statement of the transaction had failed: nothing of it is kept.');
  }

  /** Where that fails, the server undoes it at the end of the connection; and why the transaction failed must not be hidden. */
  async rollbackTransaction(connection: PooledConnection): Promise<void> {
    if (!connection.isLost) await connection.execute('rollback').catch(() => connection.discard());
    connection.isInTransaction = false;
  }

  async releaseConnection(connection: PooledConnection): Promise<void> {
    connection.release();
  }

  /** A server that does not answer holds up no end. */
  async destroy(): Promise<void> {
    await Promise.race([this.#pool.end(), wait(closingTimeout, undefined, { ref: false })]);
  }
}

/** A connection from when it is taken from the pool until it is given back. */
class PooledConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  readonly #location: string;
  isLost = false;
  isInTransaction = false;

  constructor(client: pg.PoolClient, location: string) {
    this.#client = client;
    this.#location = location;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const run = () => this.execute(sql, parameters);
    const { command, rowCount, rows } = await (this.isInTransaction ? run() : retryConflicts(run));
    const changes = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command);
    return { rows, ...(changes && { numAffectedRows: BigInt(rowCount ?? 0) }) };
  }

  execute(sql: string, parameters: readonly unknown[] = []): Promise<pg.QueryResult> {
    return withPostgresErrors(this.#location, async () => {
      try {
        return await this.#client.query(sql, parameters.map(bindable));
      } catch (error) {
        // What the server does not say itself leaves open what became of the statement, and of the next ones.
        if (!(error instanceof pg.DatabaseError)) this.discard();
        throw error;
      }
    });
  }

  streamQuery(): never {
    throw new Error('The archive reads its rows in pages, not as a stream.');
  }

  discard(): void {
    this.isLost = true;
  }

  release(): void {
    this.#client.release(this.isLost);
  }
}
