/** The web of a process: its site, on its port. */
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import type { Config } from '../config.ts';
import { usualRates } from '../web/request-rate.ts';
import { listen, type WebServer } from '../web/server.ts';
import { createSite, type SiteOptions } from '../web/site.ts';

export interface WebParts extends Pick<SiteOptions, 'metrics' | 'unready'> {
  readonly archive: Archive;
  readonly config: Pick<Config, 'web' | 'publicUrl' | 'slack'>;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** Undefined where the port cannot be listened on, which is told. Slack over HTTP then tries it by itself, and says so too. */
export const openWeb = async ({ config, logger, ...parts }: WebParts): Promise<WebServer | undefined> => {
  const { web, publicUrl } = config;
  const site = createSite({ ...parts, ...web, logger, publicUrl, rates: usualRates });
  try {
    const server = await listen(site, web);
    logger.info(
      { port: server.port },
      `The editions can be read at ${publicUrl ?? `http://localhost:${server.port}`}.`,
    );
    return server;
  } catch (error) {
    logger.warn(
      { err: error },
      `${listenedOn(web)} cannot be listened on: nothing is shown on the web. ${remedyOf(error)}`,
    );
    return undefined;
  }
};

const listenedOn = ({ port, host }: Config['web']): string => `Port ${port}${host === undefined ? '' : ` of ${host}`}`;

const remedyOf = (error: unknown): string => {
  switch (error instanceof Error && 'code' in error && error.code) {
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return 'Set HOST to an address that this machine has.';
    case 'EACCES':
      return 'Set PORT to one above 1023, which everybody may listen on.';
    default:
      return 'Set PORT to another that is free.';
  }
};
