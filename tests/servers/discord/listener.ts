/** The HTTP side: faults, rate limits, the token and the routes, in this order, and a record of each request. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from './api-error.ts';
import type { Fault, FaultSwitches } from './faults.ts';
import { invalidForm, isRecord, readForm } from './forms/form.ts';
import type { RecordedRequest } from './happenings.ts';
import { loadCheck } from './openapi.ts';
import type { CountRequest } from './rate-limits.ts';
import { type ApiRequest, matchRoute, type Route, type RouteMatch } from './router.ts';
import type { World } from './world.ts';

/** One request's answer, before it is written. */
interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** In place of a body. */
  readonly page?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ListenerParts {
  readonly world: World;
  readonly routes: readonly Route[];
  readonly faults: FaultSwitches;
  readonly count: CountRequest;
  readonly requests: RecordedRequest[];
}

/** Answers one request; never rejects. */
export async function listen(parts: ListenerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', 'http://discord.invalid');
  const path = decodeURIComponent(url.pathname).replace(/^\/api(?:\/v10)?(?=\/)/, '');
  const isVersioned = url.pathname.startsWith('/api/v10/');
  const body = await bodyOf(request);
  const match = isVersioned ? matchRoute(parts.routes, method, path) : undefined;
  const query = Object.fromEntries(url.searchParams);
  const fault = parts.faults.take(method, path);
  const answer = faultyAnswer(fault, () => answerTo(parts, request, match, query, body));
  const record: RecordedRequest = {
    method,
    path,
    route: match?.route.path,
    query,
    body: isRecord(body) ? body : undefined,
    userAgent: request.headers['user-agent'] ?? '',
    status: typeof answer === 'string' ? 0 : answer.status,
    code:
      typeof answer !== 'string' && isRecord(answer.body) && typeof answer.body.code === 'number'
        ? answer.body.code
        : undefined,
  };
  parts.requests.push(record);
  if (answer === 'reset') response.destroy();
  if (typeof answer !== 'string') write(response, answer);
  parts.world.happenings.tell('request', record);
}

/** What goes back: an answer, a cut connection, or nothing ever. */
function faultyAnswer(fault: Fault | undefined, proceed: () => Answer): Answer | 'reset' | 'silence' {
  if (fault === undefined) return proceed();
  if (fault.kind === 'refuse') return { status: fault.status, body: { message: fault.message, code: fault.code } };
  if (fault.kind === 'rate-limit') return limited(fault);
  if (fault.kind === 'page') return pageOf(fault);
  if (fault.when === 'after') proceed();
  if (fault.kind !== 'status') return fault.kind;
  return { status: fault.status, body: { message: `${fault.status}: Server Error`, code: 0 } };
}

/** https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans */
const pageOf = ({ status, retryAfter }: Fault & { kind: 'page' }): Answer => ({
  status,
  page: 'error code: 1015',
  headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) },
});

function limited({ retryAfter, scope = 'user', headerless = false }: Fault & { kind: 'rate-limit' }): Answer {
  const isGlobal = scope === 'global';
  const headers = {
    'Retry-After': String(retryAfter),
    'X-RateLimit-Scope': scope,
    ...(isGlobal ? { 'X-RateLimit-Global': 'true' } : {}),
  };
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global: isGlobal },
    headers: headerless ? {} : headers,
  };
}

function answerTo(
  { world, count }: ListenerParts,
  request: IncomingMessage,
  match: RouteMatch | undefined,
  query: Readonly<Record<string, string>>,
  body: unknown,
): Answer {
  // Clients without a valid agent are refused: https://docs.discord.com/developers/reference#user-agent
  if (!(request.headers['user-agent'] ?? '').startsWith('DiscordBot (')) {
    return { status: 403, body: { message: 'internal network error', code: 40_333 } };
  }
  const isOpen = match?.route.isOpen === true;
  const resource = match === undefined ? '' : ([...match.ids.values()].slice(0, isOpen ? 2 : 1).join(' ') ?? '');
  const passage = count({
    method: request.method ?? 'GET',
    route: match?.route.path ?? '',
    resource,
    isInteraction: isOpen,
  });
  const { headers } = passage;
  if (!passage.isAllowed) {
    const retry = { message: 'You are being rate limited.', retry_after: passage.retryAfter, global: passage.isGlobal };
    return { status: 429, body: retry, headers };
  }
  if (!isOpen && (!world.isTokenGood || request.headers.authorization !== `Bot ${world.token}`)) {
    return { status: 401, body: { message: '401: Unauthorized', code: 0 }, headers };
  }
  if (match === undefined) return { status: 404, body: { message: '404: Not Found', code: 0 }, headers };
  try {
    const reply = match.route.handle(apiRequest(match, query, body));
    return { status: reply.status ?? (reply.body === undefined ? 204 : 200), body: reply.body, headers };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { status, code, message, errors } = error;
    return { status, body: { message, code, ...(errors === undefined ? {} : { errors }) }, headers };
  }
}

function apiRequest({ route, ids }: RouteMatch, query: Readonly<Record<string, string>>, body: unknown): ApiRequest {
  return {
    query,
    id(name) {
      const id = ids.get(name);
      if (id === undefined) throw new TypeError(`${route.path} has no {${name}}`);
      return id;
    },
    read(form) {
      const read = readForm(form, body);
      const problem = loadCheck()(route.method, route.path, body);
      if (problem !== undefined) throw invalidForm([{ path: [], code: 'SCHEMA', message: `openapi.json: ${problem}` }]);
      return read;
    },
  };
}

/** The JSON of a body, also where it came as `payload_json` beside files; undefined for none. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return undefined;
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return JSON.parse(bytes.toString('utf8'));
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  return JSON.parse(String(form.get('payload_json') ?? '{}'));
}

function write(response: ServerResponse, { status, body, page, headers = {} }: Answer): void {
  const type = page === undefined ? 'application/json' : 'text/plain; charset=UTF-8';
  const text = page ?? (body === undefined ? undefined : JSON.stringify(body));
  response.writeHead(status, { ...headers, ...(text === undefined ? {} : { 'content-type': type }) });
  response.end(text);
}
