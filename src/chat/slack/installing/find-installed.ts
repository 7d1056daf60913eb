/** Puts together what finds the token of each workspace that installed the app, with no more than posting needs. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { SecretArchive } from '../../../archive/installations.ts';
import type { ClientSettings } from '../client.ts';
import { type AppCredentials, createExchange } from './exchange.ts';
import { createInstalled, type Installed } from './installed.ts';
import { createRenewing } from './renewing.ts';

export interface InstalledSettings extends AppCredentials {
  readonly secrets: SecretArchive;
  readonly apiUrl?: string;
  readonly timeout?: number;
  readonly logger: Logger;
  /** Milliseconds since 1970. Default: the clock of the machine. */
  readonly now?: () => number;
}

/** How Slack is called, whichever workspace it is about. */
export const apiOf = ({ apiUrl, timeout, logger }: InstalledSettings): Omit<ClientSettings, 'token'> => ({
  logger,
  ...(apiUrl !== undefined && { apiUrl }),
  ...(timeout !== undefined && { timeout }),
});

export const findInstalled = (settings: InstalledSettings): Installed => {
  const { secrets, logger, now = Date.now } = settings;
  const api = apiOf(settings);
  const exchange = createExchange(settings, api, now);
  return createInstalled(createRenewing({ secrets, exchange, now, pause, logger }), api, now);
};
