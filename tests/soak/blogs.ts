/**
 * Loopback blogs that publish for a month: new posts each day, and of older ones some that are edited, get another id or
 * another date, as blogs do. Who reads them is to tell each post once.
 */
import { createHash } from 'node:crypto';
import type { Source } from '../../src/edition/source.ts';
import { type Answer, type Asked, startBlogs as startServer } from '../servers/blogs.ts';
import type { Draw } from '../torture/draw.ts';
import type { Fault } from '../torture/fates.ts';
import { proseOf } from './prose.ts';
import { spoilt } from './ways.ts';

export interface Post {
  readonly company: string;
  /** Among the posts of all blogs, the oldest has 0. */
  readonly number: number;
  readonly url: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
}

export interface Blogs {
  readonly sources: readonly Source[];
  /** Hosts with their port, as the operator permits them. */
  readonly hosts: readonly string[];
  /** All that are published from the beginning to the end, oldest first. */
  readonly posts: readonly Post[];
  /**
   * Addresses of the posts that feeds have listed on two days, in answers that nothing was wrong with: a bot that was killed
   * amid the one has had the other.
   */
  shown(): ReadonlySet<string>;
  /** How many are published by now, and how many of them were changed a day after. */
  figures(): { readonly published: number; readonly changed: number };
  close(): Promise<void>;
}

export interface BlogsOptions {
  readonly draw: Draw;
  /** What time it is at the blogs. */
  readonly clock: { read(): number; pause(milliseconds: number): Promise<void> };
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
  /** What becomes of a request, which is for a feed or for something else; it may take the reader's life. */
  readonly fateOf: (asked: Asked, isFeed: boolean) => Fault | undefined;
}

const day = 86_400_000;
const companies = [
  ...['Northwind', 'Tidewater', 'Larkspur', 'Quillon', 'Bramble', 'Ostrava'],
  ...['Fennimore', 'Kestrel', 'Halcyon', 'Marlowe', 'Pinecrest', 'Saltmarsh'],
];
/** Posts that a feed lists. */
const listed = 8;
/** Posts from long before, which are no news. */
const oldOnes = 4;

/** What a blog may do to a post of its own on the day after. */
type Afterthought = 'edit' | 'new title' | 'new id' | 'new date';
const afterthoughts: readonly Afterthought[] = ['edit', 'new title', 'new id', 'new date'];

export const startBlogs = async (options: BlogsOptions): Promise<Blogs> => {
  const { draw, clock, from, until, fateOf } = options;
  const server = await startServer();
  const hostOf = (company: string) => `127.0.0.${11 + companies.indexOf(company)}`;
  const posts = companies
    .flatMap(company => publishing(draw, company, from, until).map(publishedAt => ({ company, publishedAt })))
    .sort((one, other) => one.publishedAt - other.publishedAt)
    .map(({ company, publishedAt }, number): Post => {
      const { title } = proseOf(draw, company, number);
      const url = server.url(`/posts/${number}`, hostOf(company));
      return { company, number, publishedAt, title, url };
    });

  const companyAt = ({ host }: Asked) => companies.find(company => host === `${hostOf(company)}:${server.port}`);
  /** What there is by now of the blog that is asked. */
  const postsAt = (asked: Asked) => {
    const company = companyAt(asked);
    return posts.filter(post => post.company === company && post.publishedAt <= clock.read());
  };
  /** By address of a post, the days on which it was listed. */
  const daysListed = new Map(posts.map(({ url }) => [url, new Set<number>()]));

  const answering =
    (answer: (asked: Asked) => Answer, isFeed = false) =>
    (asked: Asked): Answer => {
      const fault = fateOf(asked, isFeed);
      if (fault !== undefined) return spoilt(answer(asked), fault, clock.pause);
      for (const { url } of isFeed ? postsAt(asked).slice(-listed) : []) {
        daysListed.get(url)?.add(Math.floor(clock.read() / day));
      }
      return answer(asked);
    };

  server.on(
    '/robots.txt',
    answering(() => ({ body: 'User-agent: *\nDisallow: /drafts/\n' })),
  );
  server.on(
    '/feed.xml',
    answering(asked => {
      const body = feedOf(companyAt(asked) ?? '', postsAt(asked).slice(-listed), { draw, now: clock.read() });
      return { headers: { 'content-type': 'application/rss+xml', etag: etagOf(body) }, body };
    }, true),
  );
  for (const { number } of posts) {
    server.on(
      `/posts/${number}`,
      answering(asked => {
        const post = postsAt(asked).find(one => one.number === number);
        if (post === undefined) return { status: 404 };
        const body = pageOf(post, { draw, now: clock.read() });
        return { headers: { 'content-type': 'text/html; charset=utf-8' }, body };
      }),
    );
  }

  return {
    sources: companies.map((company): Source => {
      const at = (path: string) => server.url(path, hostOf(company));
      return { name: `${company} Engineering`, company, site: at('/'), feeds: [at('/feed.xml')], tells: 'own' };
    }),
    hosts: companies.map(company => `${hostOf(company)}:${server.port}`),
    posts,
    shown: () => new Set([...daysListed].flatMap(([url, days]) => (days.size > 1 ? [url] : []))),
    figures: () => {
      const telling = { draw, now: clock.read() };
      const published = posts.filter(({ publishedAt }) => publishedAt <= telling.now);
      const changed = published.filter(post => afterthoughtOn(post, telling) !== undefined);
      return { published: published.length, changed: changed.length };
    },
    close: () => server.close(),
  };
};

