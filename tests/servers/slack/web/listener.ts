/** The HTTP side of the loopback Slack: `/api/METHOD` and response URLs. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fields } from '../contract.ts';
import { fieldsOf, parseJson } from '../fields.ts';
import type { ResponseUrls } from '../people/response-urls.ts';
import { SlackError } from '../slack-error.ts';
import type { Api, Outcome } from './api.ts';
import { readArguments, text } from './arguments.ts';

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

/** The token of the header, or else of the form. */
const tokenOf = (request: IncomingMessage, args: Fields): string | undefined => {
  const header = request.headers.authorization;
  return header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : text(args, 'token') || undefined;
};

const write = (response: ServerResponse, outcome: Outcome): void => {
  if (outcome === 'hang') return;
  if (outcome === 'reset') return void response.destroy();
  const { status, headers, body } = outcome;
  const isPage = typeof body === 'string';
  response.writeHead(status, {
    'content-type': isPage ? 'text/html' : 'application/json; charset=utf-8',
    ...headers,
  });
  response.end(isPage ? body : JSON.stringify(body));
};

const call = (request: IncomingMessage, method: string, body: string, api: Api): Outcome => {
  try {
    const args = readArguments(request.headers['content-type'] ?? '', body);
    return api.call(method, args, tokenOf(request, args));
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { status: 200, headers: {}, body: { ok: false, error: error.code } };
  }
};

export const createListener =
  (api: Api, responseUrls: ResponseUrls) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, kind, name = ''] = (request.url ?? '/').split('?')[0]?.split('/') ?? [];
    const body = await bodyOf(request);
    if (kind === 'api') return write(response, call(request, name, body, api));
    if (kind === 'actions') {
      const answer = responseUrls.post(name, fieldsOf(parseJson(body)));
      return write(response, { ...answer, headers: {} });
    }
    write(response, { status: 404, headers: {}, body: 'not found' });
  };
