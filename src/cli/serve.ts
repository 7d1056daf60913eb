/** `serve`: the archive on the web, without any bot. */
import { once } from 'node:events';
import { createMetrics } from '../web/metrics/metrics.ts';
import { build } from './build.ts';
import { createLogger, logSettings } from './log.ts';
import type { Parts } from './parts.ts';
import type { Progress } from './progress.ts';
import { createReadiness } from './readiness.ts';
import { shutdownSignal } from './shutdown.ts';
import { openWeb } from './web.ts';

/** Runs until the operator ends it. Over the recorded day, its edition is written first. */
export const serveArchive = async (
  parts: Parts,
  progress: Progress,
  { sample = false }: { readonly sample?: boolean | undefined },
): Promise<void> => {
  const asked = shutdownSignal();
  if (sample) await build(parts, {}, progress);
  const logger = createLogger(logSettings(parts.config), process.stderr);
  const metrics = createMetrics({ ...parts, sources: parts.sources.map(({ name }) => name) });
  const { unready } = createReadiness({ hears: false, stopping: asked, now: parts.now });
  const server = await openWeb({ ...parts, logger, metrics, unready });
  if (server === undefined) {
    process.exitCode = 1;
    return;
  }
  if (!asked.aborted) await once(asked, 'abort');
  await server.close();
};
