import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Edition, edition as editionSchema } from '../../src/edition/edition.ts';
import { splitSentences } from '../../src/editor/language/sentences.ts';
import { type BlogServer, startBlogs } from '../servers/blogs.ts';
import { digest, emptyFolder, type Run } from './digest.ts';

/** Title (by its first words) and company of the 18 stories that the reference edition tells of this day. */
const told: readonly (readonly [string, string])[] = [
  ['How Datadog Redefined Data Replication', 'Datadog'],
  ['Introducing EmDash', 'Cloudflare'],
  ['Automate safety monitoring', 'AWS'],
  ['Run multiple agents at once with /fleet', 'GitHub'],
  ['Securing the open source supply chain', 'GitHub'],
  ['AWS permission delegation', 'HashiCorp'],
  ['HCP Terraform adds IP allow list', 'HashiCorp'],
  ['ADeLe', 'Microsoft'],
  ['The Model You Love', 'O’Reilly'],
  ['Automating competitive price intelligence', 'AWS'],
  ['Pinterest Deploys', 'Pinterest'],
  ['Cloudflare Launches Dynamic Workers', 'Cloudflare'],
  ['Presentation: The Principal Engineer', 'InfoQ'],
  ['ESLint v10', 'ESLint'],
  ['Our ongoing commitment to privacy', 'Cloudflare'],
  ['Gradient Labs gives every bank customer', 'Gradient Labs'],
  ['The latest AI news we announced in March 2026', 'Google'],
  ['We’re creating a new satellite imagery map', 'Google'],
];
const straight = (text: string): string => text.replaceAll('’', "'");

describe('build --sample --format json', () => {
  let run: Run;
  let edition: Edition;
  beforeAll(async () => {
    run = await digest(['build', '--sample', '--format', 'json']);
    edition = editionSchema.parse(JSON.parse(run.stdout));
  }, 30_000);

  it('ends well, with logs on stderr only', () => {
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('Edition of 2026-04-01: 18 deep dives');
  });

  it.each(told)('tells "%s" of %s', (title, company) => {
    const entry = edition.deepDives.find(dive => straight(dive.title).startsWith(straight(title)));
    expect(straight(entry?.company ?? 'not told')).toBe(straight(company));
  });

  it('tells the story that stands in two feeds once', () => {
    const titles = edition.deepDives.map(({ title }) => title);
    expect(titles.filter(title => title.startsWith('Securing the open source supply chain'))).toHaveLength(1);
    const listed = edition.alsoPublished.map(({ title }) => title);
    expect(listed.filter(title => /supply chain|permission delegation/i.test(title))).toEqual([]);
    expect(titles.filter(title => /delegation/i.test(title))).toHaveLength(1);
  });

  it('lists the three thin items under Also published, not among the Deep Dives', () => {
    expect(edition.deepDives).toHaveLength(18);
    expect(edition.alsoPublished).toHaveLength(3);
  });

  it('names the source that failed, with its cause', () => {
    const failed = edition.sources.filter(({ status }) => status === 'failed');
    expect(failed.map(({ name }) => name)).toEqual(['SoundCloud Backstage Blog']);
    expect(failed[0]?.reason).toContain('404');
    expect(edition.sources).toHaveLength(31);
  });

  it('supports every sentence of every body by its article', () => {
    for (const entry of edition.deepDives) {
      expect(entry.grounding.map(({ sentence }) => sentence).join(' ')).toBe(entry.body);
      expect(entry.grounding.every(({ supported }) => supported)).toBe(true);
      expect(splitSentences(entry.body).length).toBeGreaterThanOrEqual(4);
      expect(splitSentences(entry.body).length).toBeLessThanOrEqual(5);
    }
  });

  it('cites only entries that it has', () => {
    const ids = new Set(edition.deepDives.map(({ id }) => id));
    const cited = [...edition.signal.entries, ...edition.patterns.flatMap(({ entries }) => entries)];
    expect(cited.filter(id => !ids.has(id))).toEqual([]);
    expect(edition.patterns.length).toBeGreaterThan(0);
  });

  it('is the same edition every time', async () => {
    expect((await digest(['build', '--sample', '--format', 'json'])).stdout).toBe(run.stdout);
  });
});

