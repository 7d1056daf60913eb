import { mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readIfThere, withSettings, writePrivately } from '../../../src/cli/setup/env-file.ts';
import { readConfig } from '../../../src/config.ts';
import { settings } from '../../../src/settings.ts';

describe('the settings in a .env', () => {
  it.each([
    ['in place of the line that had it', 'A=1\nTZ=UTC\nB=2\n', 'A=1\nTZ=Europe/Berlin\nB=2\n'],
    ['in place of the comment that shows it', '# When.\n# TZ=UTC\nB=2\n', '# When.\nTZ=Europe/Berlin\nB=2\n'],
    ['at the end, where nothing shows it', 'B=2\n', 'B=2\nTZ=Europe/Berlin\n'],
    ['after a last line without an end', 'B=2', 'B=2\nTZ=Europe/Berlin\n'],
    ['in an empty file', '', 'TZ=Europe/Berlin\n'],
    ['in place of the last of two lines, which is the one that counts', 'TZ=A\nTZ=B\n', 'TZ=A\nTZ=Europe/Berlin\n'],
  ])('are written %s', (_, before, after) => {
    expect(withSettings(before, { TZ: 'Europe/Berlin' })).toBe(after);
  });

  it('come back as they were given, and the others stay', () => {
    const name = fc.constantFrom(...settings.map(setting => setting.name));
    const value = fc.stringMatching(/^[!#-~][ !#-~]{0,40}[!#-~]$/).filter(text => !/[\\`]/.test(text));
    fc.assert(
      fc.property(fc.dictionary(name, value), fc.dictionary(name, value), (before, given) => {
        const text = withSettings(withSettings(readFileSync('.env.example', 'utf8'), before), given);
        expect(parseEnv(text)).toEqual({ ...before, ...given });
      }),
    );
  });

  it('can be read as settings where nothing but the example is there', () => {
    const text = withSettings(readFileSync('.env.example', 'utf8'), { DIGEST_AT: '07:30' });
    expect(readConfig(parseEnv(text)).digestAt).toBe('07:30');
  });

  it('are refused where one line cannot hold them', () => {
    expect(() => withSettings('', { TZ: 'a\nSLACK_BOT_TOKEN=b' })).toThrow(/TZ cannot be written in one line/);
  });
});

describe('the file', () => {
  const path = (): string => join(mkdtempSync(join(tmpdir(), 'env-')), '.env');

  it('is for its owner alone, also where others could read it before', async () => {
    const file = path();
    writeFileSync(file, 'A=1\n', { mode: 0o644 });
    await writePrivately(file, 'A=2\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await readIfThere(file)).toBe('A=2\n');
  });

  it('is so whatever the mask of the process is, and whatever was left beside it', async () => {
    const file = path();
    const elsewhere = path();
    writeFileSync(elsewhere, 'of somebody else\n');
    symlinkSync(elsewhere, `${file}.new`);
    const before = process.umask(0);
    onTestFinished(() => void process.umask(before));
    await writePrivately(file, 'A=2\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(elsewhere, 'utf8')).toBe('of somebody else\n');
  });

  it('is empty where there is none', async () => {
    expect(await readIfThere(path())).toBe('');
  });
});
