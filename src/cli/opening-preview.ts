/** What the demo opens beside the terminal: the site, at the preview of the edition, for as long as the demo runs. */
import { listen } from '../web/server.ts';
import { createSite } from '../web/site.ts';
import { createLogger, logSettings } from './log.ts';
import type { Parts } from './parts.ts';

export interface OpenPreview {
  readonly address: string;
  close(): Promise<void>;
}

/** Shows an address to the person at this machine; rejects where that cannot be. */
export type Browse = (address: string) => Promise<unknown>;

/**
 * Serves the site on a port of this machine that is free, for nobody elsewhere, and shows the preview in the browser. A
 * machine may have none, or no display: the address serves then.
 */
export const openPreview = async (
  { archive, config, now }: Pick<Parts, 'archive' | 'config' | 'now'>,
  browse: Browse = browseHere,
): Promise<OpenPreview> => {
  // Amid a conversation, no more is said than what goes wrong.
  const logger = createLogger({ ...logSettings(config), level: 'warn' }, process.stderr);
  const server = await listen(createSite({ archive, now, logger }), { port: 0, host: '127.0.0.1' });
  const address = `http://localhost:${server.port}/preview`;
  await browse(address).catch(() => {});
  return { address, close: () => server.close() };
};

const browseHere: Browse = async address => (await import('open')).default(address);
