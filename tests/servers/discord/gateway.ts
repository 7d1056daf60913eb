/** The gateway: sessions of the bot, their events and what can go wrong with them. https://docs.discord.com/developers/events/gateway */
import type { IncomingMessage, Server } from 'node:http';
import { GatewayCloseCodes as Close, GatewayIntentBits, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { GatewayTurn } from './happenings.ts';
import { readIdentify, readResume } from './identify.ts';
import type { JsonObject } from './records.ts';
import { applicationFlags } from './routes/channels.ts';
import { createSession, flush, type Session, tell } from './session.ts';
import type { SessionStarts } from './session-starts.ts';
import { guildIn, hears } from './shards.ts';
import { guildCreateWire, userWire } from './wire.ts';
import type { World } from './world.ts';

/** Where a shard is named, only the sessions of shards with this id are meant. */
export interface Gateway {
  /** Resolves once a session is identified and was told of its guilds; at once where one is. */
  ready(): Promise<void>;
  /** Frames that the client sent, in order. */
  readonly received: readonly { readonly op: number; readonly d: unknown }[];
  /** How many connections are open. */
  readonly connections: number;
  /** Cuts all connections without a close frame, as a network does. */
  drop(shard?: number): void;
  /** Closes all connections with a code of the gateway's. */
  close(code: number, shard?: number): void;
  /** Asks all clients to reconnect and resume (op 7). */
  reconnect(shard?: number): void;
  /** Tells all clients that their session is invalid (op 9); one that is not resumable is forgotten. */
  invalidate(isResumable: boolean, shard?: number): void;
  /** Forgets all sessions, so that a later resume is answered with an invalid session. */
  forget(shard?: number): void;
  /** Stops or takes up answering heartbeats: a client then takes its connection for dead. */
  acknowledge(isOn: boolean): void;
  /** Holds all events back, or lets go of those that were held. */
  hold(isOn: boolean): void;
}

/** The gateway as the server itself uses it. */
export interface GatewayServer extends Gateway {
  dispatch(event: string, data: JsonObject, intent?: number): void;
  /** Whether there is a session that an event of this guild would reach, now or when it resumes. */
  hasSession(guildId: string): boolean;
  stop(): void;
}

const frame = z.object({ op: z.int(), d: z.unknown() });

export function createGateway(
  world: World,
  server: Server,
  url: () => string,
  heartbeatInterval: number,
  starts: SessionStarts,
): GatewayServer {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const received: { op: number; d: unknown }[] = [];
  const timers = new Map<WebSocket, NodeJS.Timeout>();
  let isAcknowledging = true;
  let isHolding = false;

  const turn = (kind: GatewayTurn['kind'], session?: Session, code?: number): void =>
    world.happenings.tell('gateway', { kind, session: session?.id, shard: session?.shard.id, code });
  const sessionOn = (socket: WebSocket): Session | undefined =>
    [...sessions.values()].find(one => one.socket === socket);
  const send = (socket: WebSocket, op: number, d: unknown = null): void =>
    socket.send(JSON.stringify({ op, d, s: null, t: null }));
  const refuse = (socket: WebSocket, code: number, reason: string): void => {
    turn('refused', sessionOn(socket), code);
    socket.close(code, reason);
  };
  const flushAll = (): void => {
    if (!isHolding) for (const session of sessions.values()) flush(session);
  };

  /** A client that lets one and a half intervals pass is taken for dead. */
  const expectHeartbeat = (socket: WebSocket): void => {
    clearTimeout(timers.get(socket));
    const timer = setTimeout(() => {
      turn('zombie', sessionOn(socket), Close.SessionTimedOut);
      socket.close(Close.SessionTimedOut, 'Session timed out');
    }, heartbeatInterval * 1.5);
    timers.set(socket, timer);
  };

  const sendInvalidSession = (socket: WebSocket): void => {
    send(socket, Op.InvalidSession, false);
    turn('invalid');
  };

  /** What becomes of a bot that starts more sessions than it may: …/gateway#identifying */
  const resetToken = (): void => {
    world.isTokenGood = false;
    for (const socket of sockets.clients) refuse(socket, Close.AuthenticationFailed, 'Authentication failed.');
  };

  const sessionsOf = (shard: number | undefined): readonly Session[] =>
    [...sessions.values()].filter(session => shard === undefined || session.shard.id === shard);
  const socketsOf = (shard: number | undefined): readonly WebSocket[] =>
    shard === undefined ? [...sockets.clients] : sessionsOf(shard).flatMap(({ socket }) => socket ?? []);

  const start = (socket: WebSocket, d: unknown): void => {
    const read = readIdentify(world, d);
    if ('code' in read) return void refuse(socket, read.code, read.reason);
    const { intents, shard, guilds, isSharded } = read;
    const asked = starts.ask(shard.id);
    if (asked === 'too-fast') return void sendInvalidSession(socket);
    if (asked === 'used-up') return void resetToken();
    const session = createSession(world.newId(), intents, shard, socket);
    sessions.set(session.id, session);
    tell(session, 'READY', {
      v: 10,
      user: userWire(world.bot),
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      session_type: 'normal',
      ...(isSharded ? { shard: [shard.id, shard.count] } : {}),
      private_channels: [],
      application: { id: world.applicationId, flags: applicationFlags(world.privilegedIntents) },
    });
    if ((intents & GatewayIntentBits.Guilds) !== 0) {
      for (const guild of guilds) tell(session, 'GUILD_CREATE', guildCreateWire(world, guild));
    }
    flushAll();
    turn('ready', session);
  };

  const takeUp = (socket: WebSocket, d: unknown): void => {
    const read = readResume(world, d);
    if ('code' in read) return void refuse(socket, read.code, read.reason);
    const session = sessions.get(read.session);
    if (session === undefined) return void sendInvalidSession(socket);
    if (read.seq > session.told.length) return void refuse(socket, Close.InvalidSeq, 'Invalid seq');
    session.socket = socket;
    session.sent = read.seq;
    // RESUMED comes after the missed events: https://docs.discord.com/developers/events/gateway#resuming
    tell(session, 'RESUMED', {});
    flushAll();
    turn('resumed', session);
  };

  const hear = (socket: WebSocket, text: string): void => {
    const read = frame.safeParse(parsed(text));
    if (!read.success) return void refuse(socket, Close.DecodeError, 'Error while decoding payload');
    const { op, d } = read.data;
    received.push({ op, d });
    if (op === Op.Heartbeat) {
      expectHeartbeat(socket);
      if (isAcknowledging) send(socket, Op.HeartbeatAck);
      return void turn('heartbeat', sessionOn(socket));
    }
    const isKnown = sessionOn(socket) !== undefined;
    if (op === Op.Identify || op === Op.Resume) {
      if (isKnown) return void refuse(socket, Close.AlreadyAuthenticated, 'Already authenticated');
      return void (op === Op.Identify ? start(socket, d) : takeUp(socket, d));
    }
    if (!isKnown) return void refuse(socket, Close.NotAuthenticated, 'Not authenticated');
    if (![Op.PresenceUpdate, Op.VoiceStateUpdate, Op.RequestGuildMembers].includes(op)) {
      refuse(socket, Close.UnknownOpcode, 'Unknown opcode');
    }
  };

  const greet = (socket: WebSocket, request: IncomingMessage): void => {
    turn('connected');
    socket.on('close', code => {
      clearTimeout(timers.get(socket));
      timers.delete(socket);
      const session = sessionOn(socket);
      if (session !== undefined) session.socket = undefined;
      // A client that closes with 1000 or 1001 ends its session: …/gateway#initiating-a-disconnect
      if (session !== undefined && (code === 1000 || code === 1001)) sessions.delete(session.id);
      turn('closed', session, code);
    });
    socket.on('error', () => socket.terminate());
    const query = new URL(request.url ?? '/', 'ws://discord.invalid').searchParams;
    if (query.get('v') !== '10') return void refuse(socket, Close.InvalidAPIVersion, 'Invalid API version');
    socket.on('message', data => hear(socket, String(data)));
    send(socket, Op.Hello, { heartbeat_interval: heartbeatInterval });
    expectHeartbeat(socket);
  };

  const forget = (shard?: number): void => {
    for (const { id } of sessionsOf(shard)) sessions.delete(id);
  };

  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, upgraded => greet(upgraded, request));
  });

  return {
    received,
    get connections() {
      return sockets.clients.size;
    },
    hasSession: guildId => [...sessions.values()].some(({ shard }) => hears(shard, guildId)),
    async ready() {
      if ([...sessions.values()].some(({ socket }) => socket !== undefined)) return;
      await world.happenings.next('gateway', ({ kind }) => kind === 'ready' || kind === 'resumed');
    },
    dispatch(event, data, intent = 0) {
      const guildId = guildIn(event, data);
      for (const session of sessions.values()) {
        if ((session.intents & intent) === intent && hears(session.shard, guildId)) tell(session, event, data);
      }
      flushAll();
    },
    drop(shard) {
      for (const socket of socketsOf(shard)) socket.terminate();
    },
    close(code, shard) {
      for (const socket of socketsOf(shard)) socket.close(code);
    },
    reconnect(shard) {
      for (const socket of socketsOf(shard)) send(socket, Op.Reconnect);
    },
    invalidate(isResumable, shard) {
      const told = socketsOf(shard);
      // The connection stays, and the client resumes or identifies on it: …/gateway-events#invalid-session
      for (const session of sessionsOf(shard)) session.socket = undefined;
      if (!isResumable) forget(shard);
      for (const socket of told) send(socket, Op.InvalidSession, isResumable);
    },
    forget,
    acknowledge(isOn) {
      isAcknowledging = isOn;
    },
    hold(isOn) {
      isHolding = isOn;
      flushAll();
    },
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
