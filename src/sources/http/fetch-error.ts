/** The one error of fetching: a stable code for programs, the exact cause for a person. */

import { shownAddress, withoutPassword } from '../text/shown-address.ts';

export type FetchErrorCode =
  | 'bad-url'
  | 'blocked-by-robots'
  | 'dns'
  | 'encoding'
  | 'network'
  | 'private-address'
  | 'protocol'
  | 'rate-limited'
  | 'redirect-loop'
  | 'refused'
  | 'reset'
  | 'status'
  | 'timeout'
  | 'tls'
  | 'too-large'
  | 'too-many-redirects'
  | 'unreachable'
  | 'unusual-port';

interface FetchErrorDetails {
  /** The HTTP status, where one was received. */
  readonly status?: number;
  /** When the host may be asked again. */
  readonly retryAt?: Date;
  readonly cause?: unknown;
}

/** A document could not be had. The message names the address, what happened and what to do. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly code: FetchErrorCode;
  /** Without user and password. */
  readonly url: string;
  readonly status: number | undefined;
  readonly retryAt: Date | undefined;
  readonly #what: string;

  /** @param what happened and, where it helps, what to do: the words after the address. */
  constructor(code: FetchErrorCode, url: URL | string, what: string, details: FetchErrorDetails = {}) {
    super(`${shownAddress(url)} ${inWords(what)}`, { cause: details.cause });
    this.code = code;
    this.url = withoutPassword(url);
    this.status = details.status;
    this.retryAt = details.retryAt;
    this.#what = what;
  }

  /** The same failure, told of the document for which it happened. */
  of(url: URL): FetchError {
    return new FetchError(this.code, url, this.#what, { cause: this });
  }
}

/** Characters: servers say in a line what they mean. */
const longestTold = 500;

/** Servers put what they like into what they answer, and it is repeated here: on one line, and no longer than anybody reads. */
const inWords = (what: string): string =>
  what.length <= longestTold && !/\p{Cc}/u.test(what)
    ? what
    : `${what
        .replace(/\p{Cc}+/gu, ' ')
        .slice(0, longestTold)
        .toWellFormed()}${what.length > longestTold ? '…' : ''}`;

/** Error codes of Node's sockets and resolver and of undici, with ours and the words for a person. */
const networkFailures: readonly (readonly [RegExp, FetchErrorCode, string])[] = [
  [
    /^(ENOTFOUND|EAI_\w+|ENODATA)$/,
    'dns',
    'cannot be found: its host name does not resolve; check the address, or the network',
  ],
  [
    /^ECONNREFUSED$/,
    'refused',
    'cannot be reached: the connection was refused; the server is down, or the address is wrong',
  ],
  [
    /^(EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL)$/,
    'unreachable',
    'cannot be reached: no route to the host; check the network',
  ],
  [
    /^(ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/,
    'timeout',
    'did not answer in time; it is tried again at the next run',
  ],
  [/^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$)/, 'tls', 'has no valid secure connection'],
  [
    /^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/,
    'reset',
    'broke the connection off before the answer was complete; it is tried again at the next run',
  ],
  [/^UND_ERR_HEADERS_OVERFLOW$/, 'too-large', 'sends more headers than are read'],
  [/^HPE_|^HTTPParserError$|^UND_ERR_(RES_CONTENT_LENGTH|HTTP_PARSER)/, 'protocol', 'does not answer in valid HTTP'],
];

/** Tells what a failed socket, resolver or parser means, or our own gate. Of several addresses tried, the last error speaks. */
export function networkError(error: unknown, url: URL): FetchError {
  if (error instanceof FetchError) return error.of(url);
  const code = codeOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && error.name === 'TimeoutError')
    return new FetchError('timeout', url, 'did not answer in time; it is tried again at the next run', {
      cause: error,
    });
  const known = networkFailures.find(([pattern]) => pattern.test(code));
  if (known === undefined) return new FetchError('network', url, `cannot be reached: ${detail}`, { cause: error });
  const [, ours, words] = known;
  return new FetchError(ours, url, `${words} (${code})`, { cause: error });
}

/** Some errors of undici's parser have no code but their name. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** What an HTTP status other than success means for a reader of feeds. */
export function statusError(url: URL, status: number, statusText: string, server: string | undefined): FetchError {
  const answer = `answered ${status} ${statusText}`.trimEnd();
  const cloudflare = server !== undefined && /^cloudflare/i.test(server);
  return new FetchError('status', url, `${answer}${cloudflare ? ' by Cloudflare' : ''}${adviceFor(status)}`, {
    status,
  });
}

function adviceFor(status: number): string {
  if (status === 401 || status === 402) return ': it is not open to the public';
  if (status === 403 || status === 406 || status === 451)
    return ': it blocks this reader; set a User-Agent for this source, or give another address of its feed';
  if (status === 404 || status === 410) return ': it has moved or is gone; look up its new address';
  if (status >= 500) return ': the server fails; it is tried again at the next run';
  return '';
}
