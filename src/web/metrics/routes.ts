/** `/metrics`: for the operator's Prometheus. */
import { isOperator } from '../operator.ts';
import type { AddRoutes } from '../parts.ts';

export const metricsRoutes: AddRoutes = (site, { metrics, ...parts }) => {
  if (metrics === undefined) return;
  site.get('/metrics', async context => {
    const uncached = { 'Cache-Control': 'no-store' };
    // RFC 6750, 3: how to ask.
    const asking = { ...uncached, 'WWW-Authenticate': 'Bearer realm="metrics"' };
    if (!isOperator(context, parts))
      return context.text('Metrics are for the operator: bring OPERATOR_TOKEN as a Bearer token.\n', 401, asking);
    return context.body(await metrics.text(), 200, { ...uncached, 'Content-Type': metrics.type });
  });
};
