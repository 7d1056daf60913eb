/** The HTTP side of the loopback Slack: `/api/METHOD`, the page where an app is allowed, and response URLs. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fields } from '../contract.ts';
import { fieldsOf, parseJson } from '../fields.ts';
import { authorizePage } from '../oauth/authorize.ts';
import type { ResponseUrls } from '../people/response-urls.ts';
import { SlackError } from '../slack-error.ts';
import type { Api, Outcome } from './api.ts';
import { readArguments, text } from './arguments.ts';

/** Never resolves where the client is gone before it has said all. */
const bodyOf = (request: IncomingMessage): Promise<string> =>
  new Promise(resolve => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.once('end', () => resolve(body));
  });

/** The token of the header, or else of the form. */
const tokenOf = (request: IncomingMessage, args: Fields): string | undefined => {
  const header = request.headers.authorization;
  return header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : text(args, 'token') || undefined;
};

/** The client's id and secret of the header. https://docs.slack.dev/reference/methods/oauth.v2.access */
const clientOf = (request: IncomingMessage): Fields => {
  const header = request.headers.authorization;
  if (header === undefined || !header.startsWith('Basic ')) return {};
  const [id, secret] = Buffer.from(header.slice('Basic '.length), 'base64').toString().split(':');
  return { client_id: id, client_secret: secret };
};

const write = (response: ServerResponse, outcome: Outcome): void => {
  if (outcome === 'hang') return;
  if (outcome === 'reset') return void response.destroy();
  const { status, headers, body } = outcome;
  const isPage = typeof body === 'string';
  const text = isPage ? body : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': isPage ? 'text/html' : 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
};

const call = (request: IncomingMessage, method: string, body: string, api: Api): Outcome => {
  try {
    const args = { ...readArguments(request.headers['content-type'] ?? '', body), ...clientOf(request) };
    return api.call(method, args, tokenOf(request, args));
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { status: 200, headers: {}, body: { ok: false, error: error.code } };
  }
};

export const createListener =
  (api: Api, responseUrls: ResponseUrls) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = '', query = ''] = (request.url ?? '/').split('?', 2);
    const [, kind, name = ''] = path.split('/');
    const body = await bodyOf(request);
    if (kind === 'api') return write(response, call(request, name, body, api));
    if (path === '/oauth/v2/authorize') return write(response, authorizePage(new URLSearchParams(query)));
    if (kind === 'actions') {
      const answer = responseUrls.post(name, fieldsOf(parseJson(body)));
      return write(response, { ...answer, headers: {} });
    }
    write(response, { status: 404, headers: {}, body: 'not found' });
  };
