/** Two processes on one archive never both deliver (RSS bots post twice where the old server was still on: iovxw/rssbot #145). */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { acquireDeliveryLock, type DeliveryLock } from '../../src/archive/delivery-lock.ts';

const module = join(import.meta.dirname, '../../src/archive/delivery-lock.ts');

/** Takes the lock, says whether it has it, and stays. */
const program = `
  import { acquireDeliveryLock } from ${JSON.stringify(module)};
  const lock = acquireDeliveryLock(process.argv[1]);
  process.stdout.write(lock === undefined ? 'refused' : 'held');
  process.stdin.resume();`;

describe('the lock for delivering', () => {
  let folder: string;
  let path: string;
  let children: ChildProcess[];
  let locks: (DeliveryLock | undefined)[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-'));
    path = join(folder, 'archive.db');
    children = [];
    locks = [];
  });
  afterEach(() => {
    for (const lock of locks) lock?.release();
    for (const child of children) child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  const acquire = (of = path): DeliveryLock | undefined => {
    const lock = acquireDeliveryLock(of);
    locks.push(lock);
    return lock;
  };

  const another = async (): Promise<{ readonly child: ChildProcess; readonly said: string }> => {
    const args = ['--input-type=module', '--eval', program, path];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    children.push(child);
    const [said] = await once(child.stdout, 'data');
    return { child, said: String(said) };
  };

  it('complaint 2: is held by one process at a time, and free once that one releases it', async () => {
    const lock = acquire();
    expect((await another()).said).toBe('refused');
    lock?.release();
    expect((await another()).said).toBe('held');
    expect(acquire()).toBeUndefined();
  });

  it('is free at once where the process that held it is killed', async () => {
    const { child } = await another();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(acquire()).toBeDefined();
  });

  it('stays with a process that is stopped, since that may go on any time', async () => {
    const { child } = await another();
    child.kill('SIGSTOP');
    expect(acquire()).toBeUndefined();
  });

  it('is not lost where its process opens the archive, or asks for the lock, once more', async () => {
    acquire();
    expect(acquire()).toBeUndefined();
    await (await openArchive({ path })).close();
    expect((await another()).said).toBe('refused');
  });

  it('is one, by whatever way the archive is named', () => {
    mkdirSync(join(folder, 'real'));
    symlinkSync(join(folder, 'real'), join(folder, 'linked'));
    path = join(folder, 'real', 'archive.db');
    acquire();
    symlinkSync(path, join(folder, 'alias.db'));
    const names = [relative('', path), join(folder, 'linked', 'archive.db'), join(folder, 'alias.db')];
    expect(names.map(name => acquire(name))).toEqual([undefined, undefined, undefined]);
  });

  it('of another archive is another', () => {
    acquire();
    expect(acquire(join(folder, 'other.db'))).toBeDefined();
  });

  it('of an archive in memory is never in the way', () => {
    acquire(':memory:');
    expect(acquire(':memory:')).toBeDefined();
  });

  it('is released twice without complaint', () => {
    const lock = acquire();
    lock?.release();
    lock?.release();
    expect(acquire()).toBeDefined();
  });

  it('is an empty file for its owner only', () => {
    acquire();
    expect(statSync(`${path}.delivering`)).toMatchObject({ size: 0, mode: 0o100600 });
  });

  describe('cannot be taken', () => {
    const error = { name: 'ArchiveError', code: 'unwritable', cause: expect.any(Error) };

    it.each<[string, (folder: string) => string]>([
      [
        'where something else has its name',
        folder => {
          mkdirSync(join(folder, 'archive.db.delivering'));
          return join(folder, 'archive.db');
        },
      ],
      ['where the system has no such name', folder => join(folder, 'a'.repeat(250))],
    ])('%s', (_, pathIn) => {
      expect(() => acquire(pathIn(folder))).toThrow(expect.objectContaining(error));
    });

    it.skipIf(process.getuid?.() === 0)(
      'in a folder that is read-only (root may write there all the same)',
      async () => {
        await (await openArchive({ path })).close();
        chmodSync(folder, 0o500);
        expect(() => acquire()).toThrow(expect.objectContaining(error));
        chmodSync(folder, 0o700);
      },
    );
  });
});
