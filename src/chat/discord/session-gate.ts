/**
 * The way of one shard to a session, which can be closed. discord.js has no way back from connecting: a client that is
 * destroyed while Discord owes it an answer connects again. At the gate none is owed, and past a closed one no session is had.
 */
import { once } from 'node:events';
import type { IIdentifyThrottler } from 'discord.js';

export interface SessionGate extends IIdentifyThrottler {
  /** Resolves while the shard waits here, now or the next time. */
  reached(): Promise<void>;
  /** Lets the shard pass no more: it waits until its connection is closed. */
  close(): void;
}

/** @param throttler Which tells when it is the shard's turn. */
export const createSessionGate = (throttler: IIdentifyThrottler): SessionGate => {
  let arrival = Promise.withResolvers<void>();
  let isClosed = false;
  return {
    async waitForIdentify(shard, signal) {
      arrival.resolve();
      await throttler.waitForIdentify(shard, signal);
      if (isClosed && !signal.aborted) await once(signal, 'abort');
      signal.throwIfAborted();
      arrival = Promise.withResolvers();
    },
    reached: () => arrival.promise,
    close: () => {
      isClosed = true;
    },
  };
};
