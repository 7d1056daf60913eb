/** The same edition built twice over one archive: what was answered is not asked again. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder } from '../cli/digest.ts';
import { engineeringPosts } from '../editor/posts.ts';
import { type BlogServer, startBlogs } from '../servers/blogs.ts';
import type { ModelServer } from '../servers/model/server.ts';
import { type Built, built, contentOf, providers, saidOf, startModel } from './model-stage.ts';

let server: ModelServer;
let blogs: BlogServer;
beforeEach(async () => {
  [server, blogs] = await Promise.all([startModel(), startBlogs()]);
});
afterEach(async () => {
  await Promise.all([server.close(), blogs.close()]);
});

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map(block => `<p>${block}</p>`)
    .join('');

/** A folder whose list has one blog that wrote `count` posts just now; what is built there goes into one archive. */
const inFolder = (count: number) => {
  const ownList = { DIGEST_SOURCES: 'mine.opml', DIGEST_PRIVATE_HOSTS: `127.0.0.1:${blogs.port}` };
  const cwd = emptyFolder();
  const outline = `<outline type="rss" text="Acme" xmlUrl="${blogs.url('/feed')}" htmlUrl="${blogs.url('/')}"/>`;
  writeFileSync(join(cwd, 'mine.opml'), `<opml version="2.0"><body>${outline}</body></opml>`);
  const published = new Date().toUTCString();
  const items = engineeringPosts.slice(0, count).map(({ title, text }, nth) => {
    const html = paragraphs(text);
    blogs.on(`/${nth}`, {
      headers: { 'content-type': 'text/html' },
      body: `<html><body><article><h1>${title}</h1>${html}</article></body></html>`,
    });
    return `<item><title>${title}</title><link>${blogs.url(`/${nth}`)}</link><pubDate>${published}</pubDate><description><![CDATA[${html}]]></description></item>`;
  });
  blogs.on('/feed', {
    body: `<rss version="2.0"><channel><title>Acme</title>${items.join('')}</channel></rss>`,
  });
  return (...args: readonly string[]): Promise<Built> =>
    built(args, { cwd, env: { ...providers.openai(server), ...ownList } });
};

describe('build --rebuild over the same archive', () => {
  it('asks nothing again, and writes the same', async () => {
    const run = inFolder(3);
    const first = await run();
    const entries = first.edition.deepDives.length;
    expect(entries).toBe(3);
    expect(first.edition.usage).toMatchObject({ calls: entries + 1, cached: 0 });
    expect(server.questions()).toHaveLength(entries + 1);
    const second = await run('--rebuild');
    expect(second.edition.usage).toMatchObject({ calls: 0, tokensIn: 0, tokensOut: 0, cached: entries + 1 });
    expect(server.questions()).toHaveLength(entries + 1);
    expect(contentOf(second.edition)).toEqual(contentOf(first.edition));
    expect(second.edition.writer).toBe(first.edition.writer);
  });

  it('asks nothing again of the models where the first is down by then', async () => {
    const run = inFolder(2);
    const first = await run();
    await server.close();
    const second = await run('--rebuild');
    expect(contentOf(second.edition)).toEqual(contentOf(first.edition));
    expect(second.edition.usage.notes).toBeUndefined();
    expect(saidOf(second).filter(line => line.includes('openai'))).toEqual([]);
  });
});
