/** One HTTP request and its answer: no redirects, no memory, but bounded in time and size. */
import type { Dispatcher } from 'undici';
import { type Headers, header } from './cache-policy.ts';
import { decodeContent, tooLarge } from './content-encoding.ts';
import { networkError } from './fetch-error.ts';

export interface ExchangeLimits {
  /** Milliseconds until the head of an answer is complete. */
  readonly headTimeout: number;
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

interface Request {
  readonly url: URL;
  readonly headers: Record<string, string>;
  /** Milliseconds for the request with its answer. */
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
}

export type Exchange = (request: Request) => Promise<Answer>;

/** Makes the function that asks for an address. It throws FetchError, or the reason of `signal` when that is aborted. */
export function createExchange(dispatcher: Dispatcher, limits: ExchangeLimits): Exchange {
  return async request => {
    const { url, signal } = request;
    const timeout = AbortSignal.timeout(request.timeout);
    const ended = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
    const { body, ...answer } = await receive(dispatcher, limits, request, ended).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw networkError(error, url);
    });
    // Outside the catch above: a refusal of ours is no fault of the network.
    if (body === undefined) throw tooLarge(url, limits.maxBytes);
    const encoding = header(answer.headers, 'content-encoding');
    return { ...answer, body: await decodeContent(body, encoding, { url, limit: limits.maxBytes }) };
  };
}

/** The answer with its body as sent; the body is undefined where it is too long. */
async function receive(dispatcher: Dispatcher, limits: ExchangeLimits, { url, headers }: Request, signal: AbortSignal) {
  const response = await dispatcher.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method: 'GET',
    headers,
    headersTimeout: limits.headTimeout,
    signal,
  });
  const { statusCode: status, statusText } = response;
  const answer = { status, statusText, headers: response.headers };
  if (status < 200 || status > 299) {
    await response.body.dump();
    return { ...answer, headers: { ...response.headers, 'content-encoding': undefined }, body: new Uint8Array() };
  }
  const { maxBytes } = limits;
  if (Number(header(response.headers, 'content-length') ?? 0) > maxBytes) {
    // A body that is announced to be longer is broken off at once.
    await response.body.dump({ limit: maxBytes });
    return { ...answer, body: undefined };
  }
  return { ...answer, body: await readBody(response.body, maxBytes) };
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
