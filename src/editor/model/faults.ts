/** What an error of the SDK, of a vendor or of the network means. Each has its own words for the same few things. */
import { APICallError, StreamProviderError } from 'ai';
import { z } from 'zod';
import { second } from '../../edition/duration.ts';
import type { ModelFault } from './model-error.ts';

export interface Fault {
  readonly code: ModelFault;
  /** What the server calls it, in a word, for the operator. */
  readonly word?: string;
  /** Milliseconds after which the server wants to be asked again. */
  readonly retryAfter?: number;
}

/** `{"error": {…}}` of both vendors and of most that imitate them, or what stands in it. */
const told = z.object({ message: z.string(), type: z.string(), code: z.union([z.string(), z.number()]) }).partial();
const body = z.union([
  z.object({ error: z.union([told, z.string().transform(message => ({ message }))]) }).transform(({ error }) => error),
  told,
]);

type Told = z.infer<typeof told>;

const parsed = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
};

const nullless = (value: unknown): unknown =>
  value === null || typeof value !== 'object'
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .filter(([, field]) => field !== null)
          .map(([name, field]) => [name, nullless(field)]),
      );

const toldIn = (value: unknown): Told => body.safeParse(nullless(value)).data ?? {};

/**
 * https://platform.openai.com/docs/guides/error-codes has `insufficient_quota` with status 429; Anthropic tells of an
 * empty account and of a limit that its owner set with status 400 and in prose alone.
 */
const isWithoutCredit = ({ type = '', code = '', message = '' }: Told): boolean =>
  /insufficient_quota|^billing_/.test(`${code}`) ||
  /insufficient_quota|^billing_/.test(type) ||
  /credit balance is too low|specified API usage limits/i.test(message);

const isOfUnknownModel = ({ code = '', message = '' }: Told): boolean =>
  code === 'model_not_found' || /\bmodel\b.*\b(not exist|not found|unknown)\b/i.test(message);

const isTooLong = ({ code = '', message = '' }: Told): boolean =>
  code === 'context_length_exceeded' ||
  /prompt is too long|context (length|window|size)|too many tokens/i.test(message);

const codeOf = (status: number | undefined, words: Told): ModelFault => {
  if (status === 402 || isWithoutCredit(words)) return 'no-credit';
  if (status === 401 || status === 403 || /^(authentication|permission)_error$/.test(words.type ?? '')) {
    return 'wrong-key';
  }
  if (isTooLong(words) || status === 413) return 'too-long';
  if (status === 404 || (status === 400 && isOfUnknownModel(words))) return 'unknown-model';
  if (status === undefined || status >= 500 || [408, 409, 425, 429].includes(status)) return 'busy';
  return 'refused';
};

/** Of a header that holds seconds or an instant (RFC 9110 section 10.2.3), or of OpenAI's in milliseconds. */
const retryAfterIn = (headers: Readonly<Record<string, string>> = {}, now: Date): number | undefined => {
  const milliseconds = Number.parseFloat(headers['retry-after-ms'] ?? '');
  if (milliseconds >= 0) return milliseconds;
  const after = headers['retry-after'] ?? '';
  const wait = /^\s*[\d.]+\s*$/.test(after) ? Number.parseFloat(after) * second : Date.parse(after) - now.getTime();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
};

/** A server's word is shown only where it looks like one: it may say anything, with our key or our question in it. */
const wordOf = (word: unknown): Pick<Fault, 'word'> =>
  /^[a-z][\w.-]{2,59}$/i.test(`${word}`) && !/^sk-/.test(`${word}`) ? { word: `${word}` } : {};

const causesOf = (error: unknown): readonly Error[] =>
  error instanceof Error ? [error, ...causesOf(error.cause)] : [];

/** Codes of the system, of TLS and of undici; `ERR_…` are otherwise those of Node for wrong calls. */
const networkCode = (error: unknown): string | undefined =>
  causesOf(error)
    .map(cause => ('code' in cause && typeof cause.code === 'string' ? cause.code : ''))
    .find(code => /^(?!ERR_(?!TLS|SSL))[A-Z][A-Z\d_]+$/.test(code));

const cutConnections = ['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET'];
const slowAnswers = ['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'];

const networkFault = (error: unknown): Fault | undefined => {
  const code = networkCode(error);
  if (code === undefined) return undefined;
  if (cutConnections.includes(code)) return { code: 'busy', ...wordOf(code) };
  return { code: slowAnswers.includes(code) ? 'timeout' : 'unreachable', ...wordOf(code) };
};

const faultOfAnswer = (error: APICallError, now: Date): Fault => {
  const { statusCode, responseBody, responseHeaders } = error;
  if (statusCode === undefined) return networkFault(error) ?? { code: 'unreachable' };
  // The status was well and the body is not, or was cut off.
  if (statusCode < 300) return networkFault(error) ?? { code: 'malformed' };
  const words = toldIn(parsed(responseBody));
  const retryAfter = retryAfterIn(responseHeaders, now);
  return {
    code: codeOf(statusCode, words),
    ...wordOf(words.code ?? words.type ?? `status-${statusCode}`),
    ...(retryAfter !== undefined && { retryAfter }),
  };
};

/** The event by which a stream tells of an error, often long after it began well. */
const faultOfStream = ({ data, statusCode }: StreamProviderError): Fault => {
  const words = toldIn(data);
  return { code: codeOf(statusCode, words), ...wordOf(words.code ?? words.type) };
};

/** What the failure of a request means. */
export const readFault = (error: unknown, now: Date): Fault => {
  if (error instanceof DOMException && ['TimeoutError', 'AbortError'].includes(error.name)) return { code: 'timeout' };
  if (APICallError.isInstance(error)) return faultOfAnswer(error, now);
  if (StreamProviderError.isInstance(error)) return faultOfStream(error);
  const fault = networkFault(error);
  if (fault) return fault;
  // What `fetch` throws for every failure of the network that it has no better word for.
  if (error instanceof TypeError && error.message === 'fetch failed') return { code: 'unreachable' };
  // Errors of many kinds, some of them of no class of its own, by which the SDK says that it cannot read an answer.
  return { code: 'malformed' };
};
