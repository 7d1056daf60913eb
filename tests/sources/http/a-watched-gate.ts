/**
 * The real gate before a real listener. Whatever the gate lets through reaches the listener, wherever it was meant to go: so the
 * listener counts what got past the gate, and nothing leaves the machine.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { isIP, type LookupFunction } from 'node:net';
import { networkInterfaces } from 'node:os';
import { buildConnector } from 'undici';
import { z } from 'zod';
import { type AddressGateOptions, createAddressGate } from '../../../src/sources/http/address-gate.ts';

/** Answers of the resolver by name: one for each time that it is asked, the last for all that follow. */
export type Zone = Readonly<Record<string, readonly (readonly string[])[]>>;

/** Where a redirect of the listener leads to, by path. */
export type Redirects = Readonly<Record<string, { readonly status: number; readonly location: string }>>;

export interface Listener {
  readonly port: number;
  /** Connections so far. */
  connections(): number;
  /** Path and `Host` of the requests so far. */
  readonly asked: readonly { readonly path: string; readonly host: string }[];
  close(): Promise<void>;
}

export const hasIPv6 = Object.values(networkInterfaces())
  .flat()
  .some(one => one?.address === '::1');

/** All of this machine that a port is opened on. */
const everywhere: readonly string[] = ['127.0.0.1', ...(hasIPv6 ? ['::1'] : [])];

/** On one port of each host. */
export async function startListener(redirects: Redirects = {}, hosts = everywhere): Promise<Listener> {
  let connections = 0;
  const asked: { path: string; host: string }[] = [];
  const listen = async (host: string, port: number) => {
    const server = createServer(({ url: path = '', headers }: IncomingMessage, response) => {
      asked.push({ path, host: headers.host ?? '' });
      const redirect = redirects[path];
      if (redirect === undefined) response.end('reached');
      else response.writeHead(redirect.status, { location: redirect.location }).end();
    }).on('connection', () => connections++);
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
    return server;
  };
  let port = 0;
  const servers: Server[] = [];
  for (const host of hosts) {
    const server = await listen(host, port);
    servers.push(server);
    ({ port } = z.object({ port: z.int() }).parse(server.address()));
  }
  return {
    port,
    connections: () => connections,
    asked,
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise(resolve => server.close(resolve));
      }
    },
  };
}

/** A gate whose resolver takes names that are not in the zone for this machine's, and whose sockets all lead to the listener. */
export function aWatchedGate(listener: Pick<Listener, 'port'>, zone: Zone, options: AddressGateOptions = {}) {
  /** Names that were resolved, in order. */
  const resolved: string[] = [];
  /** The addresses that the sockets were given. */
  const connectedTo: string[] = [];

  const resolve: LookupFunction = (name, _options, done) => {
    const answers = zone[name.replace(/\.$/, '')] ?? [['127.0.0.1']];
    const answer = answers[Math.min(resolved.filter(one => one === name).length, answers.length - 1)] ?? [];
    resolved.push(name);
    done(
      null,
      answer.map(address => ({ address, family: isIP(address) })),
    );
  };

  const connectorOf = ((settings: { lookup: LookupFunction }) => {
    const lookup: LookupFunction = (name, how, done) =>
      settings.lookup(name, how, (error, found, family) => {
        if (error) return done(error, found, family);
        connectedTo.push(...[found].flat().map(one => (typeof one === 'string' ? one : one.address)));
        return done(null, how.all === true ? [{ address: '127.0.0.1', family: 4 }] : '127.0.0.1', 4);
      });
    const connect = buildConnector({ ...settings, lookup });
    return (target: buildConnector.Options, done: buildConnector.Callback) => {
      const isLiteral = isIP(target.hostname) !== 0;
      if (isLiteral) connectedTo.push(target.hostname);
      const hostname = isLiteral ? '127.0.0.1' : target.hostname;
      connect({ ...target, hostname, protocol: 'http:', port: String(listener.port) }, done);
    };
  }) as typeof buildConnector;

  return { gate: createAddressGate({ resolve, connectorOf, ...options }), resolved, connectedTo };
}
