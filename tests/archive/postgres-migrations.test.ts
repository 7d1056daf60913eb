/** The schema on a server is brought up to date once, however many processes start, and beside those that run. */
import { Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { recordItems } from '../../src/archive/items.ts';
import { migrate } from '../../src/archive/migrate.ts';
import { migrations } from '../../src/archive/migrations.ts';
import { postgres } from '../../src/archive/postgres.ts';
import { postgresDialect } from '../../src/archive/postgres-driver.ts';
import type { Tables } from '../../src/archive/tables.ts';
import { createDatabase, dropDatabase } from '../postgres/server.ts';

const now = '2026-04-01T06:00:00Z';
const item = { id: '1', url: 'https://acme.example/1', title: 'One', authors: [], categories: [] };

describe('the schema on a server', () => {
  let postgresUrl: string;
  /** Of whoever else uses the database. */
  let other: Kysely<Tables>;
  const opened: Archive[] = [];
  beforeEach(async () => {
    postgresUrl = await createDatabase(inject('postgres'));
    other = new Kysely<Tables>({ dialect: postgresDialect(postgresUrl, 'the database') });
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map(archive => archive.close()));
    await other.destroy();
    await dropDatabase(postgresUrl);
  });

  const open = async (): Promise<Archive> => {
    const archive = await openArchive({ postgresUrl });
    opened.push(archive);
    return archive;
  };
  const execute = (statement: string) => sql.raw(statement).execute(other);
  const tables = async (): Promise<readonly string[]> =>
    (await postgres.tables.execute(other)).rows.map(({ name }) => name).toSorted();
  const stepsTaken = async (): Promise<readonly string[]> =>
    (await sql<{ name: string }>`select name from kysely_migration`.execute(other)).rows.map(({ name }) => name);

  it('is made by one of many that open an empty database at the same time, and all can use it', async () => {
    const archives = await Promise.all(Array.from({ length: 8 }, open));
    const taken = await stepsTaken();
    expect(taken).toEqual([...new Set(taken)].toSorted());
    expect(taken).toContain('001-items');
    const added = await Promise.all(archives.map((archive, index) => recordItems(archive, `S${index}`, [item], now)));
    expect(added.filter(result => result.added === 1)).toHaveLength(1);
  });

  it('is looked at and left alone where it is up to date, whatever others write or bring up to date meanwhile', async () => {
    await open();
    await other.transaction().execute(async transaction => {
      await postgres.serialise(transaction, 'migrations');
      await sql`lock table items, deliveries in access exclusive mode`.execute(transaction);
      await open();
    });
  });

  it('is waited for while another process makes it', async () => {
    const [begun, made] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const up: Migration['up'] = async db => {
      begun.resolve();
      await made.promise;
      await migrations['001-items']?.up(db);
    };
    const making = migrate(other, { '001-items': { up } }, { location: 'the database', engine: postgres });
    await begun.promise;
    const opening = open().catch((error: unknown) => error);
    const waiting = sql`select from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`;
    while ((await waiting.execute(other)).rows.length === 0);
    made.resolve();
    await making;
    expect(await opening).toMatchObject({ db: expect.anything() });
    expect(await stepsTaken()).toContain('002-source-health');
  });

  it('is not waited for for ever where another process hangs in the making, and the message says so', async () => {
    await other.transaction().execute(async transaction => {
      await postgres.serialise(transaction, 'migrations');
      await expect(open()).rejects.toMatchObject({
        name: 'ArchiveError',
        code: 'busy',
        message: expect.stringMatching(
          /^Another process has been bringing the Postgres database test_\w+ on .* up to date/,
        ),
      });
    });
    await open();
  });

  it('of a later version is left alone, and the message says what to do', async () => {
    await open();
    await execute(`insert into kysely_migration values ('999-time-travel', '2030-01-01T00:00:00Z')`);
    await execute('drop table words');
    const before = await tables();
    await expect(open()).rejects.toMatchObject({
      name: 'ArchiveError',
      code: 'newer-schema',
      message: expect.stringMatching(/999-time-travel\)\. Update the program/),
    });
    expect(await tables()).toEqual(before);
  });

  it.each([
    ['whose tables are another program’s', ['create table users (name text)'], ['users']],
    [
      'that another program keeps as we do',
      [
        'create table kysely_migration (name varchar(255), timestamp varchar(255))',
        "insert into kysely_migration values ('2024-users', '2024-01-01T00:00:00Z')",
      ],
      ['kysely_migration'],
    ],
  ])('is not made in a database %s', async (_, statements, left) => {
    for (const statement of statements) await execute(statement);
    await expect(open()).rejects.toMatchObject({ name: 'ArchiveError', code: 'foreign' });
    expect(await tables()).toEqual(left);
  });

  it('is made beside the schemas of other programs, such as that of the jobs', async () => {
    await execute('create schema pgboss');
    await execute('create table pgboss.items (id text)');
    await execute('create table pgboss.kysely_migration (name text)');
    await execute("insert into pgboss.kysely_migration values ('2024-users')");
    expect(await recordItems(await open(), 'Acme', [item], now)).toEqual({ added: 1 });
  });

  describe('of which a step fails', () => {
    const steps = (fail: (db: Kysely<unknown>) => Promise<unknown>) => ({
      '001-items': { up: (db: Kysely<unknown>) => db.schema.createTable('items').addColumn('id', 'text').execute() },
      '002-source-health': {
        up: async (db: Kysely<unknown>) => {
          await fail(db);
        },
      },
    });
    const failing = (fail: (db: Kysely<unknown>) => Promise<unknown>) =>
      migrate(other, steps(fail), { location: 'the database', engine: postgres });

    it('has nothing left of the steps before it, and says why', async () => {
      await expect(failing(db => sql`create table items (id text)`.execute(db))).rejects.toThrow(
        /"items" already exists/,
      );
      expect(await tables()).toEqual([]);
      await open();
    });

    it('has nothing left of them where the connection is lost', async () => {
      const lost = failing(db => sql`select pg_terminate_backend(pg_backend_pid())`.execute(db));
      await expect(lost).rejects.toMatchObject({ code: 'unreachable' });
      expect(await tables()).toEqual([]);
      await open();
    });
  });
});
