/** One gateway session: what it was told, kept so that a resume can tell it again. */
import { GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { JsonObject } from './records.ts';
import type { Shard } from './shards.ts';

interface Told {
  readonly op: typeof GatewayOpcodes.Dispatch;
  readonly t: string;
  readonly s: number;
  readonly d: JsonObject;
}

export interface Session {
  readonly id: string;
  /** Bits that the client identified with. */
  readonly intents: number;
  readonly shard: Shard;
  /** All events so far, the first with the sequence number 1. */
  readonly told: Told[];
  /** Where it is connected. */
  socket: WebSocket | undefined;
  /** The last event that was sent over a connection. */
  sent: number;
}

export const createSession = (id: string, intents: number, shard: Shard, socket: WebSocket): Session => ({
  id,
  intents,
  shard,
  told: [],
  socket,
  sent: 0,
});

export function tell(session: Session, event: string, data: JsonObject): void {
  session.told.push({ op: GatewayOpcodes.Dispatch, t: event, s: session.told.length + 1, d: data });
}

/** Sends what was not sent yet. */
export function flush(session: Session): void {
  if (session.socket === undefined) return;
  for (const one of session.told.slice(session.sent)) session.socket.send(JSON.stringify(one));
  session.sent = session.told.length;
}
