/** Statements of several processes, one process after the other. */
import pg from 'pg';
import type { Db } from 'pg-boss';
import { second } from '../../edition/duration.ts';

export interface Turns {
  /**
   * Runs the statements of `work` in a transaction while no other process runs those of the same `name`.
   * @throws what the database says.
   */
  inTurn<Done>(name: string, work: (db: Pick<Db, 'executeSql'>) => Promise<Done>): Promise<Done>;
  close(): Promise<void>;
}

/** Milliseconds that a turn is waited for: who has it may hang, and then all are as well off without turns. */
const patience = second;
/** Milliseconds after which the server ends the transaction of a process that hangs in it. */
const longestPause = 10 * second;

/** Class of our advisory locks. Any number would do that no other program on the database takes. */
const lockClass = 1_415_933_043;

export const createTurns = (connectionString: string, connections: number): Turns => {
  const pool = new pg.Pool({
    connectionString,
    max: connections,
    application_name: 'digest job turns',
    allowExitOnIdle: true,
    idle_in_transaction_session_timeout: longestPause,
    connectionTimeoutMillis: 10 * second,
  });
  // A connection that is lost tells so by the statement that needed it, or to nobody.
  pool.on('error', () => {});
  pool.on('connect', client => client.on('error', () => {}));

  const transaction = async <Done>(client: pg.PoolClient, begin: string, work: () => Promise<Done>): Promise<Done> => {
    try {
      await client.query(begin);
      const done = await work();
      await client.query('commit');
      return done;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    }
  };

  return {
    inTurn: async (name, work) => {
      const client = await pool.connect();
      const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
      let isBroken = true;
      try {
        const lock = `select pg_advisory_xact_lock(${lockClass}, hashtext(${pg.escapeLiteral(name)}))`;
        const begin = `begin; set local lock_timeout = ${patience}; ${lock}; set local lock_timeout = 0`;
        const done = await transaction(client, begin, () => work(db)).catch((error: unknown) => {
          if (!isLockTimeout(error)) throw error;
          return transaction(client, 'begin', () => work(db));
        });
        isBroken = false;
        return done;
      } finally {
        client.release(isBroken);
      }
    },
    close: async () => {
      if (!pool.ending) await pool.end();
    },
  };
};

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: `lock_not_available`. */
const isLockTimeout = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '55P03';
