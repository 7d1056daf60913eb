/** Stands between the child and a loopback platform: passes calls on, spoils some, and kills the caller amid others. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Agent, request as forward } from 'undici';
import type { Clock } from '../../src/delivery/clock.ts';
import type { Fault, Kill, Stall } from './fates.ts';

/** A call as it arrived. */
export interface Call {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly body: string;
}

/** What becomes of a call; a kill goes before a fault. */
export interface Fate {
  readonly fault: Fault | undefined;
  readonly kill: Kill | undefined;
  readonly stall?: Stall | undefined;
}

export interface GateOptions {
  /** The platform's own address, without a path. */
  readonly origin: string;
  readonly clock: Clock;
  readonly fateOf: (call: Call) => Fate;
  /** Resolves when the caller is dead. */
  readonly kill: (kill: Kill) => Promise<void>;
  /** Has the caller stand still for a while. */
  readonly stall: (stall: Stall) => void;
}

export interface Gate {
  /** Without a path. */
  readonly origin: string;
  /** Resolves once nothing is to be carried out any more. */
  idle(): Promise<void>;
  isIdle(): boolean;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer | string;
}

/** Milliseconds of the bot's clock by which a late call may be later than drawn, as on a busy machine; after that it is never done. */
const mostLateness = 2_000;
const ofTheHop = new Set(['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding']);

export const startGate = async ({ origin, clock, fateOf, kill, stall }: GateOptions): Promise<Gate> => {
  const agent = new Agent();
  const pending = new Set<Promise<void>>();

  const carryOut = async ({ method, path, body }: Call, headers: IncomingMessage['headers']): Promise<Answer> => {
    const options = { method, headers: withoutHop(headers), dispatcher: agent, ...(body !== '' && { body }) };
    const response = await forward(`${origin}${path}`, options);
    return {
      status: response.statusCode,
      headers: withoutHop(response.headers),
      body: Buffer.from(await response.body.arrayBuffer()),
    };
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const gone = new Promise(resolve => response.on('close', resolve));
    const call = { method: request.method ?? 'GET', path: request.url ?? '/', body: await bodyOf(request) };
    const doNow = () => carryOut(call, request.headers);
    const doLate = async (delay: number): Promise<void> => {
      await gone;
      const since = clock.now().getTime();
      await clock.pause(delay);
      if (clock.now().getTime() - since < delay + mostLateness) await doNow();
    };
    const fate = fateOf(call);
    if (fate.kill !== undefined) return await dieAmid(fate.kill, { response, doNow, doLate }, kill);
    if (fate.stall?.point === 'before the answer') stall(fate.stall);
    await spoil(fate.fault, { response, doNow, doLate }, clock);
    if (fate.stall?.point === 'after the answer') stall(fate.stall);
  };

  const server = createServer((request, response) => {
    const handled = handle(request, response)
      // The caller was killed while it sent the call.
      .catch(() => void response.destroy())
      .finally(() => pending.delete(handled));
    pending.add(handled);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The gate has no port.');

  return {
    origin: `http://127.0.0.1:${address.port}`,
    idle: async () => {
      while (pending.size > 0) await Promise.all(pending);
    },
    isIdle: () => pending.size === 0,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await agent.destroy();
    },
  };
};

interface Carrying {
  readonly response: ServerResponse;
  readonly doNow: () => Promise<Answer>;
  readonly doLate: (delay: number) => Promise<void>;
}

const dieAmid = async (kill: Kill, { response, doNow, doLate }: Carrying, die: GateOptions['kill']): Promise<void> => {
  switch (kill.point) {
    case 'before the call, done late':
      await die(kill);
      return await doLate(kill.delay);
    case 'after the call, before the answer':
      await doNow();
      break;
    case 'after the answer':
      await write(response, await doNow());
      break;
    default:
  }
  await die(kill);
};

const spoil = async (fault: Fault | undefined, { response, doNow, doLate }: Carrying, clock: Clock): Promise<void> => {
  switch (fault?.kind) {
    case undefined:
      return await write(response, await doNow());
    case 'rate limit':
      return await write(response, rateLimited(fault.retryAfter));
    case 'error after':
      await doNow();
      return await write(response, failed(fault.status));
    case 'error before':
      return await write(response, failed(fault.status));
    case 'reset after':
      await doNow();
      return void response.destroy();
    case 'reset before':
      return void response.destroy();
    case 'silence after':
      return void (await doNow());
    case 'silence before':
      return;
    case 'silence, then done':
      return await doLate(fault.delay);
    case 'malformed':
      return await write(response, { ...(await doNow()), body: malformed });
    case 'truncated':
      return await breakOffWithin(response, await doNow());
    case 'slow':
      await clock.pause(fault.delay);
      return await write(response, await doNow());
  }
};

/** As a proxy cuts an answer off and closes it in order. */
const malformed = '{"ok": tru';

const breakOffWithin = (response: ServerResponse, { status, headers, body }: Answer): Promise<void> =>
  new Promise(resolve => {
    if (response.destroyed) return resolve();
    response.on('close', resolve);
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
  });

const rateLimited = (retryAfter: number | undefined): Answer => ({
  status: 429,
  headers: {
    'content-type': 'application/json',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  },
  // Slack's fields and Discord's; neither client minds those of the other.
  body: JSON.stringify({
    ok: false,
    error: 'ratelimited',
    message: 'Too many.',
    retry_after: retryAfter,
    global: false,
  }),
});

const failed = (status: number): Answer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: '<html><body>Something went wrong.</body></html>',
});

/** Resolves when the answer is out of this process. */
const write = (response: ServerResponse, { status, headers, body }: Answer): Promise<void> =>
  new Promise(resolve => {
    if (response.destroyed) return resolve();
    response.on('close', resolve);
    response.writeHead(status, headers);
    response.end(body, () => resolve());
  });

const withoutHop = (headers: IncomingMessage['headers']) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheHop.has(name)));

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};
