import { request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { archiveVersion } from '../../src/archive/version.ts';
import { scriptPath, stylePath } from '../../src/web/assets.ts';
import { listen } from '../../src/web/server.ts';
import { anEdition } from '../an-edition.ts';
import { aSite } from './a-site.ts';
import { ask } from './ask.ts';
import { manyEditions } from './many-editions.ts';

const published = () => aSite({ editions: manyEditions(2) });

/** Pages of every kind. */
const pages = [
  '/',
  '/2026-04-01',
  '/companies',
  '/company/acme',
  '/themes',
  '/theme/databases',
  '/calendar',
  '/calendar/2026',
  '/search?q=acme',
  '/feed.rss',
  '/company/acme/feed.json',
];

describe('a closed database', () => {
  it.each(pages)(
    'is told on %s without what is inside of us, and whether or not the page was shown before',
    async path => {
      const { site, archive } = await published();
      for (const known of ['/', path]) expect((await ask(site, known)).status).toBe(200);
      await archive.close();
      for (const page of [path, `${path}${path.includes('?') ? '&' : '?'}page=2`]) {
        const { status, html, headers } = await ask(site, page, { headers: { 'Accept-Encoding': 'gzip' } });
        expect([500, 503]).toContain(status);
        expect(html).not.toMatch(/ at |\.ts|node:|kysely|sqlite|destroyed/i);
        expect(html.split('\n').filter(line => line !== '')).toHaveLength(1);
        expect(headers.get('X-Request-Id')).toMatch(/\S/);
      }
    },
  );

  it('leaves what needs none', async () => {
    const { site, archive } = await published();
    await archive.close();
    for (const path of [stylePath, scriptPath, '/favicon.svg']) expect((await ask(site, path)).status).toBe(200);
    expect((await ask(site, '/search')).status).toBe(200);
  });

  it('that is open again shows its pages again', async () => {
    const { site, archive } = await published();
    await archive.db.schema.alterTable('revision').renameTo('gone').execute();
    expect((await ask(site, '/')).status).toBe(500);
    await archive.db.schema.alterTable('gone').renameTo('revision').execute();
    expect(await archiveVersion(archive.db)).toBe(2);
    expect((await ask(site, '/')).status).toBe(200);
  });
});

describe('an edition that cannot be read', () => {
  it('fails by itself', async () => {
    const { site, archive } = await published();
    await archive.db.updateTable('editions').set({ edition: '{"date":' }).where('date', '=', '2026-04-01').execute();
    const { status, html } = await ask(site, '/2026-04-01');
    expect(status).toBe(500);
    expect(html).not.toMatch(/JSON|Zod|Unexpected/);
    expect((await ask(site, '/2026-03-31')).status).toBe(200);
    expect((await ask(site, '/company/acme')).status).toBe(200);
  });
});

describe('methods', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is refused, with those that there are', async method => {
    const { site } = await published();
    for (const path of [...pages, '/nowhere']) {
      const { status, headers } = await ask(site, path, { method });
      expect(status).toBe(405);
      expect(headers.get('Allow')).toBe('GET, HEAD');
    }
  });

  it('HEAD is answered as GET is, without the page', async () => {
    const { site } = await published();
    for (const path of [...pages, '/nowhere', '/search?q=foo:bar']) {
      const [got, head] = [await ask(site, path), await ask(site, path, { method: 'HEAD' })];
      expect(head.status).toBe(got.status);
      expect(head.html).toBe('');
      expect(head.headers.get('ETag')).toBe(got.headers.get('ETag'));
      expect(head.headers.get('Content-Type')).toBe(got.headers.get('Content-Type'));
    }
  });
});

describe('addresses', () => {
  /** As it stands, where `fetch` would tidy it. */
  const statusOf = async (path: string): Promise<number> => {
    const { site } = await aSite({ editions: [anEdition()] });
    const server = await listen(site, { port: 0, host: '127.0.0.1' });
    onTestFinished(() => server.close());
    return new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port: server.port, path }, answer => {
        answer.resume();
        answer.once('end', () => resolve(answer.statusCode ?? 0));
      })
        .once('error', reject)
        .end();
    });
  };

  it.each(
    [
      ['/..%2f..%2fetc/passwd', 404],
      ['/../../etc/passwd', 404],
      ['/assets/../../package.json', 404],
      ['/assets/..%2f..%2fpackage.json', 404],
      ['/.env', 404],
      ['/%00', 404],
      ['/2026-04-01%00', 404],
      ['/2026-04-01%0d%0aX-Injected:%20yes', 404],
      ['/%E0%A4%A', 404],
      ['/company/%E0%A4%A', 404],
      ['/theme/%FF', 404],
      ['/search?q=%E0%A4%A', 200],
      ['/search?q=%00', 400],
      ['/search?page=%00', 400],
      [`/search?q=${'a'.repeat(501)}`, 400],
      [`/search?q=${'a'.repeat(5_000)}`, 400],
      [`/search?q=${'a'.repeat(10_000)}`, 414],
      [`/search?q=${'a'.repeat(100_000)}`, 414],
      [`/company/${'a'.repeat(5_000)}`, 404],
      [`/${'a/'.repeat(2_000)}a`, 404],
      ['/?'.padEnd(5_000, '&q=x'), 200],
    ].map(([path, status]) => ({ name: String(path).slice(0, 40), path: String(path), status })),
  )('$name is answered with $status', async ({ path, status }) => {
    expect(await statusOf(path)).toBe(status);
  });
});
