/** What a server may not do to us, however it tries: each bound in bytes and in time, with servers that press against it. */
import { createServer, type Server, type Socket } from 'node:net';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type BlogServer, startBlogs } from '../../servers/blogs.ts';
import { aFetcher, startClock } from '../a-fetcher.ts';
import { failureOf, textOf } from './fetching.ts';

/** A server that speaks no HTTP by itself: each connection is `speak`'s, which is called once the request has come. */
const servers: Server[] = [];
const sockets = new Set<Socket>();
const startRaw = async (speak: (socket: Socket, nth: number) => void): Promise<string> => {
  let requests = 0;
  const server = createServer(socket => {
    sockets.add(socket.on('error', () => {}).on('data', () => speak(socket, ++requests)));
  });
  servers.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${z.object({ port: z.int() }).parse(server.address()).port}/feed`;
};

/** Writes `text` again and again, every few milliseconds, for as long as the other side listens. */
const trickle = (socket: Socket, text: string): void => {
  const timer = setInterval(() => socket.write(text), 5);
  socket.once('close', () => clearInterval(timer));
};

let blogs: BlogServer;
beforeEach(async () => {
  blogs = await startBlogs();
});
afterEach(async () => {
  await blogs.close();
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  for (const server of servers.splice(0)) server.close();
});

/** Far longer than a test may take: what ends sooner was ended by another bound. */
const never = 600_000;

describe('time', () => {
  it('a head that comes letter by letter is not waited for (#35)', async () => {
    const url = await startRaw(socket => {
      socket.write('HTTP/1.1 200 OK\r\nX-Slow: ');
      trickle(socket, 'a');
    });
    const { fetchFeed } = aFetcher({ headTimeout: 50, totalTimeout: never, chainTimeout: never });
    expect((await failureOf(fetchFeed(url))).code).toBe('timeout');
  });

  it('nor answers before the answer, without end', async () => {
    const url = await startRaw(socket => trickle(socket, 'HTTP/1.1 103 Early Hints\r\n\r\n'));
    const { fetchFeed } = aFetcher({ totalTimeout: 60 });
    expect((await failureOf(fetchFeed(url))).code).toMatch(/^(timeout|reset|protocol)$/);
  });

  it('a body that comes letter by letter is broken off (#35)', async () => {
    const url = await startRaw(socket => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      trickle(socket, 'a');
    });
    expect((await failureOf(aFetcher({ totalTimeout: 60 }).fetchFeed(url))).code).toBe('timeout');
  });

  it.each([
    ['an error', 'HTTP/1.1 500 Oops\r\n\r\n', 'status'],
    ['a redirect', 'HTTP/1.1 302 Found\r\nLocation: /feed\r\n\r\n', 'redirect-loop'],
  ])('so is the body of %s, which nobody reads', async (_what, head, code) => {
    const url = await startRaw(socket => {
      socket.write(head);
      trickle(socket, 'a');
    });
    expect((await failureOf(aFetcher({ totalTimeout: 60 }).fetchFeed(url))).code).toBe(code);
  });

  describe('of redirects', () => {
    /** Each redirect takes so many seconds. */
    const slowRedirects = (seconds: number) => {
      const clock = startClock();
      for (let hop = 0; hop < 5; hop++)
        blogs.on(`/${hop}`, () => {
          clock.pass(seconds / 60);
          return { status: 302, headers: { location: `/${hop + 1}` } };
        });
      blogs.on('/5', { body: 'items' });
      return aFetcher({ chainTimeout: 60_000 }, clock).fetchFeed(blogs.url('/0'));
    };

    it('is bounded for all of them together', async () => {
      const error = await failureOf(slowRedirects(20));
      expect(error.code).toBe('timeout');
      expect(error.message).toBe(
        `${blogs.url('/0')} took too long over its redirects; it is tried again at the next run`,
      );
      expect(blogs.asked.map(({ path }) => path)).toEqual(['/0', '/1', '/2']);
    });

    it('may be taken up to the bound', async () => {
      expect(textOf(await slowRedirects(11.9))).toBe('items');
    });

    it('leaves the last of them no more than what the others left', async () => {
      const clock = startClock();
      blogs.on('/feed', () => {
        clock.pass(59.97 / 60);
        return { status: 302, headers: { location: '/silent' } };
      });
      blogs.on('/silent', { after: new Promise(() => {}) });
      const { fetchFeed } = aFetcher({ headTimeout: never, totalTimeout: never, chainTimeout: 60_000 }, clock);
      expect((await failureOf(fetchFeed(blogs.url('/feed')))).code).toBe('timeout');
    });
  });
});

describe('size', () => {
  it('of a head is bounded', async () => {
    blogs.on('/feed', { headers: { 'x-long': 'a'.repeat(20_000) } }, { headers: { 'x-long': 'a'.repeat(10_000) } });
    const { fetchFeed } = aFetcher();
    expect((await failureOf(fetchFeed(blogs.url('/feed')))).code).toBe('too-large');
    expect(textOf(await fetchFeed(blogs.url('/feed')))).toBe('');
  });

  it('that is announced to be too much is not waited for', async () => {
    const url = await startRaw(socket => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n'));
    expect((await failureOf(aFetcher({ maxBytes: 1000, totalTimeout: never }).fetchFeed(url))).code).toBe('too-large');
  });

  it('that is not announced is counted', async () => {
    const url = await startRaw(socket => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      trickle(socket, 'a'.repeat(500));
    });
    expect((await failureOf(aFetcher({ maxBytes: 1000, totalTimeout: never }).fetchFeed(url))).code).toBe('too-large');
  });

  it('that is announced to be less ends there: what follows is no answer to the next request', async () => {
    const smuggled = 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil';
    const url = await startRaw((socket, nth) =>
      socket.write(
        nth === 1
          ? `HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood${smuggled}`
          : 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnext',
      ),
    );
    const { fetchFeed } = aFetcher();
    expect(textOf(await fetchFeed(url))).toBe('good');
    expect(textOf(await fetchFeed(`${url}?next`))).toBe('next');
  });

  it.each(['4\r\nContent-Length: 5', '-1', '4, 5', '0x4', '99999999999999999999'])(
    'that is announced as %j is refused',
    async length => {
      const url = await startRaw(socket => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\ngood`));
      expect((await failureOf(aFetcher().fetchFeed(url))).code).toMatch(/^(protocol|too-large)$/);
    },
  );

  describe('of what a bomb unpacks to', () => {
    const megabyte = 1024 * 1024;
    const zeros = Buffer.alloc(64 * megabyte);

    /** The most bytes of buffers that were held at once while `task` ran, beyond those before it. */
    const mostHeld = async (task: () => Promise<unknown>): Promise<number> => {
      const before = process.memoryUsage().arrayBuffers;
      let most = before;
      let isOver = false;
      const look = (): void => {
        most = Math.max(most, process.memoryUsage().arrayBuffers);
        if (!isOver) setImmediate(look);
      };
      look();
      await task();
      isOver = true;
      return most - before;
    };

    const bombs = [
      ['gzip', gzipSync(zeros)],
      ['gzip, gzip', gzipSync(gzipSync(zeros))],
      ['br', brotliCompressSync(zeros)],
      ['zstd', zstdCompressSync(zeros)],
    ] as const;

    it.each(bombs)('(%s) is held to the bound in memory too (#35)', async (coding, bomb) => {
      blogs.on('/feed', { body: bomb, headers: { 'content-encoding': coding } });
      const { fetchFeed } = aFetcher({ maxBytes: megabyte });
      const held = await mostHeld(async () => {
        expect((await failureOf(fetchFeed(blogs.url('/feed')))).code).toBe('too-large');
      });
      expect(held).toBeLessThan(8 * megabyte);
    });

    it('would be held in full without one', async () => {
      const [coding, bomb] = bombs[0];
      blogs.on('/feed', { body: bomb, headers: { 'content-encoding': coding } });
      const { fetchFeed } = aFetcher({ maxBytes: 65 * megabyte });
      const held = await mostHeld(() => fetchFeed(blogs.url('/feed')));
      expect(held).toBeGreaterThan(zeros.length / 2);
    });
  });
});
