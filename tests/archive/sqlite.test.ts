/** The archive in one file. */
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { listEditions, saveEdition } from '../../src/archive/editions.ts';
import { search } from '../../src/archive/search.ts';
import { parseQuery } from '../../src/edition/query.ts';
import { anEdition, anEntry } from '../an-edition.ts';
import { onSqlite } from '../engines.ts';
import { archiveContract } from './contract/archive-contract.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'archive-'));
const now = '2026-04-01T06:00:00Z';

archiveContract('SQLite', onSqlite.createPlace);

describe('the file of an archive', () => {
  let folder: string;
  const inFolder = (name: string) => join(folder, name);

  beforeEach(() => {
    folder = newFolder();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const opening = (path: string) =>
    openArchive({ path }).then(
      async archive => {
        await archive.close();
        return 'opened';
      },
      (error: unknown) => error,
    );

  it.each([0o022, 0o000])(
    'is made with its folders, for its owner only, as are the logs beside it (mask %o)',
    async mask => {
      const before = process.umask(mask);
      onTestFinished(() => void process.umask(before));
      const path = inFolder('a/b/archive.db');
      const archive = await openArchive({ path });
      await saveEdition(archive, anEdition(), { until: now, builtAt: now });
      const modes = ['', '-wal', '-shm'].map(ending => statSync(path + ending).mode & 0o777);
      expect(modes).toEqual([0o600, 0o600, 0o600]);
      await archive.close();
      expect(existsSync(`${path}-wal`)).toBe(false);
    },
  );

  it('may lie anywhere, or nowhere', async () => {
    const odd = inFolder("it's 100% mine?#.db");
    expect([await opening(odd), existsSync(odd), await opening(':memory:')]).toEqual(['opened', true, 'opened']);
  });

  it('keeps the mode that its owner gave it', async () => {
    const path = inFolder('archive.db');
    writeFileSync(path, '');
    chmodSync(path, 0o640);
    expect([await opening(path), statSync(path).mode & 0o777]).toEqual(['opened', 0o640]);
  });

  it('closes twice without complaint', async () => {
    const archive = await openArchive({ path: ':memory:' });
    await archive.close();
    await archive.close();
  });

  // Permissions do not bind root, under whom tests may run; these do.
  it.each<[string, (folder: string) => string]>([
    ['under a file', folder => join(folder, 'file', 'archive.db')],
    ['that is a folder', folder => join(folder, 'folder')],
    ['without a name', () => ''],
    ['with a name that no system has', () => 'a\0b'],
  ])('cannot be written %s, and the message says which file and what to do', async (_, pathIn) => {
    writeFileSync(inFolder('file'), 'text');
    mkdirSync(inFolder('folder'));
    const path = pathIn(folder);
    const error = await opening(path);
    expect(error).toMatchObject({ name: 'ArchiveError', code: 'unwritable', cause: expect.any(Error) });
    expect(String(error)).toContain(`The archive ${path} cannot be written`);
    expect(String(error)).toMatch(/DATABASE_URL/);
  });

  it('that is no database is told so and left alone', async () => {
    const path = inFolder('notes.txt');
    const notes = 'Remember the milk. '.repeat(100);
    writeFileSync(path, notes);
    const error = await opening(path);
    expect(error).toMatchObject({ name: 'ArchiveError', code: 'corrupt' });
    expect(String(error)).toContain(path);
    expect(readFileSync(path, 'utf8')).toBe(notes);
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 5_000)],
    ['overwritten', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 100), Buffer.alloc(bytes.length - 100, 7)])],
  ])('that was %s is called damaged', async (_, damage) => {
    const path = inFolder('archive.db');
    const archive = await openArchive({ path });
    await saveEdition(archive, anEdition(), { until: now, builtAt: now });
    await archive.close();
    writeFileSync(path, damage(readFileSync(path)));
    expect(await opening(path)).toMatchObject({ name: 'ArchiveError', code: 'corrupt' });
  });

  it('of another program is left alone', async () => {
    const path = inFolder('other.db');
    const other = new DatabaseSync(path);
    other.exec('create table items (name text)');
    expect(await opening(path)).toMatchObject({ name: 'ArchiveError', code: 'foreign' });
    const tables = other.prepare("select name from sqlite_schema where type = 'table'").all();
    expect(tables).toEqual([{ name: 'items' }]);
    other.close();
  });

  it('that a later version wrote is left alone', async () => {
    const path = inFolder('archive.db');
    await opening(path);
    const later = new DatabaseSync(path);
    later.exec("insert into kysely_migration values ('999-time-travel', '2030-01-01T00:00:00Z')");
    later.close();
    const error = await opening(path);
    expect(error).toMatchObject({ name: 'ArchiveError', code: 'newer-schema' });
    expect(String(error)).toContain('999-time-travel');
  });

  it('is made once by two programs that open it at the same time', async () => {
    const path = inFolder('archive.db');
    const program = `
      import { openArchive } from ${JSON.stringify(join(import.meta.dirname, '../../src/archive/archive.ts'))};
      await (await openArchive({ path: ${JSON.stringify(path)} })).close();`;
    const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
    await expect(Promise.all([run(), run()])).resolves.toHaveLength(2);
    expect(await opening(path)).toBe('opened');
  });

  it('that finds no room says so, also amid a transaction, and can be written again once there is some', async () => {
    const archive = await openArchive({ path: inFolder('archive.db') });
    const long = anEdition({ deepDives: [anEntry({ body: 'All of it. '.repeat(1_000) })] });
    const save = () => saveEdition(archive, long, { until: now, builtAt: now });
    // No more pages than it has.
    await sql`pragma max_page_count = 1`.execute(archive.db);
    const error = await save().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ArchiveError', code: 'unwritable' });
    expect(String(error)).toContain('(database or disk is full)');
    await sql`pragma max_page_count = 4294967294`.execute(archive.db);
    await save();
    expect(await listEditions(archive)).toHaveLength(1);
    await archive.close();
  });

  it('keeps through a power cut what was committed', async () => {
    const archive = await openArchive({ path: inFolder('archive.db') });
    const { rows } = await sql`pragma synchronous`.execute(archive.db);
    // FULL: the log is flushed at each commit.
    expect(rows).toEqual([{ synchronous: 2 }]);
    await archive.close();
  });

  it('an edition that someone spoilt is called damaged, the others are read', async () => {
    const archive = await openArchive({ path: inFolder('archive.db') });
    await saveEdition(archive, anEdition(), { until: now, builtAt: now });
    await archive.db.updateTable('entries').set({ facets: '{"problem":' }).execute();
    const lookup = search(archive, parseQuery('ledger'));
    await expect(lookup).rejects.toMatchObject({ name: 'ArchiveError', code: 'corrupt' });
    expect(await listEditions(archive)).toHaveLength(1);
    await archive.close();
  });
});
