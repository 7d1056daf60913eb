/** `migrate`: the archive of one machine goes on on a server, with nothing lost, nothing posted twice, and the file as it was. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { getEdition, saveEdition } from '../../src/archive/editions.ts';
import { recordItems } from '../../src/archive/items.ts';
import { migrate } from '../../src/archive/migrate.ts';
import { openSqlite, sqlite, sqliteSteps } from '../../src/archive/sqlite.ts';
import { saveSubscription } from '../../src/archive/subscriptions.ts';
import type { Tables } from '../../src/archive/tables.ts';
import { anEdition } from '../an-edition.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { createDatabase, dropDatabase } from '../postgres/server.ts';
import { chatServers, folderWith, partsOfEdition } from './chat-servers.ts';
import { begin, digest, emptyFolder } from './digest.ts';

const now = '2026-04-01T06:00:00.000Z';
const file = 'data/archive.db';
const noFile = 'data/none.db';

let postgresUrl: string;
beforeEach(async () => {
  postgresUrl = await createDatabase(inject('postgres'));
});
afterEach(() => dropDatabase(postgresUrl));

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** How many rows of content the database has; 0 too where it has no tables. */
const rowsThere = async (): Promise<number> => {
  const archive = await openArchive({ postgresUrl });
  const tables = ['items', 'editions', 'entries', 'subscriptions', 'deliveries', 'parts', 'words'];
  const counts = await Promise.all(
    tables.map(table => sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(archive.db)),
  );
  await archive.close();
  return counts.reduce((sum, { rows }) => sum + (rows[0]?.count ?? 0), 0);
};

/** A folder with an archive that has an edition, a subscription and so many items. */
const folder = async (items = 3): Promise<string> => {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, 'data'));
  const archive = await openArchive({ path: join(cwd, file) });
  await saveEdition(archive, anEdition(), { until: now, builtAt: now });
  await saveSubscription(archive, aSubscription(), now);
  const listed = Array.from({ length: items }, (_, index) => {
    const url = `https://acme.example/${index}`;
    return { id: url, url, title: `Story ${index}`, authors: [], categories: [] };
  });
  await recordItems(archive, 'Acme', listed, now);
  await archive.close();
  return cwd;
};

describe('migrate', () => {
  it('says what it copied and what to do next, and leaves the file as it was', async () => {
    const cwd = await folder();
    const before = hashOf(join(cwd, file));
    const { code, stdout, stderr } = await digest(['migrate', file, postgresUrl], { cwd });
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(
      /^Copied data\/archive\.db to the Postgres database \w+ on 127\.0\.0\.1:\d+:\n\n {2}items +3\n/,
    );
    expect(stdout).toMatch(
      /\n {2}editions +1\n(.*\n)*.*The cache is not copied(.*\n)*Next: set DATABASE_URL .*start the bot\./,
    );
    expect(stderr).toMatch(
      /Copying items …\n(.*\n)*Indexing entries …\n(.*\n)*Verifying items …\n(.*\n)*Every table is verified/,
    );
    expect(stdout + stderr).not.toContain('postgres:postgres');
    expect(hashOf(join(cwd, file))).toBe(before);
    const search = await digest(['search', 'ledger'], { cwd, env: { DATABASE_URL: postgresUrl } });
    expect(search).toMatchObject({ code: 0, stdout: expect.stringContaining('Moving the ledger') });
  });

  it('goes to the database of the settings where none is named, so that its password is in no list of processes', async () => {
    const cwd = await folder();
    const { code } = await digest(['migrate', `file:${file}`], { cwd, env: { DATABASE_URL: postgresUrl } });
    expect(code).toBe(0);
    expect(await rowsThere()).toBeGreaterThan(0);
  });

  it('takes an archive that an earlier version wrote, and leaves it to that version', async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'data'));
    const path = join(cwd, file);
    const db = new Kysely<Tables>({ dialect: openSqlite(path) });
    const steps = Object.fromEntries(Object.entries(sqliteSteps).filter(([name]) => name <= '008-plans'));
    await migrate(db, steps, { location: path, engine: sqlite });
    await sql`insert into editions (date, title, edition, until, built_at)
      values ('2026-04-01', 'Title', ${JSON.stringify(anEdition())}, ${now}, ${now})`.execute(db);
    await db.destroy();
    const before = hashOf(path);
    const { code, stderr } = await digest(['migrate', file, postgresUrl], { cwd });
    expect(code, stderr).toBe(0);
    expect(hashOf(path)).toBe(before);
    const archive = await openArchive({ postgresUrl });
    expect(await getEdition(archive, '2026-04-01')).toEqual(anEdition());
    await archive.close();
  });

  it.each([
    ['SIGTERM', /Copying items/],
    ['SIGKILL', /Copying words/],
    ['SIGKILL', /Verifying items/],
  ] as const)('leaves nothing where it is ended by %s at "%s", and can be asked again', async (signal, at) => {
    const cwd = await folder(10_000);
    const running = begin(['migrate', file, postgresUrl], { cwd });
    await running.said(at);
    running.kill(signal);
    expect((await running.ended).code).not.toBe(0);
    expect(await rowsThere()).toBe(0);
    expect(readdirSync(join(cwd, 'data'))).toContain('archive.db');
    expect(await digest(['migrate', file, postgresUrl], { cwd })).toMatchObject({ code: 0 });
  });
});