/** Instants: some of long before, then on most days one and on some two. */
const publishing = (draw: Draw, company: string, from: number, until: number): readonly number[] => {
  const old = Array.from({ length: oldOnes }, (_, index) => from - (12 - 2 * index) * day);
  // What the first edition tells is of the last hours before it.
  const begin = from - 20 * 3_600_000;
  const days = Math.ceil((until - begin) / day);
  const fresh = Array.from({ length: days }, (_, index) => {
    const on = (question: string) => draw('publishing', company, index, question);
    const count = on('count') < 0.5 ? 1 : on('count') < 0.6 ? 2 : 0;
    return Array.from({ length: count }, (_one, place) => begin + index * day + on(`hour ${place}`) * day * 0.95);
  });
  return [...old, ...fresh.flat()].filter(instant => instant < until).sort((one, other) => one - other);
};

interface Telling {
  readonly draw: Draw;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const afterthoughtOn = ({ number, publishedAt }: Post, { draw, now }: Telling): Afterthought | undefined => {
  if (now < publishedAt + day || draw('afterthought', number) > 0.4) return undefined;
  return afterthoughts[Math.floor(draw('which', number) * afterthoughts.length)];
};

const feedOf = (company: string, posts: readonly Post[], telling: Telling): string => {
  const items = posts.toReversed().map(post => {
    const afterthought = afterthoughtOn(post, telling);
    const title = afterthought === 'new title' ? `${post.title}, corrected` : post.title;
    const id = `${afterthought === 'new id' ? 'post' : 'entry'}-${post.number}`;
    const date = new Date(afterthought === 'new date' ? post.publishedAt + day : post.publishedAt);
    const teaser = `${post.company} tells how it went${afterthought === 'edit' ? ', with a correction' : ''}.`;
    return [
      `<item><title>${title}</title><link>${post.url}</link>`,
      `<guid isPermaLink="false">${id}</guid><pubDate>${date.toUTCString()}</pubDate>`,
      `<description>${teaser}</description></item>`,
    ].join('');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<rss version="2.0"><channel><title>${company} Engineering</title><link>https://blog.example/</link>`,
    '<description>What we build</description>',
    ...items,
    '</channel></rss>',
  ].join('\n');
};

const pageOf = (post: Post, telling: Telling): string => {
  const { paragraphs } = proseOf(telling.draw, post.company, post.number);
  const correction =
    afterthoughtOn(post, telling) === 'edit' ? ['Correction: an earlier version named the wrong region.'] : [];
  return [
    `<!doctype html><html lang="en"><head><title>${post.title}</title></head>`,
    '<body><header><nav><a href="/">Home</a> <a href="/about">About</a></nav></header>',
    `<article><h1>${post.title}</h1>`,
    ...[...paragraphs, ...correction].map(paragraph => `<p>${paragraph}</p>`),
    '</article><footer>All rights reserved.</footer></body></html>',
  ].join('\n');
};

const etagOf = (body: string): string => `"${createHash('sha256').update(body).digest('base64url')}"`;
