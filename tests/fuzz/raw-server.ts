/** A server on loopback that answers each connection with bytes as they are, whatever they are, and may then hang up, fall silent, or reset. */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export const endings = ['end', 'reset', 'silence'] as const;
export type Ending = (typeof endings)[number];

export interface RawServer {
  readonly origin: string;
  /** What is sent from now on, in this many pieces, and what comes after. */
  answer(bytes: Uint8Array, pieces: number, ending: Ending): void;
  close(): Promise<void>;
}

export const startRawServer = async (): Promise<RawServer> => {
  const sockets = new Set<Socket>();
  let reply = (_: Socket): void => {};
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    socket.once('data', () => reply(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The server has no TCP address.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    answer: (bytes, pieces, ending) => {
      reply = socket => {
        const size = Math.ceil(bytes.length / pieces);
        for (let from = 0; from < bytes.length; from += size) socket.write(bytes.subarray(from, from + size));
        if (ending === 'end') socket.end();
        if (ending === 'reset') socket.end(() => socket.resetAndDestroy());
      };
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
