/** Answers where there is nothing to show: in words for people, with a status for machines, and with nothing of our insides. */
import type { Context, MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import { ArchiveError } from '../archive/archive-error.ts';
import { counted } from '../edition/counted.ts';
import { second } from '../edition/duration.ts';
import { layout } from './layout.ts';
import type { Paths } from './paths.ts';

/** Characters. Addresses of ours are short but for a look-up, which has 500, each of up to nine when encoded. */
const longestAddress = 6_000;

/** Paths at which machines talk with others than GET. */
const others: ReadonlySet<string> = new Set(['/mcp']);

/** Refuses methods that nothing here has (RFC 9110, 15.5.6), and addresses that nobody of ours wrote. */
export const refuseOthers: MiddlewareHandler = async (context, next) => {
  const { method, path, url } = context.req;
  if (url.length > longestAddress) return context.text('The address is too long.\n', 414);
  if (method !== 'GET' && method !== 'HEAD' && !others.has(path))
    return context.text('Pages are read here: GET and HEAD.\n', 405, { Allow: 'GET, HEAD' });
  return next();
};

/** A page that says so, and leads on. */
export const notFound = async (context: Context, { paths }: { readonly paths: Paths }): Promise<Response> => {
  const main = html`
  <h1>There is nothing here</h1>
  <p>No edition, company or theme has this address. Look in the <a href="${paths.calendar}">calendar</a>, or search.</p>`;
  const page = await layout({
    paths,
    title: 'Not found',
    description: 'There is nothing at this address.',
    path: paths.latest,
    isListed: false,
    main,
  });
  return context.html(page, 404);
};

/**
 * Says that too much was asked for (RFC 6585, 4), as whoever asked can read it: the program of an assistant, the script of the search, or
 * a person.
 * @param wait Milliseconds after which they may ask again.
 */
export const tooSoon = async (context: Context, wait: number, paths: Paths): Promise<Response> => {
  const seconds = Math.ceil(wait / second);
  const headers = { 'Retry-After': String(seconds), 'Cache-Control': 'no-store' };
  const told = `Too much was asked for in a short time. Try again in ${counted(seconds, 'second')}.`;
  if (context.req.path === '/mcp')
    return context.json({ jsonrpc: '2.0', error: { code: -32_000, message: told }, id: null }, 429, headers);
  if (context.req.path === '/metrics') return context.text(`${told}\n`, 429, headers);
  if (context.req.query('part') === 'results')
    return context.html(html`<h2>That was quick</h2><p>${told}</p>`, 429, headers);
  const page = await layout({
    paths,
    title: 'That was quick',
    description: told,
    path: paths.search,
    isListed: false,
    main: html`<h1>That was quick</h1><p>${told}</p>`,
  });
  return context.html(page, 429, headers);
};

/** Seconds after which whoever asks may ask again. */
const untilThere = 30;

/** Says that it is our fault, by the number under which the log has it (`request-log.ts`). */
export const answerTrouble = (error: Error, context: Context): Response => {
  const requestId = context.get('requestId');
  if (error instanceof ArchiveError && mendedByWaiting.has(error.code))
    return context.text('The archive does not answer at the moment. Try again in half a minute.\n', 503, {
      'Retry-After': String(untilThere),
    });
  return context.text(`This page could not be made. The fault is ours; the log has it as ${requestId}.\n`, 500);
};

const mendedByWaiting: ReadonlySet<ArchiveError['code']> = new Set(['busy', 'unreachable', 'unwritable']);
