/** Deeds as signed HTTP requests. https://docs.slack.dev/authentication/verifying-requests-from-slack */
import { createHmac } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { parseJson } from '../fields.ts';
import { app } from '../identity.ts';
import type { Forgery, HttpAnswer } from './contract.ts';
import type { Envelope, Transport } from './delivery.ts';

const form = 'application/x-www-form-urlencoded';

export interface Body {
  readonly type: string;
  readonly text: string;
}

/** Commands are forms, interactions JSON within a form, events JSON. */
export const bodyOf = ({ kind, payload }: Envelope): Body => {
  if (kind === 'events_api') return { type: 'application/json', text: JSON.stringify(payload) };
  const fields = kind === 'interactive' ? { payload: JSON.stringify(payload) } : payload;
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) text.append(name, String(value));
  return { type: form, text: text.toString() };
};

/** `v0=` and the HMAC of version, timestamp and body. */
const signature = (secret: string, timestamp: number, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

const signatureHeaders = (text: string, clock: Clock, forgery?: Forgery): Readonly<Record<string, string>> => {
  if (forgery === 'no-signature') return {};
  const now = Math.floor(clock.now() / 1000);
  const timestamp = forgery === 'six-minutes-old' ? now - 360 : now;
  const secret = forgery === 'wrong-signature' ? 'another-secret' : app.signingSecret;
  return { 'x-slack-signature': signature(secret, timestamp, text), 'x-slack-request-timestamp': String(timestamp) };
};

export const request = async (
  address: string,
  body: Body,
  clock: Clock,
  { forgery, headers = {} }: { readonly forgery?: Forgery; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<HttpAnswer> => {
  const sent = clock.now();
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': body.type, ...signatureHeaders(body.text, clock, forgery), ...headers },
    body: body.text,
  });
  const text = await response.text();
  return { status: response.status, body: text, milliseconds: clock.now() - sent };
};

export const httpTransport = (address: string, clock: Clock): Transport => ({
  async send(envelope) {
    const { retry } = envelope;
    const headers = retry && { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': 'http_timeout' };
    const { status, body } = await request(address, bodyOf(envelope), clock, headers && { headers });
    return { status, payload: body === '' ? undefined : (parseJson(body) ?? body) };
  },
  forget: () => {},
});
