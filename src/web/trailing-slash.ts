/** Leads from an address that ends in a slash, of which the site has none, to the one without. */
import type { Context } from 'hono';
import { movedTo } from './pages/moved.ts';
import type { Paths } from './paths.ts';

/**
 * Undefined where the address has no such slash. By the path alone, as a proxy asks for us by a name of its own; but not where a
 * browser would take its beginning for the name of another host (RFC 3986, 4.2).
 */
export const withoutTrailingSlash = (context: Context, paths: Pick<Paths, 'at'>): Response | undefined => {
  const { pathname, search } = new URL(context.req.url);
  if (pathname === '/' || !pathname.endsWith('/') || pathname.startsWith('//')) return undefined;
  return movedTo(context, paths.at(pathname.slice(0, -1) + search));
};
