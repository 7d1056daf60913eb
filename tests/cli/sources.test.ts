import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOpml } from '../../src/sources/catalogue/opml.ts';
import { digest, emptyFolder } from './digest.ts';

const opmlOf = (name: string): string =>
  `<opml version="2.0"><body><outline type="rss" text="${name}" xmlUrl="https://${name}.example/feed" htmlUrl="https://${name}.example"/></body></opml>`;

describe('sources', () => {
  it('lists the 31 blogs of the catalogue', async () => {
    const { stdout, code } = await digest(['sources', 'list']);
    expect(code).toBe(0);
    expect(stdout.match(/not read yet/g)).toHaveLength(31);
    expect(stdout).toContain('Yelp Engineering and Product Blog');
  });

  it('exports a list that imports to the same', async () => {
    const cwd = emptyFolder();
    const { stdout } = await digest(['sources', 'export'], { cwd });
    expect(readOpml(stdout).sources).toHaveLength(31);
    writeFileSync(join(cwd, 'list.opml'), stdout);
    await digest(['sources', 'import', '--replace', 'list.opml'], { cwd });
    expect((await digest(['sources', 'export'], { cwd })).stdout).toBe(stdout);
  });

  it('adds blogs to the list, replaces it and drops from it', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'acme.opml'), opmlOf('acme'));
    const added = await digest(['sources', 'import', 'acme.opml'], { cwd });
    expect(added.stdout).toContain('now has 32');
    const dropped = await digest(['sources', 'drop', 'infoq'], { cwd });
    expect(dropped.stdout).toContain('now has 31');
    const replaced = await digest(['sources', 'import', '--replace', 'acme.opml'], { cwd });
    expect(replaced.stdout).toContain('now has 1.');
    expect((await digest(['sources', 'list'], { cwd })).stdout).toContain('https://acme.example/feed');
  });

  it('reads every source of the recorded day and says which one failed', async () => {
    const { stdout, code } = await digest(['sources', 'check', '--sample']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/SoundCloud Backstage Blog.*\n.*failed: .*404/);
  });

  it.each([
    ['a file that is not OPML', 'not.opml', 'Dear diary', /OPML/],
    ['an OPML file without a blog', 'empty.opml', '<opml version="2.0"><body/></opml>', /no source|holds no/i],
  ])('refuses %s and leaves the list as it was', async (_, name, text, message) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, name), text);
    const run = await digest(['sources', 'import', '--replace', name], { cwd });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(message);
    expect(existsSync(join(cwd, 'data/sources.opml'))).toBe(false);
  });

  it('says that a file does not exist', async () => {
    const run = await digest(['sources', 'import', 'nowhere.opml']);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/nowhere\.opml/);
  });

  it('ends with a device that has no end, rather than with the memory', async () => {
    const run = await digest(['sources', 'import', '/dev/zero']);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(/^Error: \/dev\/zero has more than 4194304 bytes\. Give the path of an OPML file\.$/m);
  });

  it('names the list when a blog to drop is not on it', async () => {
    const run = await digest(['sources', 'drop', 'Nobody']);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/no source named "Nobody"/);
  });

  it('does not run on a list of its own that is broken, and says which', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'mine.opml'), 'half a list');
    const run = await digest(['sources', 'list'], { cwd, env: { DIGEST_SOURCES: 'mine.opml' } });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/mine\.opml/);
    expect(readFileSync(join(cwd, 'mine.opml'), 'utf8')).toBe('half a list');
  });

  it('reads a list in the encoding that it declares', async () => {
    const cwd = emptyFolder();
    const text = `<?xml version="1.0" encoding="windows-1252"?>${opmlOf('caf\xe9')}`;
    writeFileSync(join(cwd, 'old.opml'), Buffer.from(text, 'latin1'));
    await digest(['sources', 'import', '--replace', 'old.opml'], { cwd });
    expect((await digest(['sources', 'list'], { cwd })).stdout).toContain('café  https://');
  });

  it('tells what an import adds from what it updates', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'acme.opml'), opmlOf('acme'));
    const first = await digest(['sources', 'import', 'acme.opml'], { cwd });
    expect(first.stdout).toBe('1 source added, 0 updated; data/sources.opml now has 32.\n');
    const again = await digest(['sources', 'import', 'acme.opml'], { cwd });
    expect(again.stdout).toBe('0 sources added, 1 updated; data/sources.opml now has 32.\n');
  });

  it('says that the list which the settings name does not exist', async () => {
    const run = await digest(['sources', 'list'], { env: { DIGEST_SOURCES: 'mien.opml' } });
    expect(run.code).toBe(0);
    expect(run.stderr).toMatch(/mien\.opml.*does not exist/);
  });

  it('says which outline of its own list it leaves out', async () => {
    const cwd = emptyFolder();
    const bad = '<outline type="rss" text="Old" xmlUrl="gopher://old.example/"/>';
    writeFileSync(join(cwd, 'mine.opml'), opmlOf('acme').replace('<body>', `<body>${bad}`));
    const run = await digest(['sources', 'list'], { cwd, env: { DIGEST_SOURCES: 'mine.opml' } });
    expect(run.stderr).toMatch(/Old was left out of mine\.opml: "gopher:/);
  });

  it('keeps the last blog of a list, without which nothing could run', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'mine.opml'), opmlOf('acme'));
    const run = await digest(['sources', 'drop', 'acme'], { cwd, env: { DIGEST_SOURCES: 'mine.opml' } });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/acme is the only source/);
    expect(readFileSync(join(cwd, 'mine.opml'), 'utf8')).toBe(opmlOf('acme'));
  });

  it.each([
    ['import', ['sources', 'import', '.'], /^Error: \. cannot be read/],
    ['save', ['sources', 'drop', 'InfoQ'], /^Error: a-file\/list\.opml cannot be written/],
  ])('says which file it cannot %s', async (_, args, message) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'a-file'), '');
    const run = await digest(args, { cwd, env: { DIGEST_SOURCES: 'a-file/list.opml' } });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(message);
  });
});
