/**
 * Who may call: assistants, not pages of other sites that a browser here shows. "Servers MUST validate the Origin header"
 * against DNS rebinding (https://modelcontextprotocol.io/specification, Streamable HTTP, security).
 */
import { localhostAllowedHostnames, validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server';

/** An address itself: no name of a stranger leads there. */
const isAddress = (hostname: string): boolean => /^(\d+\.){3}\d+$|^\[[\da-f:.]+\]$/i.test(hostname);

/**
 * The refusal of a request that no assistant sends; undefined where it may pass. It names this machine or, where there is one,
 * the public address. Behind that one a proxy may name us as it likes: what everybody may read is guarded by the Origin alone.
 * @param publicUrl Where the site is found from outside.
 */
export const refuseStrangers = ({ url, headers }: Request, publicUrl: string | undefined): Response | undefined => {
  const { hostname } = new URL(url);
  const own = [...localhostAllowedHostnames(), ...(isAddress(hostname) ? [hostname] : [])];
  if (publicUrl === undefined && !validateHostHeader(headers.get('Host'), own).ok)
    return refusal('No host of that name is known here. Its operator can set PUBLIC_URL to the address of the site.');
  const origins = publicUrl === undefined ? own : [...own, new URL(publicUrl).hostname];
  return validateOriginHeader(headers.get('Origin'), origins).ok
    ? undefined
    : refusal('Pages of other sites are not answered: ask from a program, or from a page of this site.');
};

/** As the protocol has it: an error that belongs to no request. */
const refusal = (message: string): Response =>
  Response.json({ jsonrpc: '2.0', error: { code: -32_000, message }, id: null }, { status: 403 });
