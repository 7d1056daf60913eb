/** Who may see what is not for every reader: which channels there are, and how the machines fare. */
import { timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { SiteParts } from './parts.ts';

/** Whether the request is an operator's: it comes from this machine, through no proxy, or brings the token (RFC 6750, 2.1). */
export const isOperator = (
  context: Context,
  { operatorToken, isPublic = false }: Pick<SiteParts, 'operatorToken' | 'isPublic'>,
): boolean =>
  // A proxy on this machine may pass on neither whom it asks for nor by which name: nginx does so unless told otherwise
  // (https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_set_header).
  (!isPublic && isFromHere(context)) ||
  (operatorToken !== undefined && hasToken(context.req.header('Authorization'), operatorToken));

/** Headers that proxies add of whom they ask for. */
const ofProxies = ['Forwarded', 'X-Forwarded-For', 'X-Real-IP', 'Via'];

/** By the name that the request is for as well, else a page elsewhere could have a browser here read it (DNS rebinding). */
const isFromHere = (context: Context): boolean => {
  const { address = '' } = getConnInfo(context).remote;
  const { hostname } = new URL(context.req.url);
  return (
    /^(::ffff:)?127\.|^::1$/.test(address) &&
    /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname) &&
    ofProxies.every(name => context.req.header(name) === undefined)
  );
};

const hasToken = (header: string | undefined, token: string): boolean => {
  const given = Buffer.from(/^Bearer +(\S+)\s*$/i.exec(header ?? '')?.[1] ?? '');
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
};