describe('build: bad input', () => {
  it.each([
    ['a date that is none', ['build', '--date', '2026-02-30'], /"2026-02-30" is not a date of the calendar/],
    ['a date in words', ['build', '--date', 'yesterday'], /Write it as YYYY-MM-DD/],
    ['a date to come', ['build', '--date', '2999-01-01'], /has not come yet/],
    ['an argument too many', ['build', '2026-04-01'], /too many arguments/],
    ['an unknown option', ['build', '--dat', '2026-04-01'], /unknown option '--dat'[\s\S]*--date/],
    ['an unknown format', ['build', '--format', 'pdf'], /Allowed choices are text, md, json, html/],
    ['an unknown command', ['bild'], /unknown command 'bild'[\s\S]*build/],
  ])('refuses %s with a message and a failure', async (_, args, message) => {
    const run = await digest(args);
    expect(run.code).not.toBe(0);
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(run.stdout).toBe('');
  });

  it('says which settings are wrong', async () => {
    const run = await digest(['build'], { env: { DIGEST_AT: 'noon' } });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/DIGEST_AT is not a time of day/);
  });

  it('says that .env cannot be read, and shows no trace', async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, '.env'));
    const run = await digest(['build'], { cwd });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^Error: \.env cannot be read\./);
  });

  it('suggests the demo where no source can be reached', async () => {
    const cwd = emptyFolder();
    // Port 1 of this machine answers nobody: the same to us as a network that is down.
    const opml =
      '<opml version="2.0"><body><outline type="rss" text="Nowhere" xmlUrl="http://127.0.0.1:1/feed" htmlUrl="http://127.0.0.1:1/"/></body></opml>';
    writeFileSync(join(cwd, 'mine.opml'), opml);
    const env = { DIGEST_SOURCES: 'mine.opml', DIGEST_PRIVATE_HOSTS: '127.0.0.1:1' };
    const run = await digest(['build'], { cwd, env });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(
      /None of 1 source could be read\. The first, Nowhere: .*\(ECONNREFUSED\)\. Is this machine on a network\? .*npm run demo/,
    );
  });

  it('does not ask after the network where the address of a blog was refused', async () => {
    const cwd = emptyFolder();
    const opml = '<opml version="2.0"><body><outline text="Wiki" xmlUrl="http://wiki.internal/feed"/></body></opml>';
    writeFileSync(join(cwd, 'mine.opml'), opml);
    const run = await digest(['build'], { cwd, env: { DIGEST_SOURCES: 'mine.opml' } });
    expect(run.stderr).toMatch(/The first, Wiki: .*add wiki\.internal to DIGEST_PRIVATE_HOSTS\. `npm run demo`/);
    expect(run.stderr).not.toContain('Is this machine on a network?');
  });

  it('says that a database cannot be written, and where', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'a-file'), '');
    const run = await digest(['build'], { cwd, env: { DATABASE_URL: 'a-file/archive.db' } });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/a-file\/archive\.db/);
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });

  it('leaves a file alone that is no archive', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'notes.db'), 'my notes, not a database, and precious to me'.repeat(100));
    const run = await digest(['build'], { cwd, env: { DATABASE_URL: 'notes.db' } });
    expect(run.code).toBe(1);
    expect(readFileSync(join(cwd, 'notes.db'), 'utf8')).toContain('my notes');
  });
});

describe('build over a live blog', () => {
  let blogs: BlogServer;
  beforeEach(async () => {
    blogs = await startBlogs();
  });
  afterEach(() => blogs.close());

  const feed =
    '<rss version="2.0"><channel><title>Acme</title><item><title>Why we rewrote the queue</title></item></channel></rss>';

  /** Runs in one folder whose list has one blog. */
  const inFolder = () => {
    const cwd = emptyFolder();
    const outline = `<outline type="rss" text="Acme" xmlUrl="${blogs.url('/feed')}" htmlUrl="${blogs.url('/')}"/>`;
    writeFileSync(join(cwd, 'mine.opml'), `<opml version="2.0"><body>${outline}</body></opml>`);
    const env = { DIGEST_SOURCES: 'mine.opml', DIGEST_PRIVATE_HOSTS: `127.0.0.1:${blogs.port}` };
    return (...args: readonly string[]) => digest(args, { cwd, env });
  };

  it('shows one edition in two runs at once, and fails in neither', async () => {
    const run = inFolder();
    let release = (): void => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    blogs.on('/feed', { body: feed, after: held }, { body: feed });
    const slow = run('build', '--format', 'json');
    await blogs.arrived(1);
    const quick = await run('build', '--format', 'json');
    release();
    expect(await slow).toEqual({ ...quick, stderr: expect.stringContaining('Another run wrote the edition') });
    expect(quick.stdout).toContain('Why we rewrote the queue');
  });

  it('makes the edition of what was gathered before where no source can be reached now', async () => {
    const run = inFolder();
    blogs.on('/feed', { body: feed }, { status: 503 });
    await run('sources', 'check');
    const { code, stdout, stderr } = await run('build', '--format', 'json');
    expect(code).toBe(0);
    expect(stdout).toContain('Why we rewrote the queue');
    expect(stderr).toContain('No source could be read. The edition is made of what was gathered before.');
  });

  it('says in its last line that all is quoted where a model was to write it', async () => {
    const { code, stderr } = await digest(['build', '--sample'], {
      env: { DIGEST_MODEL: 'http://127.0.0.1:1/v1#none' },
    });
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^Note: http:\/\/127\.0\.0\.1:1\/v1#none cannot be reached.*\nEdition of .*; all of it is quoted\n$/m,
    );
  });

  it('counts one thing as one', async () => {
    const run = inFolder();
    blogs.on('/feed', { body: feed });
    const { stderr } = await run('build');
    expect(stderr).toContain('Read 1 of 1 source\n');
    expect(stderr).toContain('0 deep dives, 0 patterns, 1 also published');
  });
});
