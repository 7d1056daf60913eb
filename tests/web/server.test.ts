import { once } from 'node:events';
import { get as ask, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ListenOptions, listen } from '../../src/web/server.ts';

/** Tells how many of their headers it got. */
const aServer = async (options: Partial<ListenOptions> = {}): Promise<number> => {
  const site = new Hono().get('/', context => context.text(String([...context.req.raw.headers].length)));
  const server = await listen(site, { port: 0, host: '127.0.0.1', ...options });
  onTestFinished(() => server.close(0));
  return server.port;
};

const statusWith = async (port: number, headers: number): Promise<number | undefined> => {
  const given = Object.fromEntries(Array.from({ length: headers }, (_, number) => [`x-${number}`, 'y']));
  // Beside what the client adds: Host and Connection.
  const [answer] = (await once(ask({ host: '127.0.0.1', port, headers: given }), 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
};

describe('a request with many headers', () => {
  it('is answered as long as somebody may mean them', async () => {
    expect(await statusWith(await aServer(), 98)).toBe(200);
  });

  it('is refused where there are more, rather than read without the last of them', async () => {
    const port = await aServer();
    for (const headers of [99, 3_000]) expect(await statusWith(port, headers)).toBe(431);
  });
});

it('closes what is connected beyond its number of connections, and answers the others', async () => {
  const port = await aServer({ connections: 1 });
  const first = connect(port, '127.0.0.1');
  onTestFinished(() => void first.destroy());
  await once(first, 'connect');
  const second = connect(port, '127.0.0.1');
  await once(second.resume(), 'close');
  first.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  const [answer] = await once(first, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /);
});
