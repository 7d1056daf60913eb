import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { recordHealth } from '../../src/archive/health.ts';
import { recordItems } from '../../src/archive/items.ts';
import { answerWhy } from '../../src/cli/why.ts';
import { readConfig } from '../../src/config.ts';
import type { Source, SourceStatus } from '../../src/edition/source.ts';
import type { Decision } from '../../src/editor/decisions.ts';
import { anEdition } from '../an-edition.ts';
import { digest } from './digest.ts';

const config = readConfig({ DIGEST_AT: '06:00', TZ: 'UTC' });
const now = new Date('2026-04-03T07:00:00Z');

const sources: readonly Source[] = [
  { name: 'Acme Engineering', company: 'Acme', site: 'https://acme.example/blog/', feeds: [] },
  { name: 'Acme Press', company: 'Acme', site: 'https://acme.example/press', feeds: [] },
  { name: 'Globex', company: 'Globex', site: 'https://www.globex.example', feeds: ['https://feeds.example/globex'] },
];

const ledger = 'https://acme.example/blog/ledger';

const aDecision = (overrides: Partial<Decision> = {}): Decision => ({
  url: ledger,
  title: 'The ledger',
  source: 'Acme Engineering',
  company: 'Acme',
  decision: 'deep-dive',
  reasons: ['substance 0.81: code +0.20', 'about Acme: its own blog'],
  ...overrides,
});

