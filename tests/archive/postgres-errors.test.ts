/** What fails of a server is told in words that an operator can act on, without what lets one in; and the archive goes on once it is mended. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { inspect } from 'node:util';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { listEditions, saveEdition } from '../../src/archive/editions.ts';
import { anEdition } from '../an-edition.ts';
import { onPostgres } from '../engines.ts';
import { createDatabase, dropDatabase, type PostgresServer, startPostgres } from '../postgres/server.ts';

const password = 'gehe1m-und-geheim';
const now = '2026-04-01T06:00:00Z';

/** What `url` says, changed. */
const changed = (url: string, change: Partial<Pick<URL, 'username' | 'password' | 'port' | 'pathname' | 'search'>>) =>
  Object.assign(new URL(url), change).href;

const asOperator = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
};

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'It did not fail.',
    (error: unknown) => error,
  );

const opening = (postgresUrl: string) => failureOf(openArchive({ postgresUrl }).then(archive => archive.close()));

describe('a database that cannot be used', () => {
  let url: string;
  let user: string;
  beforeAll(async () => {
    url = await createDatabase(inject('postgres'));
    user = new URL(url).pathname.slice(1);
    await asOperator(url, `create role ${user} login password '${password}'`);
  });
  afterAll(async () => {
    await dropDatabase(url);
    await asOperator(inject('postgres'), `drop role ${user}`);
  });

  /** With the user that may log in and nothing else. */
  const asUser = (of = url) => changed(of, { username: user, password });

  const expectTold = (error: unknown, code: string, text: RegExp) => {
    expect(error).toMatchObject({ name: 'ArchiveError', code, message: expect.stringMatching(text) });
    expect(String(error)).toContain(new URL(url).hostname);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(/gehe1m/);
  };

  it('as nothing listens there, is told with its host and name', async () => {
    const error = await opening(changed(asUser(), { port: '1' }));
    expectTold(error, 'unreachable', /^The Postgres database \w+ on 127\.0\.0\.1:1 does not answer \(.*ECONNREFUSED/);
  });

  it('as what listens there hangs up', async () => {
    const rude = createServer(socket => socket.destroy()).listen(0, '127.0.0.1');
    await once(rude, 'listening');
    const address = rude.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    expectTold(await opening(changed(asUser(), { port })), 'unreachable', /does not answer/);
    rude.close();
  });

  it('as the name of the server is none', async () => {
    const error = await opening(asUser().replace('127.0.0.1', 'no-such-host.invalid'));
    expect(error).toMatchObject({ code: 'unreachable', message: expect.stringMatching(/no-such-host\.invalid/) });
  });

  it('as the password is wrong, or missing', async () => {
    const text = /does not let us in .*user, password and database in DATABASE_URL/;
    expectTold(await opening(changed(asUser(), { password: `${password}!` })), 'denied', text);
    expectTold(await opening(changed(asUser(), { password: '' })), 'denied', text);
  });

  it('as there is none of that name', async () => {
    const error = await opening(changed(asUser(), { pathname: '/no_such_database' }));
    expectTold(error, 'denied', /no_such_database on .* does not let us in/);
  });

  it('as its user may make no tables there', async () => {
    expectTold(await opening(asUser()), 'denied', /does not let its user make or use the tables .*grant/);
  });

  it('as the user has all the connections that it may have', async () => {
    await asOperator(url, `alter role ${user} connection limit 0`);
    expectTold(await opening(asUser()), 'unreachable', /takes no more connections .*max_connections/);
    await asOperator(url, `alter role ${user} connection limit -1`);
  });

  it('as the server knows no TLS, which the address asks for', async () => {
    expectTold(await opening(changed(asUser(), { search: '?sslmode=verify-full' })), 'denied', /sslmode/);
    expectTold(await opening(changed(asUser(), { search: '?sslrootcert=/no/such/file' })), 'denied', /sslrootcert/);
  });

  it('as it has not all letters', async () => {
    const name = `${user}_latin`;
    await asOperator(url, `create database ${name} encoding 'LATIN1' locale 'C' template template0`);
    const latin = changed(url, { pathname: `/${name}` });
    expectTold(await opening(latin), 'denied', /needs a database in UTF8, and .* is in LATIN1/);
    await dropDatabase(latin);
  });

  it('as it can only be read, and nothing is made there', async () => {
    await asOperator(url, `alter database ${user} set default_transaction_read_only = on`);
    expectTold(await opening(url), 'unwritable', /can only be read .*primary server/);
  });
});

describe('an archive on a server that goes down', () => {
  let server: PostgresServer;
  let archive: Archive;
  beforeAll(async () => {
    server = await startPostgres();
    archive = await openArchive({ postgresUrl: server.url });
  });
  afterAll(async () => {
    await archive.close();
    await server.close();
  });

  it('fails what is in hand and what comes, ends no process, and goes on by itself once the server is up again', async () => {
    const inHand = Array.from({ length: 4 }, () => failureOf(sql`select pg_sleep(60)`.execute(archive.db)));
    const amid = failureOf(
      archive.db.transaction().execute(async transaction => {
        await sql`select 1`.execute(transaction);
        await server.stop();
        await sql`select 2`.execute(transaction);
      }),
    );
    for (const error of [await amid, ...(await Promise.all(inHand))]) {
      expect(error).toMatchObject({ name: 'ArchiveError', code: 'unreachable' });
      expect(inspect(error, { depth: 10 })).not.toMatch(/postgres:postgres/);
    }
    const down = await Promise.all(Array.from({ length: 12 }, () => failureOf(listEditions(archive))));
    expect(down).toEqual(down.map(() => expect.objectContaining({ code: 'unreachable' })));
    await server.start();
    await saveEdition(archive, anEdition(), { until: now, builtAt: now });
    expect(await listEditions(archive)).toHaveLength(1);
  });

  it('keeps of a transaction that was cut off nothing', async () => {
    const error = await failureOf(
      archive.db.transaction().execute(async transaction => {
        await transaction.deleteFrom('editions').execute();
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
        await asOperator(server.url, `select pg_terminate_backend(${rows[0]?.pid})`);
        await transaction.deleteFrom('items').execute();
      }),
    );
    expect(error).toMatchObject({ code: 'unreachable' });
    expect(await listEditions(archive)).toHaveLength(1);
  });

  it('says why a transaction failed, though that could not even be undone on a lost connection', async () => {
    const cause = new Error('The edition was posted.');
    const error = await failureOf(
      archive.db.transaction().execute(async transaction => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
        await asOperator(server.url, `select pg_terminate_backend(${rows[0]?.pid})`);
        throw cause;
      }),
    );
    expect(error).toBe(cause);
  });
});

