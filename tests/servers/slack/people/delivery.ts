/** Carrying a deed to the app and waiting for its acknowledgement, three seconds at most. */
import type { Clock } from '../clock.ts';
import type { Fields } from '../contract.ts';

export interface Envelope {
  readonly id: string;
  readonly kind: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: Fields;
  /** Of an event that was not acknowledged before. */
  readonly retry?: { readonly attempt: number; readonly reason: string };
}

export interface Acknowledgement {
  readonly status: number;
  /** Undefined for an empty one. */
  readonly payload: unknown;
}

/** Socket Mode or HTTP. */
export interface Transport {
  send(envelope: Envelope): Promise<Acknowledgement>;
  /** Nobody waits for this envelope any more. */
  forget(envelope: Envelope): void;
}

/** https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
const deadline = 3000;

export interface Delivered extends Acknowledgement {
  readonly milliseconds: number;
}

class OperationTimeout extends Error {
  override readonly name = 'OperationTimeout';
}

/** @throws Error `operation_timeout`, as people are told. */
export const deliver = async (envelope: Envelope, transport: Transport, clock: Clock): Promise<Delivered> => {
  const sent = clock.now();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const callOff = clock.after(deadline, () => {
    transport.forget(envelope);
    reject(new OperationTimeout(`operation_timeout: no acknowledgement of ${envelope.kind} within ${deadline} ms`));
  });
  try {
    const acknowledgement = await Promise.race([transport.send(envelope), late]);
    return { ...acknowledgement, milliseconds: clock.now() - sent };
  } finally {
    callOff();
  }
};

/** https://docs.slack.dev/apis/events-api#retries: nearly at once, after a minute, after five. */
const retryAfter: readonly number[] = [0, 60_000, 300_000];

/** Events are sent up to four times. */
export const deliverEvent = async (envelope: Envelope, transport: Transport, clock: Clock): Promise<Delivered> => {
  for (const [index, wait] of retryAfter.entries()) {
    const retry = { attempt: index, reason: 'timeout' };
    const delivered = await settled(deliver(index === 0 ? envelope : { ...envelope, retry }, transport, clock));
    if (delivered !== undefined && delivered.status < 300) return delivered;
    if (wait > 0) await new Promise<void>(resolve => clock.after(wait, resolve));
  }
  return deliver({ ...envelope, retry: { attempt: retryAfter.length, reason: 'timeout' } }, transport, clock);
};

const settled = async (delivery: Promise<Delivered>): Promise<Delivered | undefined> => {
  try {
    return await delivery;
  } catch (error) {
    if (error instanceof OperationTimeout) return undefined;
    throw error;
  }
};
