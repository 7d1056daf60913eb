/** Replays the recorded day on loopback: the pipeline asks for the real addresses, and no request leaves the machine. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { Agent, type Dispatcher } from 'undici';
import { z } from 'zod';

/** When the day was collected: the clock of a demo or a test that replays it. */
export const recordedInstant = '2026-04-01T07:00:00Z';

/** Where it is that date at that instant, wherever the demo runs. */
export const recordedTimeZone = 'UTC';

const recording = z
  .object({
    /** The address as it stands in the catalogue or in a feed. */
    url: z.url({ protocol: /^https$/ }),
    /** The body, relative to `samples/day/`, without transfer or content coding. */
    file: z.string().optional(),
    status: z.int(),
    headers: z.record(z.string(), z.string()),
  })
  .readonly();

export type Recording = z.infer<typeof recording>;

export interface RecordedDay {
  /** Where the server listens; the address `https://host/path` is at `${origin}/host/path`. */
  readonly origin: string;
  /** Sends the request for any http(s) address to the server. */
  readonly dispatcher: Dispatcher;
  close(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const day = new URL('./day/', import.meta.url);

/** The recorded answers, as `samples/day/index.json` lists them. Throws where the list is not what it should be. */
export function readRecordings(): readonly Recording[] {
  return z.array(recording).parse(JSON.parse(readFileSync(new URL('index.json', day), 'utf8')));
}

/** Starts the server on a free port of 127.0.0.1. An address that was not recorded answers 404. */
export async function serveRecordedDay(): Promise<RecordedDay> {
  const replies = new Map(readRecordings().map(entry => [addressKey(new URL(entry.url)), toReply(entry)]));
  const server = createServer((request, response) => answer(replies, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The recorded day has no TCP address.');

  const origin = `http://127.0.0.1:${address.port}`;
  const agent = new Agent();
  return {
    origin,
    dispatcher: agent.compose(routeTo(origin)),
    close: async () => {
      await agent.destroy();
      await new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** The original host becomes the first segment of the path, which leaves the headers of the caller as they are. */
function routeTo(origin: string): Dispatcher.DispatcherComposeInterceptor {
  return dispatch => (options, handler) =>
    dispatch({ ...options, origin, path: `/${new URL(String(options.origin)).host}${options.path}` }, handler);
}

/** Host and path. Publishers ignore the query parameters by which they count readers, and so does the recording. */
function addressKey(url: URL): string {
  return url.host + url.pathname;
}

function toReply({ file, status, headers }: Recording): Reply {
  const plain = file === undefined ? new Uint8Array() : readFileSync(new URL(file, day));
  return { status, headers, body: headers['content-encoding'] === 'gzip' ? gzipSync(plain) : plain };
}

function answer(replies: ReadonlyMap<string, Reply>, request: IncomingMessage, response: ServerResponse): void {
  const key = new URL(request.url ?? '/', 'http://127.0.0.1').pathname.slice(1);
  const reply = replies.get(key);
  if (reply === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not recorded.\n');
    return;
  }
  if (isUnchanged(request, reply)) {
    response.writeHead(304, validators(reply)).end();
    return;
  }
  response.writeHead(reply.status, { ...reply.headers, 'content-length': String(reply.body.length) });
  response.end(request.method === 'HEAD' ? undefined : reply.body);
}

/** RFC 9110, section 13.1: `If-None-Match` compares weakly, and where it is given `If-Modified-Since` does not count. */
function isUnchanged(request: IncomingMessage, { status, headers }: Reply): boolean {
  if (status !== 200) return false;
  const known = request.headers['if-none-match'];
  if (known !== undefined) return known.split(',').some(tag => opaque(tag) === opaque(headers.etag ?? ''));
  const since = request.headers['if-modified-since'];
  const modified = headers['last-modified'];
  return since !== undefined && modified !== undefined && Date.parse(modified) <= Date.parse(since);
}

function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}

function validators({ headers }: Reply): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => ['etag', 'last-modified', 'cache-control'].includes(name)),
  );
}
