/** Leads from another spelling of an address to the one. */
import type { Context } from 'hono';

/** For good; but what a misspelt name is near to may change, so nobody is to keep it unasked. */
export const movedTo = (context: Context, path: string): Response => {
  context.header('Cache-Control', 'no-cache');
  return context.redirect(path, 301);
};
