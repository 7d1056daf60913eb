/** A site on a port of this machine, over an archive in memory, whose log is kept; each test overrides what it is about. */
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { listen } from '../../src/web/server.ts';
import { createSite, type SiteOptions } from '../../src/web/site.ts';

export const now = '2026-04-02T08:00:00.000Z';

/** As of somebody who comes by way of a proxy from elsewhere. */
export const fromElsewhere = { 'X-Forwarded-For': '192.0.2.7' };

export interface WatchedSite {
  readonly archive: Archive;
  /** Without a slash at the end. */
  readonly address: string;
  /** Lines of the log, of every level. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  get(path: string, init?: RequestInit): Promise<Response>;
}

/** @param options Are made with the archive, which is closed after the test. */
export const aWatchedSite = async (
  options: (archive: Archive) => Partial<SiteOptions> = () => ({}),
): Promise<WatchedSite> => {
  const archive = await openArchive({ path: ':memory:' });
  const log: Readonly<Record<string, unknown>>[] = [];
  const logger = pino({ base: null, level: 'debug' }, { write: line => void log.push(JSON.parse(line)) });
  const site = createSite({ archive, logger, now: () => new Date(now), ...options(archive) });
  const server = await listen(site, { port: 0, host: '127.0.0.1' });
  onTestFinished(async () => {
    await server.close();
    await archive.close();
  });
  const address = `http://127.0.0.1:${server.port}`;
  return { archive, address, log, get: (path, init) => fetch(address + path, init) };
};
