/**
 * Who may call: assistants, not pages of other sites that a browser here shows. "Servers MUST validate the Origin header"
 * against DNS rebinding (https://modelcontextprotocol.io/specification, Streamable HTTP, security).
 */
import {
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  originValidationResponse,
} from '@modelcontextprotocol/server';

/** An address itself: no name of a stranger leads there. */
const isAddress = (hostname: string): boolean => /^(\d+\.){3}\d+$|^\[[\da-f:.]+\]$/i.test(hostname);

/**
 * The refusal of a request that no assistant sends; undefined where it may pass. It names this machine or, where there is one,
 * the public address. Behind that one a proxy may name us as it likes: what everybody may read is guarded by the Origin alone.
 * @param publicUrl Where the site is found from outside.
 */
export const refuseStrangers = (request: Request, publicUrl: string | undefined): Response | undefined => {
  const { hostname } = new URL(request.url);
  const own = [...localhostAllowedHostnames(), ...(isAddress(hostname) ? [hostname] : [])];
  return publicUrl === undefined
    ? (hostHeaderValidationResponse(request, own) ?? originValidationResponse(request, own))
    : originValidationResponse(request, [...own, new URL(publicUrl).hostname]);
};
