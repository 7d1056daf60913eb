import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { describe, expect, it } from 'vitest';
import { anEdition } from '../../an-edition.ts';
import { aSite } from '../a-site.ts';
import { anAssistant, aSiteOnAPort, asks } from './asked.ts';

const listTools = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} };
const asPosted = (body: unknown, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

describe('MCP over HTTP', () => {
  it.each([
    ['this year', { mode: { pin: '2026-07-28' } } as const],
    ['the years before', undefined],
  ])('is spoken as assistants of %s do', async (_, versionNegotiation) => {
    const { url } = await aSiteOnAPort({ editions: [anEdition()] });
    const client = new Client(
      { name: 'a-test', version: '1.0.0' },
      { ...(versionNegotiation && { versionNegotiation }) },
    );
    await client.connect(new StreamableHTTPClientTransport(url));
    expect(client.getServerVersion()).toMatchObject({ name: 'engineering-at-scale' });
    expect((await asks(client)('edition')).data).toMatchObject({ date: '2026-04-01' });
    await client.close();
  });

  it('answers many at once', async () => {
    const { url } = await aSiteOnAPort({ editions: [anEdition()] });
    const ask = asks(await anAssistant(url));
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask('search', { query: 'shards' })));
    expect(answers.every(({ data }) => (data as { total: number }).total === 1)).toBe(true);
  });

  it('goes on after a request that is none', async () => {
    const { url } = await aSiteOnAPort({ editions: [anEdition()] });
    for (const body of ['{', '[]', 'null', '{"jsonrpc":"2.0"}', '\0']) {
      const answer = await fetch(url, asPosted(body));
      expect(answer.status, body).toBe(400);
      expect(await answer.text()).not.toMatch(/\n\s+at |node_modules/);
    }
    expect((await asks(await anAssistant(url))('themes')).isError).toBe(false);
  });

  it.each(['GET', 'DELETE', 'PUT'])('has no %s, as nothing is kept between requests', async method => {
    const { url } = await aSiteOnAPort();
    const answer = await fetch(url, { method, headers: { Accept: 'text/event-stream' } });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('Allow')).toBe('POST');
  });

  it('takes JSON alone', async () => {
    const { url } = await aSiteOnAPort();
    expect((await fetch(url, asPosted(listTools, { 'Content-Type': 'text/plain' }))).status).toBe(415);
  });

  it('reads no more than a request can have', async () => {
    const { url } = await aSiteOnAPort({ editions: [anEdition()] });
    const params = { name: 'search', arguments: { query: 'x'.repeat(10_000_000) } };
    const answer = await fetch(url, asPosted({ ...listTools, method: 'tools/call', params }));
    expect(answer.status).toBe(413);
    expect((await asks(await anAssistant(url))('themes')).isError).toBe(false);
  });
});

describe('MCP for pages in a browser', () => {
  it.each([
    'https://evil.example',
    'http://evil.example:8080',
    'null',
    'not an origin',
    'https://digest.example.org.evil.example',
  ])('is refused to those of %s', async origin => {
    const { url } = await aSiteOnAPort({ publicUrl: 'https://digest.example.org' });
    const answer = await fetch(url, asPosted(listTools, { Origin: origin }));
    expect(answer.status).toBe(403);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  it.each(['https://digest.example.org', 'http://localhost:6274', 'http://127.0.0.1:8080'])(
    'is open to our own: %s',
    async origin => {
      const { url } = await aSiteOnAPort({ publicUrl: 'https://digest.example.org', editions: [anEdition()] });
      expect((await asks(await anAssistant(url, { Origin: origin }))('themes')).isError).toBe(false);
    },
  );

  it('is refused under a name that is not ours, which a stranger may have pointed here', async () => {
    const { site } = await aSite();
    for (const host of ['evil.example', 'localhost.evil.example:8080']) {
      const answer = await site.request(`http://${host}/mcp`, asPosted(listTools, { Host: host }));
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ error: { message: expect.stringContaining('PUBLIC_URL') } });
    }
  });

  it.each(['localhost:8080', '127.0.0.1:8080', '192.168.0.7:8080', '[::1]:8080'])(
    'is open, where no address is public, under the names of this machine: %s',
    async host => {
      const { site } = await aSite({ editions: [anEdition()] });
      expect((await site.request(`http://${host}/mcp`, asPosted(listTools, { Host: host }))).status).toBe(200);
    },
  );

  it('is open under whatever name a proxy gives us in front of a public address', async () => {
    const { site } = await aSite({ publicUrl: 'https://digest.example.org' });
    expect((await site.request('http://digest:8080/mcp', asPosted(listTools, { Host: 'digest:8080' }))).status).toBe(
      200,
    );
  });
});
