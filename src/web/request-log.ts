/** What is noted of every request: a line in the log, under the number that its answer bears, and a count. */
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import { second } from '../edition/duration.ts';
import type { Meter } from '../edition/meter.ts';

export interface RequestLogOptions {
  readonly logger: Logger;
  readonly meter: Meter;
  /** Milliseconds since some instant. Default: since the process began. */
  readonly stopwatch?: () => number;
}

/** Milliseconds after which somebody wonders whether anything comes. */
const slow = second;

/**
 * What fails, or is slow, is told as such; the rest for those who look closely. Of an address only its path is told: what
 * follows may hold what nobody else is to read, as headers do.
 */
export const createRequestLog =
  ({ logger, meter, stopwatch = () => performance.now() }: RequestLogOptions): MiddlewareHandler =>
  async (context, next) => {
    const began = stopwatch();
    await next();
    const milliseconds = stopwatch() - began;
    const { method, path } = context.req;
    const { status } = context.res;
    const route = patternOf(routePath(context));
    meter.webAnswered({ route, status, seconds: milliseconds / second });
    const line = {
      requestId: context.get('requestId'),
      method,
      route,
      path,
      status,
      milliseconds: Math.round(milliseconds),
    };
    // To be unready is an answer, which is asked for every few seconds, and the truth when a process starts or ends.
    const isFault = status >= 500 && (status !== 503 || context.error !== undefined);
    if (isFault) logger.error({ ...line, err: context.error }, 'A request failed.');
    else if (milliseconds > slow) logger.warn(line, 'A request took long.');
    else logger.debug(line, 'A request was answered.');
  };

/** Without what a part of the address has to look like; `none` where no page has the address. */
const patternOf = (route: string): string =>
  /^\/?\*$/.test(route) ? 'none' : route.split('/').map(withoutExpression).join('/');

const withoutExpression = (part: string): string => {
  const [from, to] = [part.indexOf('{'), part.lastIndexOf('}')];
  return from === -1 || to < from ? part : part.slice(0, from) + part.slice(to + 1);
};
