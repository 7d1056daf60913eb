/** The Slack that the benchmark posts to, and what it saw of each message: kept as numbers, for there are very many. */

import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { systemClock } from '../../tests/servers/slack/clock.ts';
import type { Message } from '../../tests/servers/slack/contract.ts';
import { startSlack } from '../../tests/servers/slack/server.ts';
import { channelsPerWorkspace, type Trouble, troubleOf } from './morning.ts';

export interface CrowdedWorkspace {
  readonly id: string;
  readonly token: string;
  readonly channels: readonly string[];
  readonly trouble: Trouble;
}

/** What was seen of messages. */
export interface Sightings {
  readonly messages: number;
  /** Messages that came twice, by their keys. */
  readonly doubles: readonly string[];
  /** Messages that came before one that stands before them in the thread, by their keys. */
  readonly outOfOrder: readonly string[];
  /** Instants at which the parts of each delivery came, by its key. */
  readonly arrivals: ReadonlyMap<string, readonly number[]>;
  /** Calls answered 429 for going faster than the limits. */
  readonly tooMany: number;
}

export interface Loopback {
  readonly workspaces: readonly CrowdedWorkspace[];
  readonly apiUrl: string;
  /** Where calls of the workspaces go that are rate-limited. */
  readonly limitedUrl: string;
  sightings(): Sightings;
  close(): Promise<void>;
}

/** Starts a Slack with so many workspaces that counts calls against its documented limits by the time `now`. */
export const startLoopback = async (size: number, now: () => number): Promise<Loopback> => {
  const doubles: string[] = [];
  const outOfOrder: string[] = [];
  const arrivals = new Map<string, number[]>();
  let messages = 0;

  const onMessage = ({ metadata }: Message) => {
    const key = String(metadata?.event_payload.key);
    const delivery = key.slice(0, key.lastIndexOf('/'));
    const ordinal = Number(key.slice(delivery.length + 1));
    const parts = arrivals.get(delivery) ?? [];
    arrivals.set(delivery, parts);
    messages += 1;
    if (parts[ordinal] !== undefined) doubles.push(key);
    if (ordinal > parts.length) outOfOrder.push(key);
    parts[ordinal] ??= now();
  };

  const clock = { now, after: systemClock.after };
  const slack = await startSlack({ clock, rateLimits: 'enforced', keeps: 'outlines', onMessage });
  const grudging = await startGrudging(slack.url);
  const workspaces = Array.from({ length: size }, (_, place) => {
    const team = slack.addTeam();
    return {
      id: team.teamId,
      token: team.botToken,
      channels: Array.from({ length: channelsPerWorkspace }, () => team.addChannel().id),
      trouble: troubleOf(place),
    };
  });
  return {
    workspaces,
    apiUrl: slack.url,
    limitedUrl: grudging.url,
    sightings: () => ({
      messages,
      doubles,
      outOfOrder,
      arrivals,
      tooMany: slack.count('chat.postMessage') - messages,
    }),
    close: async () => {
      await grudging.close();
      await slack.close();
    },
  };
};

/** One call of so many is refused, for so many seconds. */
const refusals = { of: 25, retryAfter: 30 };

/** A Slack before the other that now and then says "too many" whatever the rate, and else passes on what it is asked. */
const startGrudging = async (behind: string): Promise<{ readonly url: string; close(): Promise<void> }> => {
  /** Calls by token. */
  const calls = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const body = await bytesOf(request);
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const count = (calls.get(authorization) ?? 0) + 1;
    calls.set(authorization, count);
    if (count % refusals.of === 0) {
      response.writeHead(429, { 'retry-after': String(refusals.retryAfter), 'content-type': 'application/json' });
      response.end('{"ok":false,"error":"ratelimited"}');
      return;
    }
    const method = (request.url ?? '').split('/').at(-1) ?? '';
    const answer = await fetch(new URL(method, behind), {
      method: 'POST',
      headers: { authorization, 'content-type': type },
      body,
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(await answer.text());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port of loopback is free.');
  return {
    url: `http://127.0.0.1:${address.port}/api/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

const bytesOf = async (request: IncomingMessage): Promise<Buffer<ArrayBuffer>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};
