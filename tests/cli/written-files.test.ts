import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from './digest.ts';

const main = resolve(import.meta.dirname, '../../src/main.ts');

/** In a shell whose umask lets everybody write, as some containers have it. */
const openly = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('sh', ['-c', 'umask 000; exec "$@"', 'sh', process.execPath, main, ...args], {
    cwd,
    env: { PATH: process.env.PATH, TZ: 'UTC' },
    encoding: 'utf8',
  });

describe('where everybody may write what is not kept from them', () => {
  it('nobody else can change the list of blogs, read the archive, or put another in its place', () => {
    const cwd = emptyFolder();
    openly(cwd, 'sources', 'list');
    openly(cwd, 'sources', 'drop', 'InfoQ');
    const modeOf = (path: string): string => (statSync(join(cwd, path)).mode & 0o777).toString(8);
    expect(modeOf('data')).toBe('755');
    expect(modeOf('data/archive.db')).toBe('600');
    expect(modeOf('data/sources.opml')).toBe('644');
  });
});
