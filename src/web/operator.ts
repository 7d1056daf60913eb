/** Who may see what is not for every reader: which channels there are, and how the machines fare. */
import { hash, timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { createAllowance } from '../chat/allowance.ts';
import { tooSoon } from './failures.ts';
import type { SiteParts } from './parts.ts';
import { mostAddresses, type RequestRateParts } from './request-rate.ts';

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

/** By their hashes, which are of one length: how long it takes tells nothing of the token. */
const hasToken = (header: string | undefined, token: string): boolean => {
  const given = /^Bearer +(\S+)\s*$/i.exec(header ?? '')?.[1] ?? '';
  return timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', token, 'buffer'));
};

/**
 * Answers whoever brought too many wrong tokens with 429, whether the next is right or not. Whom nothing tells apart, behind a proxy that
 * nobody named, guess together.
 */
export const refuseGuessing = (
  token: string,
  { callers, paths, rates, stopwatch }: RequestRateParts,
): MiddlewareHandler => {
  const guesses = createAllowance({ ...rates.guesses, mostNames: mostAddresses, stopwatch });
  return async (context, next) => {
    const header = context.req.header('Authorization');
    if (header === undefined) return await next();
    const address = callers.addressOf(context) ?? '';
    const wait = guesses.wait(address);
    if (wait > 0) return await tooSoon(context, wait, paths);
    if (!hasToken(header, token)) guesses.take(address);
    return await next();
  };
};