describe('what a server says', () => {
  it.each([
    ['53100', 'unwritable', 'has no room', /cannot be written .*has room/],
    ['58030', 'unwritable', 'cannot write to its disk', /cannot be written .*sound disks/],
    ['25006', 'unwritable', 'is a standby', /can only be read/],
    ['53300', 'unreachable', 'has no connection left', /takes no more connections/],
    ['57P03', 'unreachable', 'starts up', /does not answer/],
    ['42501', 'denied', 'keeps its tables from us', /grant/],
    ['55P03', 'busy', 'waits for a lock of another', /is kept busy/],
    ['57014', 'busy', 'takes too long', /is kept busy/],
    ['40001', 'busy', 'finds no moment, however often it tries', /is kept busy/],
    ['XX001', 'corrupt', 'is damaged', /is damaged .*from a copy/],
  ])('tells by %s that the archive is %s, as it %s', async (state, code, _, text) => {
    const place = await onPostgres.createPlace();
    const archive = await place.open();
    const error = await failureOf(
      sql.raw(`do $$ begin raise 'Said.' using errcode = '${state}'; end $$`).execute(archive.db),
    );
    expect(error).toMatchObject({ name: 'ArchiveError', code, message: expect.stringMatching(text) });
    expect(String(error)).toContain('(Said).');
    await archive.close();
    await place.remove();
  });

  it('of a fault of ours is told as it is', async () => {
    const place = await onPostgres.createPlace();
    const archive = await place.open();
    expect(await failureOf(sql`select from no_such_table`.execute(archive.db))).toMatchObject({ code: '42P01' });
    await archive.close();
    await place.remove();
  });
});
