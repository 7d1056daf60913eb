/** Whole addresses, for what is read away from the site: feeds, letters, and what assistants are told. */
import type { Context } from 'hono';
import type { Paths } from './paths.ts';

export interface Addresses {
  /** Where the site is found, without a slash at the end: what all addresses of it begin with. */
  readonly origin: string;
  /** The whole address of a path of the site, as `paths` has it. */
  link(path: string): string;
  /**
   * A name of that path for ever, which feeds know an item by (RFC 4287, 4.2.6). It is the address where the site has one for
   * all readers; else a tag (RFC 4151), as the same edition is not to be another by which name of the machine it was asked for.
   */
  id(path: string): string;
}

/**
 * The addresses as whoever asks can use them. Where the operator named a public address it is that one. Else it is what the
 * request was sent to: a reader who claims another than the true one misleads but himself, provided that what is kept of the
 * answer is kept by `origin`.
 */
export const addressesFor = (context: Context, paths: Paths): Addresses => {
  const isPublic = !paths.absolute('/').startsWith('/');
  const origin = isPublic ? new URL(paths.absolute('/')).origin : askedOrigin(context.req.url);
  return {
    origin,
    link: path => origin + path,
    id: path => (isPublic ? origin + path : `tag:localhost,2026:${path}`),
  };
};

/** Nothing but a name or an address, and a port: whatever else a Host may hold belongs into no document. */
const plainHost = /^([\w.-]+|\[[\da-f:.]+\])(:\d+)?$/i;

const askedOrigin = (url: string): string => {
  const { protocol, host } = new URL(url);
  return plainHost.test(host) ? `${protocol}//${host}` : 'http://localhost';
};