describe('why', () => {
  let archive: Archive;
  beforeEach(async () => {
    archive = await openArchive({ path: ':memory:' });
  });
  afterEach(() => archive.close());

  const why = (url: string) => answerWhy({ archive, sources, config, now: () => now }, url);
  const save = (date: string, decisions: readonly Decision[] = []) =>
    saveEdition(archive, anEdition({ date }), {
      until: `${date}T06:00:00Z`,
      builtAt: `${date}T06:05:00Z`,
      decisions,
    });
  const list = (published: string | undefined, seen: string, url = ledger) =>
    recordItems(
      archive,
      'Acme Engineering',
      [{ id: url, url, title: 'The ledger', authors: [], categories: [], ...(published && { published }) }],
      seen,
    );
  const fare = (status: Partial<SourceStatus> = {}) =>
    recordHealth(archive, [{ name: 'Globex', status: 'ok', items: 12, ...status }], '2026-04-03T05:00:00Z');

  it('tells that it was chosen, by which signs, who listed it and since when it is news', async () => {
    await list('2026-04-01T04:00:00Z', '2026-04-01T05:00:00Z');
    await save('2026-04-01', [aDecision()]);
    const { text, isKnown } = await why(`http://www.acme.example/blog/ledger/?utm_source=x#top`);
    expect(isKnown).toBe(true);
    expect(text).toBe(`The ledger
https://acme.example/blog/ledger

Edition of 2026-04-01, from Acme Engineering: told as a Deep Dive.
    - substance 0.81: code +0.20
    - about Acme: its own blog

Acme Engineering listed it, first seen 2026-04-01 05:00 UTC. It counts as news since 2026-04-01 04:00 UTC.
`);
  });

  it.each([
    'over the quota of 3 from Acme Engineering',
    'over the cap of 18 Deep Dives',
    'thin: substance 0.21, wanted 0.35',
    'paywalled: the whole text could not be read',
  ])('tells by which limit it was thinned: %s', async reason => {
    await save('2026-04-01', [aDecision({ decision: 'also-published', reasons: [reason] })]);
    expect((await why(ledger)).text).toContain(
      `Edition of 2026-04-01, from Acme Engineering: listed under “Also published”, not told.\n    - ${reason}`,
    );
  });

  it('tells into which telling it was merged, and what became of that', async () => {
    const other = aDecision({
      url: 'https://news.example/acme',
      source: 'News',
      decision: 'merged',
      mergedInto: ledger,
      reasons: [`retold as ${ledger} of Acme Engineering`],
    });
    await save('2026-04-01', [aDecision({ decision: 'also-published' }), other]);
    const { text, why: data } = await why('news.example/acme');
    expect(text).toContain('Edition of 2026-04-01, from News: merged into another telling of the same story.');
    expect(text).toContain(`retold as ${ledger} of Acme Engineering`);
    expect(text).toContain('that one, of Acme Engineering, was listed under “Also published”, not told');
    expect(data.kept).toEqual([aDecision({ decision: 'also-published' })]);
  });

  it('tells of each edition that met it, the newest first', async () => {
    await save('2026-04-01', [aDecision()]);
    await save('2026-04-02', [aDecision({ decision: 'published-before', reasons: ['another edition has it'] })]);
    expect((await why(ledger)).text).toMatch(
      /Edition of 2026-04-02, .*: left out, as another edition had the story\.[\s\S]*Edition of 2026-04-01, .*: told as/,
    );
  });

  it('tells what an edition made of it that kept no reasons', async () => {
    await save('2026-04-01');
    expect((await why('https://acme.example/award')).text).toContain(
      'Edition of 2026-04-01: listed under “Also published”, not told. It was written before reasons were kept.',
    );
  });

  describe('of what no edition has', () => {
    it.each([
      ['2026-04-03', ['2026-04-01', '2026-04-02']],
      ['2026-04-04', ['2026-04-02', '2026-04-03']],
    ])('names the edition for which it is to be weighed: that of %s after those of %j', async (comes, dates) => {
      for (const date of dates) await save(date);
      await list('2026-04-03T06:30:00Z', '2026-04-03T06:40:00Z');
      const { text, why: data } = await why(ledger);
      expect(text).toContain(`It is to be weighed for the edition of ${comes}.`);
      expect(data.comes).toBe(comes);
    });

    it('says that it never counted as news', async () => {
      await list('2026-03-01T00:00:00Z', '2026-04-01T05:00:00Z');
      await archive.db.updateTable('items').set({ appeared: null }).execute();
      expect((await why(ledger)).text).toContain('it never counted as news, and no edition weighs it');
    });

    it('says that it is older than what the first edition covers', async () => {
      await list('2026-03-01T00:00:00Z', '2026-04-01T05:00:00Z');
      await save('2026-04-01');
      expect((await why(ledger)).text).toContain('before what the edition of 2026-04-01 covers');
    });

    it('says that it was seen too late', async () => {
      await save('2026-04-01');
      await save('2026-04-02');
      await list('2026-04-02T05:00:00Z', '2026-04-02T09:00:00Z');
      expect((await why(ledger)).text).toContain(
        'The edition of 2026-04-02 covers that time and was written before it was seen',
      );
    });

    it('says that it is not known why the edition of its time does not have it', async () => {
      await list('2026-04-01T05:00:00Z', '2026-04-01T05:30:00Z');
      await save('2026-04-01');
      expect((await why(ledger)).text).toContain(
        'The edition of 2026-04-01 covers that time and does not have it; why was not kept.',
      );
    });
  });

  describe('of what no blog listed', () => {
    it('says since when its blog fails, and with what', async () => {
      await fare({ status: 'failed', items: 0, reason: 'answered 404 Not Found', since: '2026-03-30T06:00:00Z' });
      const { text, isKnown } = await why('https://globex.example/some/post');
      expect(text).toContain(
        'Globex (https://www.globex.example) has not listed it. It cannot be read: answered 404 Not Found (failing since 2026-03-30).',
      );
      expect(isKnown).toBe(true);
    });

    it('says when its blog was read, and how much that listed', async () => {
      await fare();
      expect((await why('globex.example/some/post')).text).toContain(
        'It was read last at 2026-04-03 05:00 UTC, with 12 items',
      );
    });

    it('says that its blog was not read yet', async () => {
      expect((await why('feeds.example/some/post')).text).toContain('has not listed it: the blog was not read yet');
    });

    it('names the one blog of a host under whose address it stands, else all of that host', async () => {
      expect((await why('https://acme.example/blog/other')).why.blogs.map(({ name }) => name)).toEqual([
        'Acme Engineering',
      ]);
      expect((await why('https://acme.example/blogger')).why.blogs.map(({ name }) => name)).toEqual([
        'Acme Engineering',
        'Acme Press',
      ]);
    });

    it('says that nothing is known where it is of no blog of the list', async () => {
      const { text, isKnown } = await why('https://nobody.example/post?utm_source=x');
      expect(text).toMatch(/^Nothing is known of https:\/\/nobody.example\/post: no blog listed it/);
      expect(isKnown).toBe(false);
    });
  });

  it.each(['', 'foo', 'mailto:a@b.example', 'ftp://acme.example/x', 'javascript:alert(1)'])(
    'refuses what is no address: "%s"',
    async typed => {
      await expect(why(typed)).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('no address') });
    },
  );
});

describe('why on the command line, over the recorded day', () => {
  const delegation =
    'https://www.hashicorp.com/blog/aws-permission-delegation-now-generally-available-in-hcp-terraform';

  it('answers as text, and as JSON for programs', async () => {
    const text = await digest(['why', '--sample', `${delegation}?utm_campaign=x`]);
    expect(text.code).toBe(0);
    expect(text.stdout).toContain('Edition of 2026-04-01, from HashiCorp Blog: told as a Deep Dive.');
    const data = await digest(['why', '--sample', '--format', 'json', delegation]);
    expect(JSON.parse(data.stdout).decisions).toMatchObject([
      { edition: '2026-04-01', decision: { decision: 'deep-dive', company: 'HashiCorp' } },
    ]);
  });

  it('ends with 1 where nothing is known, and says so on stdout', async () => {
    const run = await digest(['why', '--sample', 'https://nobody.example/post']);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/^Nothing is known of https:\/\/nobody\.example\/post/);
  });

  it('ends with 1 where what is asked is no address', async () => {
    const run = await digest(['why', 'the ledger']);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('Error: “the ledger” is no address of an article.');
  });
});
