/** A loopback blog for tests: real HTTP on a free port, with answers that the test lays down. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a path answers. A validator that the client repeats turns it into a 304 by itself. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  /** Answers only once this settles: a held request without a clock. */
  readonly after?: Promise<unknown>;
  /** Breaks the connection off: before the answer, or in the middle of the body. */
  readonly breakOff?: 'before' | 'within';
}

export interface Asked {
  /** Without the query. */
  readonly path: string;
  readonly host: string;
  readonly headers: IncomingHttpHeaders;
}

export interface BlogServer {
  readonly port: number;
  /** The address of a path. All of 127.0.0.0/8 is this server, so that `host` can name many hosts. */
  url(path: string, host?: string): string;
  /** Lays down the answers of a path: one for each request, the last for all that follow. */
  on(path: string, ...answers: readonly (Answer | ((asked: Asked) => Answer))[]): void;
  /** All requests so far, in the order of their arrival. */
  readonly asked: readonly Asked[];
  /** Requests for one path. */
  askedFor(path: string): readonly Asked[];
  /** Resolves once `count` requests have arrived. */
  arrived(count: number): Promise<void>;
  /** The most requests that were under way at once at one host. */
  mostAtOnce(host: string): number;
  close(): Promise<void>;
}

export async function startBlogs(): Promise<BlogServer> {
  const routes = new Map<string, (Answer | ((asked: Asked) => Answer))[]>();
  const asked: Asked[] = [];
  const underWay = new Map<string, number>();
  const most = new Map<string, number>();
  const waiting: { count: number; resolve: () => void }[] = [];

  const count = (host: string, change: number): void => {
    const now = (underWay.get(host) ?? 0) + change;
    underWay.set(host, now);
    most.set(host, Math.max(most.get(host) ?? 0, now));
  };

  const answerTo = (request: Asked): Answer => {
    const answers = routes.get(request.path);
    const answer = answers !== undefined && answers.length > 1 ? answers.shift() : answers?.[0];
    if (answer === undefined) return { status: 404 };
    return typeof answer === 'function' ? answer(request) : answer;
  };

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = '/'] = (request.url ?? '/').split('?');
    const arrival = { path, host: request.headers.host ?? '', headers: request.headers };
    asked.push(arrival);
    count(arrival.host, 1);
    response.once('close', () => count(arrival.host, -1));
    for (const one of waiting) if (asked.length >= one.count) one.resolve();
    const answer = answerTo(arrival);
    await answer.after;
    send(response, answer, arrival.headers);
  }

  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>(resolve => server.listen(0, '0.0.0.0', resolve));
  const { port } = addressOf(server.address());

  return {
    port,
    asked,
    url: (path, host = '127.0.0.1') => `http://${host}:${port}${path}`,
    on: (path, ...answers) => void routes.set(path, [...answers]),
    askedFor: path => asked.filter(request => request.path === path),
    arrived: total =>
      new Promise(resolve => (asked.length >= total ? resolve() : waiting.push({ count: total, resolve }))),
    mostAtOnce: host => most.get(`${host}:${port}`) ?? 0,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, answer: Answer, request: IncomingHttpHeaders): void {
  if (answer.breakOff === 'before') return void response.destroy();
  const { status = 200, headers = {}, body = '' } = answer;
  const unchanged =
    status === 200 &&
    (matches(request, 'if-none-match', headers.etag) ||
      matches(request, 'if-modified-since', headers['last-modified']));
  response.writeHead(
    unchanged ? 304 : status,
    Object.entries(headers)
      .flatMap(([name, value]) => [value].flat().map(one => [name, one]))
      .flat(),
  );
  if (unchanged) return void response.end();
  if (answer.breakOff !== 'within') return void response.end(body);
  response.write(body, () => response.destroy());
}

const matches = (request: IncomingHttpHeaders, name: string, validator: unknown): boolean =>
  validator !== undefined && request[name] === validator;

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new TypeError(`no port: ${address}`);
  return address;
}
