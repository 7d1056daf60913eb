/** A bot that reads loopback blogs and makes an edition each morning, as far as that goes without a chat: what it would post is in the edition. */
import Keyv from 'keyv';
import { openArchive } from '../../src/archive/archive.ts';
import { collectSources } from '../../src/delivery/jobs/collect.ts';
import { editEdition } from '../../src/delivery/jobs/edit.ts';
import type { Article } from '../../src/edition/article.ts';
import type { Edition } from '../../src/edition/edition.ts';
import type { Source, SourceStatus } from '../../src/edition/source.ts';
import { extractiveWriter } from '../../src/editor/extractive.ts';
import type { Fetcher } from '../../src/sources/http/fetcher.ts';
import { engineeringPosts } from '../editor/posts.ts';
import { startBlogs } from '../servers/blogs.ts';
import { aFetcher, startClock } from '../sources/a-fetcher.ts';

/** A post as a feed has it; what is not given is left out of the feed. */
export interface Post {
  readonly title: string;
  readonly link?: string;
  readonly guid?: string;
  /** As the feed spells it. */
  readonly date?: string;
  /** An element more. */
  readonly more?: string;
  /** Plain text, a paragraph a line. */
  readonly text?: string;
}

/** Texts that are worth a Deep Dive each, and so long that the feed has the whole of them. */
export const [firstText, secondText] = [engineeringPosts.slice(0, 2), engineeringPosts.slice(2, 4)].map(posts =>
  posts.map(({ text }) => text).join('\n'),
) as [string, string];

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map(line => `<p>${line}</p>`)
    .join('');

const itemXml = ({ title, link, guid, date, more = '', text }: Post): string =>
  `<item><title>${title}</title>${link === undefined ? '' : `<link>${link}</link>`}${
    guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`
  }${date === undefined ? '' : `<pubDate>${date}</pubDate>`}${more}${
    text === undefined ? '' : `<content:encoded><![CDATA[${paragraphs(text)}]]></content:encoded>`
  }</item>`;

export const rss = (...posts: readonly Post[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>A blog</title><link>https://acme.example</link>${posts
    .map(itemXml)
    .join('')}</channel></rss>`;

export interface Morning {
  readonly edition: Edition;
  /** Titles of all that it tells or lists, in its order. */
  readonly told: readonly string[];
  readonly statuses: readonly SourceStatus[];
}

export interface Reader {
  readonly archive: Awaited<ReturnType<typeof openArchive>>;
  /** From now on the feed of the blog of this name is this document. */
  publish(blog: string, document: string | Uint8Array, contentType?: string): void;
  /** From now on the blog fails. */
  fail(blog: string, status: number): void;
  /** Reads all blogs and makes the edition of the day; then it is the next day, at seven. */
  morning(): Promise<Morning>;
  /** Reads all blogs, and nothing else. */
  poll(): Promise<readonly SourceStatus[]>;
  /** So many days on which the bot does not run. */
  sleep(days: number): void;
  /** The instant that it is. */
  now(): Date;
  close(): Promise<void>;
}

/** @param blogs Their names, which are those of their companies too. It is 1 April 2026, seven in the morning in UTC. */
export const startReader = async (...blogs: readonly (string | Pick<Source, 'name' | 'tells'>)[]): Promise<Reader> => {
  const server = await startBlogs();
  const archive = await openArchive({ path: ':memory:' });
  const clock = startClock();
  const { fetchFeed } = aFetcher({}, clock);
  // Of a post whose text the feed has not, its headline is all that is known.
  const fetcher: Fetcher = { fetchFeed, fetchPage: () => Promise.reject(new Error('There is no page.')) };
  const articles = new Keyv<Article>();
  const sources = blogs.map((blog): Source => {
    const { name, ...told } = typeof blog === 'string' ? { name: blog } : blog;
    const site = `https://${name.toLowerCase()}.example`;
    return { name, company: name, site, feeds: [server.url(`/${name}`)], ...told };
  });
  for (const { name } of sources) server.on(`/${name}`, { body: rss() });
  const poll = () => collectSources({ archive, fetcher, sources, now: clock });

  return {
    archive,
    publish: (blog, body, type = 'application/rss+xml') =>
      server.on(`/${blog}`, { body, headers: { 'content-type': type } }),
    fail: (blog, status) => server.on(`/${blog}`, { status }),
    poll,
    morning: async () => {
      const statuses = await poll();
      const { edition } = await editEdition({
        archive,
        articles,
        fetcher,
        sources,
        statuses,
        writer: extractiveWriter,
        now: clock,
        date: clock().toISOString().slice(0, 10),
        at: '07:00',
        timeZone: 'UTC',
        cap: 18,
        perSource: 20,
      });
      clock.pass(24 * 60);
      const told = [...edition.deepDives, ...edition.alsoPublished].map(({ title }) => title);
      return { edition, told, statuses };
    },
    sleep: days => clock.pass(days * 24 * 60),
    now: clock,
    close: async () => {
      await archive.close();
      await server.close();
    },
  };
};
