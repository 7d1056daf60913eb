/** Socket Mode: connections, envelopes, acknowledgements. https://docs.slack.dev/apis/events-api/using-socket-mode */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Connection } from './contract.ts';
import { fieldsOf, parseJson, stringOf } from './fields.ts';
import { app, type Ids } from './identity.ts';
import type { Journal } from './journal.ts';
import type { Acknowledgement, Envelope, Transport } from './people/delivery.ts';

export interface SocketMode extends Transport {
  /** A path that lets one connection in. */
  ticket(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  readonly connections: readonly Connection[];
  close(): void;
}

interface Pending {
  readonly envelope: Envelope;
  readonly resolve: (acknowledgement: Acknowledgement) => void;
  /** Where it was sent last; undefined while no connection is open. */
  over: WebSocket | undefined;
}

interface Open {
  readonly socket: WebSocket;
  readonly connection: Connection;
}

/** Only commands and interactions may be answered in the acknowledgement. */
const frame = ({ id, kind, payload, retry }: Envelope): string =>
  JSON.stringify({
    envelope_id: id,
    type: kind,
    payload,
    accepts_response_payload: kind !== 'events_api',
    ...(kind === 'events_api' && { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' }),
  });

const again = (envelope: Envelope): Envelope => ({
  ...envelope,
  retry: { attempt: (envelope.retry?.attempt ?? 0) + 1, reason: 'timeout' },
});

export const createSocketMode = (ids: Ids, journal: Journal): SocketMode => {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open: Open[] = [];
  const pending = new Map<string, Pending>();
  let opened = 0;
  let sent = 0;

  /** Envelopes go to the open connections in turn. */
  const transmit = (waiting: Pending): void => {
    sent += 1;
    const next = open[sent % open.length];
    waiting.over = next?.socket;
    next?.socket.send(frame(waiting.envelope));
  };

  const acknowledge = (data: string): void => {
    const message = fieldsOf(parseJson(data));
    const id = stringOf(message.envelope_id);
    const waiting = pending.get(id);
    pending.delete(id);
    const isEmpty = Object.keys(fieldsOf(message.payload)).length === 0 && typeof message.payload !== 'string';
    waiting?.resolve({ status: 200, payload: isEmpty ? undefined : message.payload });
  };

  /** What a lost connection left unacknowledged goes over another, at once or when there is one. */
  const lose = (socket: WebSocket): void => {
    const index = open.findIndex(one => one.socket === socket);
    const [lost] = open.splice(index, 1);
    if (lost !== undefined) journal.record('disconnection', lost.connection);
    for (const [id, waiting] of pending) {
      if (waiting.over !== socket) continue;
      const repeated: Pending = { ...waiting, envelope: again(waiting.envelope), over: undefined };
      pending.set(id, repeated);
      if (open.length > 0) transmit(repeated);
    }
  };

  const connectionOf = (socket: WebSocket): Connection => {
    opened += 1;
    return {
      id: opened,
      get isOpen() {
        return socket.readyState === socket.OPEN;
      },
      drop: () => socket.terminate(),
      disconnect(reason) {
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'loopback' } }));
        if (reason !== 'warning') socket.close(1000);
      },
      ping() {
        const answered = new Promise<void>(resolve => socket.once('pong', () => resolve()));
        socket.ping();
        return answered;
      },
    };
  };

  const welcome = (socket: WebSocket): void => {
    const connection = connectionOf(socket);
    open.push({ socket, connection });
    socket.on('message', data => acknowledge(String(data)));
    socket.once('close', () => lose(socket));
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.length,
        connection_info: { app_id: app.appId },
        debug_info: { host: 'loopback', build_number: 1, approximate_connection_time: 18_060 },
      }),
    );
    // The pong says that the client has read the greeting, and may be disconnected without surprising it.
    void connection.ping().then(() => journal.record('connection', connection));
    for (const waiting of pending.values()) if (waiting.over === undefined) transmit(waiting);
  };

  return {
    get connections() {
      return open.map(({ connection }) => connection);
    },
    ticket() {
      const ticket = ids.next('ticket');
      tickets.add(ticket);
      return `/link/?ticket=${ticket}`;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'ws://loopback').searchParams.get('ticket') ?? '';
      if (tickets.delete(ticket)) server.handleUpgrade(request, socket, head, welcome);
      else socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
    },
    send(envelope) {
      const { promise, resolve } = Promise.withResolvers<Acknowledgement>();
      const waiting: Pending = { envelope, resolve, over: undefined };
      pending.set(envelope.id, waiting);
      if (open.length > 0) transmit(waiting);
      return promise;
    },
    forget: envelope => void pending.delete(envelope.id),
    close() {
      // One that says good-bye already may finish, or its client would report a broken connection.
      for (const { socket } of open) if (socket.readyState === socket.OPEN) socket.terminate();
      server.close();
    },
  };
};
