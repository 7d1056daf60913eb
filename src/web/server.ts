/** The one port that a process is heard on: the site, and under their own paths what others hear over HTTP, as Slack's bot does. */
import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

export interface WebServer {
  readonly port: number;
  /** Hands over what comes to `path` and below it. */
  mount(path: string, listener: RequestListener): void;
  unmount(path: string): void;
  /** Resolves once what was being answered is, or `patience` milliseconds later. */
  close(patience?: number): Promise<void>;
}

export interface ListenOptions {
  /** 0 is any that is free. */
  readonly port: number;
  /** Address of this machine. Default: all that it has. */
  readonly host?: string | undefined;
  /** At once; what comes beyond is closed. Default: 900. */
  readonly connections?: number;
}

/** Milliseconds. A head that takes longer is no reader's. */
const headersTimeout = 10_000;
const requestTimeout = 30_000;
/** How often Node looks for those that take longer. Its own half a minute would have them hold a connection for four times as long. */
const connectionsCheckingInterval = 5_000;
const farewell = 2_000;

/** Bytes. Node ends the connection at more, and the reader may never see why; what is too long for us is told (`failures.ts`). */
const maxHeaderSize = 128 * 1024;

/**
 * Headers of a request: browsers send some twenty, proxies add a few. More are refused; Node would leave out what comes last, such as what
 * a proxy says of whom it asks for.
 */
const mostHeaders = 100;
/** Connections at once: below the 1,024 files that a process may have open where nobody said otherwise. */
const mostConnections = 900;

/** @throws Error `EADDRINUSE` or `EACCES` where the port cannot be listened on. */
export const listen = async (
  site: Hono,
  { port, host, connections = mostConnections }: ListenOptions,
): Promise<WebServer> => {
  const mounted = new Map<string, RequestListener>();
  const answer = getRequestListener(site.fetch, { overrideGlobalObjects: false });
  const options = { headersTimeout, requestTimeout, connectionsCheckingInterval, maxHeaderSize };
  const server = createServer(options, (request, response) => {
    if (request.rawHeaders.length > 2 * mostHeaders) return refuseHeaders(response);
    const path = request.url?.split('?')[0] ?? '/';
    for (const [mount, listener] of mounted) {
      if (path === mount || path.startsWith(`${mount}/`)) return listener(request, response);
    }
    return answer(request, response);
  });
  server.maxHeadersCount = 0;
  server.maxConnections = connections;
  server.listen({ port, ...(host !== undefined && { host }) });
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    mount: (path, listener) => void mounted.set(path, listener),
    unmount: path => void mounted.delete(path),
    close: async (patience = farewell) => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), patience);
      await closed;
      clearTimeout(late);
    },
  };
};

/** RFC 6585, 5. */
const refuseHeaders = (response: ServerResponse): void => {
  response.writeHead(431, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
  response.end(`There are more than ${mostHeaders} headers.\n`);
};
