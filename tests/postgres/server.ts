/** A real Postgres on a free port of loopback, with what a test needs of an operator: stopping it, starting it, making databases. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from './embedded.ts';

export interface PostgresServer {
  /** Address of the database `postgres`. */
  readonly url: string;
  /** Ends it: who is connected is cut off in the middle of what it does. */
  stop(): Promise<void>;
  /** Has it up again, at the same address with the same data. */
  start(): Promise<void>;
  /** Ends it for good and removes its files. */
  close(): Promise<void>;
}

/** A power cut is not what these tests are about. */
const fastAndUnsafe = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];
const settings = [...fastAndUnsafe, 'listen_addresses=127.0.0.1', 'max_connections=300', 'unix_socket_directories='];

/** Resolves once it takes connections. Postgres does not run as root: then it runs as the user `postgres`, made if need be. */
export const startPostgres = async (more: readonly string[] = []): Promise<PostgresServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password: 'postgres',
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [...settings, ...more].flatMap(setting => ['-c', setting]),
    onLog: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
    start: () => server.start(),
    close: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** @throws what the server says of the statement. */
const execute = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

const inDatabase = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;

/**
 * Makes a database on the server at `url`.
 * @param template The name of one to copy, to which nobody is connected. Default: an empty one.
 * @returns Its address.
 */
export const createDatabase = async (
  url: string,
  { name = `test_${randomUUID().replaceAll('-', '')}`, template = 'template1' } = {},
): Promise<string> => {
  await execute(inDatabase(url, 'postgres'), `create database ${name} template ${template}`);
  return inDatabase(url, name);
};

/** Removes the database at `url`, whoever is connected to it. */
export const dropDatabase = (url: string): Promise<void> =>
  execute(inDatabase(url, 'postgres'), `drop database ${new URL(url).pathname.slice(1)} with (force)`);

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port of loopback is free.');
  return address.port;
};
