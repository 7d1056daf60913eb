/** A list of blogs that stands at an address: whole processes, and a loopback server that the settings permit or not. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BlogServer, startBlogs } from '../servers/blogs.ts';
import { digest, emptyFolder } from './digest.ts';

const list =
  '<opml version="2.0"><body><outline type="rss" text="Acme" xmlUrl="https://acme.example/feed" htmlUrl="https://acme.example"/></body></opml>';

let server: BlogServer;
beforeEach(async () => {
  server = await startBlogs();
});
afterEach(() => server.close());

const imported = (address: string, cwd = emptyFolder()) =>
  digest(['sources', 'import', '--replace', address], {
    cwd,
    env: { DIGEST_PRIVATE_HOSTS: `127.0.0.1:${server.port}` },
  });

it('is imported as a file is', async () => {
  server.on('/blogs.opml', { body: list, headers: { 'content-type': 'text/x-opml; charset=utf-8' } });
  const { code, stdout } = await imported(server.url('/blogs.opml'));
  expect(stdout).toContain('1 source replaces the list');
  expect(code).toBe(0);
});

it.each([
  ['is not there', { status: 404 }, /\/blogs\.opml answered 404 Not Found: it has moved or is gone/],
  ['is no OPML', { body: '<html></html>' }, /\/blogs\.opml: The file is not OPML: it is a <html> document/],
  ['is too long', { body: 'x'.repeat(1024 * 1024 + 1) }, /\/blogs\.opml is larger than 1,048,576 bytes/],
  [
    'leads to a private network',
    { status: 302, headers: { location: 'http://10.0.0.1/blogs.opml' } },
    /http:\/\/10\.0\.0\.1\/blogs\.opml is not read: .*; if you know it for a blog, add 10\.0\.0\.1 to DIGEST_PRIVATE_HOSTS/,
  ],
])('is refused where it %s, and the list stays as it was', async (_, answer, words) => {
  const cwd = emptyFolder();
  server.on('/blogs.opml', answer);
  const { code, stderr } = await imported(server.url('/blogs.opml'), cwd);
  expect(stderr).toMatch(words);
  expect(code).toBe(1);
  expect(existsSync(join(cwd, 'data/sources.opml'))).toBe(false);
});

it('is not asked for on this machine unless the operator permits it', async () => {
  server.on('/blogs.opml', { body: list });
  const { code, stderr } = await digest(['sources', 'import', server.url('/blogs.opml')]);
  expect(stderr).toContain(`add 127.0.0.1:${server.port} to DIGEST_PRIVATE_HOSTS`);
  expect(code).toBe(1);
  expect(server.asked).toEqual([]);
});
