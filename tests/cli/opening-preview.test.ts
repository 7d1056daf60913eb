import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { type Browse, openPreview } from '../../src/cli/opening-preview.ts';
import { readConfig } from '../../src/config.ts';
import { anEdition } from '../an-edition.ts';
import { emptyFolder } from './digest.ts';

describe('the preview that the demo opens', () => {
  let archive: Archive;
  beforeEach(async () => {
    archive = await openArchive({ path: ':memory:' });
    const { date } = anEdition();
    await saveEdition(archive, anEdition(), { until: `${date}T06:00:00Z`, builtAt: `${date}T06:05:00Z` });
  });
  afterEach(() => archive.close());

  const open = (browse: Browse) =>
    openPreview({ archive, config: readConfig({}), now: () => new Date('2026-04-01T07:00:00Z') }, browse);

  it('is served on this machine until it is closed, and shown in the browser', async () => {
    const shown: string[] = [];
    const preview = await open(async address => shown.push(address));
    expect(shown).toEqual([preview.address]);
    expect(preview.address).toMatch(/^http:\/\/localhost:\d+\/preview$/);
    const here = preview.address.replace('localhost', '127.0.0.1');
    const response = await fetch(here);
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining(anEdition().title)]);
    await preview.close();
    await expect(fetch(here)).rejects.toThrow();
  });

  it('is served where there is no browser', async () => {
    const preview = await open(() => Promise.reject(new Error('spawn xdg-open ENOENT')));
    expect((await fetch(preview.address.replace('localhost', '127.0.0.1'))).status).toBe(200);
    await preview.close();
  });
});

/** Of util-linux: gives a process a terminal. */
const script = '/usr/bin/script';
const main = resolve(import.meta.dirname, '../../src/main.ts');

describe.skipIf(!existsSync(script) || process.platform !== 'linux')(
  'the demo at a terminal (skipped where `script` is not installed)',
  () => {
    it('opens the preview in the browser, tells its address, and goes on until the person leaves', async () => {
      const folder = emptyFolder();
      const [browser, opened] = [join(folder, 'browser'), join(folder, 'opened')];
      writeFileSync(browser, `#!/bin/sh\necho "$1" > '${opened}.new' && mv '${opened}.new' '${opened}'\n`);
      chmodSync(browser, 0o755);
      const demo = spawn(script, ['-qec', `'${process.execPath}' '${main}' run --sample`, '/dev/null'], {
        cwd: folder,
        env: { PATH: process.env.PATH, TZ: 'UTC', BROWSER: browser },
      });
      onTestFinished(() => void demo.kill());
      let output = '';
      const told = new Promise<string>((found, missed) => {
        demo.stdout.setEncoding('utf8').on('data', (text: string) => {
          output += text;
          const [, address] = /and why: (http:\/\/localhost:\d+\/preview)/.exec(output) ?? [];
          if (address !== undefined) found(address);
        });
        demo.on('close', () => missed(new Error(`It ended without an address: ${output}`)));
      });
      const ended = new Promise<number | null>(done => {
        demo.on('close', done);
      });
      const address = await told;
      const response = await fetch(address.replace('localhost', '127.0.0.1'));
      expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('April 1, 2026')]);
      demo.stdin.write('company:pinterest\nquit\n');
      expect(await ended).toBe(0);
      expect(output).toContain('for company:pinterest');
      expect(readFileSync(opened, 'utf8').trim()).toBe(address);
    });
  },
);
