/** The number of a request, under which the log has it and which its answer bears. */
import type { MiddlewareHandler } from 'hono';
import { requestId } from 'hono/request-id';
import type { Callers } from './callers.ts';

const header = 'X-Request-Id';

/** That which the operator's own proxy gave it, so that both logs have one; a stranger's would stand in the log as if it were ours. */
export const numberRequests = ({ isFromOurs }: Callers): MiddlewareHandler => {
  const takeGiven = requestId({ headerName: header });
  const giveNew = requestId({ headerName: '' });
  return async (context, next) => {
    if (isFromOurs(context)) return await takeGiven(context, next);
    await giveNew(context, next);
    context.header(header, context.get('requestId'));
  };
};
