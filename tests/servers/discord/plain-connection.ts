/** A connection to the gateway without a client, which does nothing by itself. */
import { WebSocket } from 'ws';

/** Opens one; `frames` are those that came. */
export function plain(url: string) {
  const socket = new WebSocket(url);
  const frames: unknown[] = [];
  socket.on('message', data => frames.push(JSON.parse(String(data))));
  const closed = new Promise<number>(resolve => socket.on('close', resolve));
  const opened = new Promise(resolve => socket.once('message', resolve));
  return {
    frames,
    closed,
    opened,
    send: (frame: unknown) => socket.send(JSON.stringify(frame)),
    next: () => new Promise(resolve => socket.once('message', data => resolve(JSON.parse(String(data))))),
    close: (code: number) => socket.close(code),
  };
}

/** Of the gateway, from that of the API. */
export const addressOf = (api: string): string =>
  `${api.replace('http', 'ws').replace('/api', '')}/?v=10&encoding=json`;
/** The frame that asks for a session, of a shard where one is named. */
export const identify = (token: string, intents = 1, shard?: readonly [number, number]) => ({
  op: 2,
  d: { token, intents, properties: {}, ...(shard && { shard }) },
});
