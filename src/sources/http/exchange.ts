/** One HTTP request and its answer: no redirects, no memory, but bounded in time and size. */
import type { Dispatcher } from 'undici';
import { type Headers, header } from './cache-policy.ts';
import { decodeContent, tooLarge } from './content-encoding.ts';
import { networkError } from './fetch-error.ts';

export interface ExchangeLimits {
  /** Milliseconds for one request with its answer. */
  readonly totalTimeout: number;
  /** Bytes of a body, as sent and once decoded. */
  readonly maxBytes: number;
}

export interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  /** Decoded; empty unless the status is a success (2xx), since nobody reads an error page. */
  readonly body: Uint8Array;
}

export type Exchange = (url: URL, headers: Record<string, string>, signal: AbortSignal | undefined) => Promise<Answer>;

/** Makes the function that asks for an address. It throws FetchError, or the reason of `signal` when that is aborted. */
export function createExchange(dispatcher: Dispatcher, limits: ExchangeLimits): Exchange {
  return async (url, headers, signal) => {
    const timeout = AbortSignal.timeout(limits.totalTimeout);
    const { body, ...answer } = await receive(dispatcher, limits, {
      url,
      headers,
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    }).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw networkError(error, url);
    });
    // Outside the catch above: a refusal of ours is no fault of the network.
    if (body === undefined) throw tooLarge(url, limits.maxBytes);
    const encoding = header(answer.headers, 'content-encoding');
    return { ...answer, body: await decodeContent(body, encoding, { url, limit: limits.maxBytes }) };
  };
}

interface Request {
  readonly url: URL;
  readonly headers: Record<string, string>;
  readonly signal: AbortSignal;
}

/** The answer with its body as sent; the body is undefined where it is too long. */
async function receive(dispatcher: Dispatcher, limits: ExchangeLimits, { url, headers, signal }: Request) {
  const response = await dispatcher.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method: 'GET',
    headers,
    signal,
  });
  const { statusCode: status, statusText } = response;
  const answer = { status, statusText, headers: response.headers };
  if (status < 200 || status > 299) {
    await response.body.dump();
    return { ...answer, headers: { ...response.headers, 'content-encoding': undefined }, body: new Uint8Array() };
  }
  return { ...answer, body: await readBody(response.body, limits.maxBytes) };
}

/** Reads a stream up to a limit. Leaving the loop early destroys the stream, and with it the connection. */
async function readBody(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, length);
}
