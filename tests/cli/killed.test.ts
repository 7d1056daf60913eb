import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Edition, edition as editionSchema } from '../../src/edition/edition.ts';
import { engineeringPosts, type Post } from '../editor/posts.ts';
import { type BlogServer, startBlogs } from '../servers/blogs.ts';
import { digest, emptyFolder, type Surroundings } from './digest.ts';

const [first, second, third] = engineeringPosts;
if (!first || !second || !third) throw new Error('There are too few posts for this test.');
const posts = [first, second, third] as const;
const hourAgo = new Date(Date.now() - 3_600_000).toUTCString();
const never = new Promise(() => {});

const pageOf = ({ title, text }: Post): string =>
  `<html><head><title>${title}</title></head><body><article>${text
    .split('\n')
    .map(block => `<p>${block}</p>`)
    .join('')}</article></body></html>`;

const told = (stdout: string): Pick<Edition, 'deepDives' | 'alsoPublished'> => {
  const { deepDives, alsoPublished } = editionSchema.parse(JSON.parse(stdout));
  return { deepDives, alsoPublished };
};

describe('a build that is killed', () => {
  let blog: BlogServer;

  /** A folder of its own, whose list of sources is the blog. */
  const folder = (): string => {
    const cwd = emptyFolder();
    const outline = `<outline type="rss" text="Acme" xmlUrl="${blog.url('/feed')}" htmlUrl="${blog.url('/')}"/>`;
    writeFileSync(join(cwd, 'list.opml'), `<opml version="2.0"><body>${outline}</body></opml>`);
    return cwd;
  };
  const build = (cwd: string, options: Pick<Surroundings, 'killedAfter'> = {}) =>
    digest(['build', '--format', 'json'], {
      cwd,
      env: { DIGEST_SOURCES: 'list.opml', DIGEST_PRIVATE_HOSTS: `127.0.0.1:${blog.port}` },
      ...options,
    });

  beforeEach(async () => {
    blog = await startBlogs();
    const items = posts.map(
      ({ title }, index) =>
        `<item><title>${title}</title><link>${blog.url(`/post/${index}`)}</link><pubDate>${hourAgo}</pubDate></item>`,
    );
    blog.on('/feed', {
      headers: { etag: '"1"' },
      body: `<rss version="2.0"><channel><title>Acme</title>${items.join('')}</channel></rss>`,
    });
    for (const [index, post] of posts.entries()) blog.on(`/post/${index}`, { body: pageOf(post) });
  });
  afterEach(() => blog.close());

  it('while an article is read, gives the same edition when it is run again, though the feed has nothing new', async () => {
    const whole = told((await build(folder())).stdout);
    expect(whole.deepDives.length + whole.alsoPublished.length).toBe(posts.length);

    blog.on('/post/0', { after: never }, { body: pageOf(posts[0]) });
    const cwd = folder();
    // The feed, robots.txt, and the first page, which is held.
    const killed = await build(cwd, { killedAfter: blog.arrived(blog.asked.length + 3) });
    expect(killed).toMatchObject({ code: null, stdout: '' });
    expect(told((await build(cwd)).stdout)).toEqual(whole);
    expect(blog.askedFor('/feed').at(-1)?.headers['if-none-match']).toBe('"1"');
  });
});
