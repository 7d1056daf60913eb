/** Mutated requests to our pages: none brings the server to an error of its own. */
import { pino } from 'pino';
import { openArchive } from '../../../src/archive/archive.ts';
import { saveEdition } from '../../../src/archive/editions.ts';
import { createSite } from '../../../src/web/site.ts';
import { anEdition } from '../../an-edition.ts';
import type { Chance } from '../chance.ts';
import { bytesOf, mutate } from '../mutate.ts';
import type { Case, Judge } from '../target.ts';

const origin = 'https://digest.example';

/** Method and path, headers, and a body, each on a line of its own, the body behind an empty one. */
const requests: readonly string[] = [
  'GET /\naccept: text/html',
  'GET /2026-04-01\nif-none-match: "a"\nif-modified-since: Wed, 25 Nov 2026 10:00:00 GMT',
  'GET /2026-04-01.md\nrange: bytes=0-',
  'GET /2026-04-01/email',
  'GET /search?q=company%3Acloudflare%20theme%3A%22zero%20trust%22%20kafka&page=2&part=results',
  'GET /company/%22%3E%3Cscript%3E.rss',
  'GET /theme/databases/\nx-forwarded-for: 1.2.3.4, ::1\nx-forwarded-proto: https',
  'GET /calendar?month=2026-04\nhost: evil.example',
  'HEAD /feed.atom\naccept-encoding: gzip, br;q=0',
  'GET /metrics\nauthorization: Bearer x',
  'GET /preview?channel=C1&date=2026-04-01\ncookie: a=b',
  'POST /mcp\ncontent-type: application/json\naccept: application/json, text/event-stream\n\n{"jsonrpc":"2.0","id":1,"method":"tools/list"}',
  'POST /mcp\ncontent-type: application/json\naccept: application/json, text/event-stream\n\n{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"search","arguments":{"query":"kafka"}}}',
  'GET /llms.txt',
  'GET /health',
  'DELETE /2026-04-01',
].map(bytesOf);

/** The machine itself, which operates a site that is not public, and a stranger. */
const addresses = ['127.0.0.1', '203.0.113.5'] as const;

/** Bytes: servers take some ten thousand of a head. */
const mostBytes = 20_000;

export const openSite = async () => {
  const archive = await openArchive({ path: ':memory:' });
  await saveEdition(archive, anEdition(), { until: '2026-04-01T06:00:00.000Z', builtAt: '2026-04-01T06:00:00.000Z' });
  const now = () => new Date('2026-04-02T12:00:00Z');
  const logger = pino({ level: 'silent' });
  const site = createSite({ archive, now, logger, publicUrl: origin });
  return {
    make: (chance: Chance): Case => {
      const mutant = mutate(chance.of(requests), chance.of(requests), mostBytes, chance);
      return { bytes: Buffer.from(mutant, 'latin1'), as: `request from ${chance.of(addresses)}` };
    },
    run: async ({ bytes, as }: Case): Promise<Judge> => {
      const request = requestOf(Buffer.from(bytes).toString('latin1'));
      if (request === undefined) return () => [];
      const { status, headers, text } = await answerOf(await site.fetch(request, socketOf(as)));
      return () => [
        ...(status >= 500 ? [`status ${status}`] : []),
        ...(headers.has('content-security-policy') ? [] : ['an answer without a policy']),
        ...(/<script>|onerror=alert|<svg onload/i.test(text) && isHtml(headers)
          ? ['mark-up of the request in a page']
          : []),
      ];
    },
    close: async () => {
      await archive.close();
    },
  };
};

/** What the server of Node hands on beside the request. */
const socketOf = (as: string) => ({
  incoming: { socket: { remoteAddress: as.split(' ').at(-1), remotePort: 40_000 } },
});

const isHtml = (headers: Headers): boolean => /html/.test(headers.get('content-type') ?? '');

const answerOf = async (response: Response) => ({
  status: response.status,
  headers: response.headers,
  text: await response.text(),
});

/** Undefined for what no server hands on: it is refused before it reaches us. */
const requestOf = (text: string): Request | undefined => {
  const [head = '', ...body] = text.split('\n\n');
  const [line = '', ...fields] = head.split('\n');
  const [method = '', path = ''] = line.split(' ');
  const url = URL.parse(path, origin);
  if (url?.origin !== origin) return undefined;
  try {
    const headers = new Headers(
      fields.map((field): [string, string] => {
        const [name = '', ...value] = field.split(':');
        return [name, value.join(':').trim()];
      }),
    );
    const hasBody = method !== 'GET' && method !== 'HEAD' && body.length > 0;
    return new Request(url, { method, headers, ...(hasBody && { body: body.join('\n\n') }) });
  } catch {
    return undefined;
  }
};