describe('migrate says what is wrong, without a password, and copies nothing', () => {
  const nowhere = 'postgres://digest:gehe1m@127.0.0.1:1/digest';

  it.each<[string, readonly string[], RegExp]>([
    ['there is no such file', [noFile, nowhere], /^Error: There is no file data\/none\.db/],
    ['the file is a folder', ['data', nowhere], /^Error: data is no file/],
    ['the file is empty', ['data/empty.db', nowhere], /^Error: data\/empty\.db is empty/],
    [
      'the file is no database',
      ['data/notes.txt', nowhere],
      /^Error: data\/notes\.txt is damaged or is not a database/,
    ],
    [
      'the file is another program’s',
      ['data/other.db', nowhere],
      /^Error: data\/other\.db is a database of another program/,
    ],
    ['the order is the other', [nowhere, file], /^Error: What is copied is a file: name it first/],
    ['both are files', [file, noFile], /^Error: What it is copied to is a Postgres database: name it second/],
    ['no database is named', [file], /^Error: What it is copied to is a Postgres database/],
    [
      'it is another server',
      [file, 'mysql://digest:gehe1m@localhost/digest'],
      /^Error: What it is copied to is the address of no/,
    ],
    [
      'the server does not answer',
      [file, nowhere],
      /^Error: The Postgres database digest on 127\.0\.0\.1:1 does not answer/,
    ],
  ])('where %s', async (_, words, text) => {
    const cwd = await folder();
    writeFileSync(join(cwd, 'data/empty.db'), '');
    writeFileSync(join(cwd, 'data/notes.txt'), 'Remember the milk. '.repeat(100));
    const other = new DatabaseSync(join(cwd, 'data/other.db'));
    other.exec('create table items (name text)');
    other.close();
    const { code, stdout, stderr } = await digest(['migrate', ...words], { cwd });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(text);
    expect(stderr).not.toContain('gehe1m');
  });

  it('where the password is wrong, or the database has something already', async () => {
    const cwd = await folder();
    const wrong = await digest(['migrate', file, postgresUrl.replace(':postgres@', ':gehe1m@')], { cwd });
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringMatching(/does not let us in/) });
    expect(wrong.stderr).not.toContain('gehe1m');
    expect(await digest(['migrate', file, postgresUrl], { cwd })).toMatchObject({ code: 0 });
    const rows = await rowsThere();
    expect(await digest(['migrate', file, postgresUrl], { cwd })).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/There is something in the Postgres database .* already .*nothing was copied/),
    });
    expect(await rowsThere()).toBe(rows);
  });
});

describe('a bot that outgrows one machine', () => {
  const servers = chatServers();

  it('goes on on the server with the edition that it was in the midst of, and posts no part twice and none never', async () => {
    const channels = [servers.inSlack(), servers.inSlack()];
    const cwd = await folderWith(...channels);
    const first = begin(['run'], { cwd, env: servers.slackEnv() });
    await first.said(/Listening in Slack/);
    await servers.slackMessages(3);
    const refused = await digest(['migrate', file, postgresUrl], { cwd });
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Error: Another process delivers from data\/archive\.db\. Stop it/),
    });
    first.kill('SIGKILL');
    await first.ended;
    const migrated = await digest(['migrate', file, postgresUrl], { cwd });
    expect(migrated.code, migrated.stderr).toBe(0);

    const second = begin(['run'], { cwd, env: { ...servers.slackEnv(), DATABASE_URL: postgresUrl } });
    const archive = await openArchive({ postgresUrl });
    const unfinished = () =>
      archive.db.selectFrom('deliveries').select('key').where('finished_at', 'is', null).execute();
    await second.said(/Subscribed: 2 channels of Slack/);
    while ((await unfinished()).length > 0);
    second.kill('SIGTERM');
    expect((await second.ended).code).toBe(0);
    await archive.close();
    for (const { channel } of channels) {
      const [parent, ...others] = servers.slack.messages(channel);
      expect(others).toEqual([]);
      expect(servers.slack.thread(channel, parent?.ts ?? '')).toHaveLength(partsOfEdition);
    }
  });
});
