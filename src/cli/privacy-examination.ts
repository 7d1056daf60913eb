/** Whether what is kept on this machine is for its owner alone: the settings hold tokens, the archive what people asked and chose. */
import { existsSync, statSync } from 'node:fs';
import type { ArchiveAddress } from '../edition/archive-address.ts';
import { type Examined, tolerable, well } from './findings.ts';

/** The files beside an archive that have parts of it, or tell of it. https://sqlite.org/tempfiles.html */
const besideArchive = ['', '-wal', '-shm', '.delivering'];

/** Those of the group and of all others. */
const others = 0o077;

const filesOf = (address: ArchiveAddress): readonly string[] => [
  '.env',
  ...('path' in address && address.path !== ':memory:' ? besideArchive.map(ending => address.path + ending) : []),
];

/** Nothing where there is no such file, or where the system has no modes of files (Windows). */
export const examinePrivacy = (address: ArchiveAddress): readonly Examined[] => {
  const files = filesOf(address).filter(file => existsSync(file));
  if (files.length === 0 || process.platform === 'win32') return [];
  const open = files.filter(file => (statSync(file).mode & others) !== 0);
  const list = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format(names);
  if (open.length === 0) return [well(`Nobody else on this machine can read ${list(files)}.`)];
  const told = `Others on this machine may read or change ${list(open)}, which can hold tokens and what people asked.`;
  return [tolerable(told, `Make that yours alone: chmod 600 ${open.map(quoted).join(' ')}`)];
};

/** As a shell takes it. */
const quoted = (file: string): string => (/^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", `'\\''`)}'`);
