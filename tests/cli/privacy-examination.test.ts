import { execFileSync } from 'node:child_process';
import { chmodSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { examinePrivacy } from '../../src/cli/privacy-examination.ts';
import { emptyFolder } from './digest.ts';

const inFolder = (name: string): string => join(emptyFolder(), name);

const aFile = (path: string, mode: number): string => {
  writeFileSync(path, '');
  chmodSync(path, mode);
  return path;
};

describe('the privacy of what is kept here', () => {
  it('is well for an archive that we made, and its logs', async () => {
    const path = inFolder('archive.db');
    const archive = await openArchive({ path });
    onTestFinished(() => archive.close());
    const [finding, ...rest] = examinePrivacy({ path });
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ isWell: true, what: expect.stringContaining(`${path}-wal`) });
  });

  it.each([0o644, 0o640, 0o604, 0o620, 0o602])(
    'is told of where the mode is %o, with the command that mends it',
    mode => {
      const path = aFile(inFolder('archive.db'), mode);
      const [finding] = examinePrivacy({ path });
      expect(finding).toMatchObject({ isWell: false, isTolerable: true, what: expect.stringContaining(path) });
      expect(finding?.remedy).toBe(`Make that yours alone: chmod 600 ${path}`);
    },
  );

  it('gives a command that a shell takes, whatever the file is called', () => {
    const path = aFile(inFolder("it's; rm -rf $HOME.db"), 0o644);
    const command = examinePrivacy({ path })[0]?.remedy?.replace(/^.*?: /, '') ?? '';
    execFileSync('sh', ['-c', command]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('has nothing to look at where there is nothing', () => {
    expect(examinePrivacy({ path: ':memory:' })).toEqual([]);
    expect(examinePrivacy({ path: inFolder('none.db') })).toEqual([]);
    expect(examinePrivacy({ postgresUrl: 'postgres://db.example/digest' })).toEqual([]);
  });
});
