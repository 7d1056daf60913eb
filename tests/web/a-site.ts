/** A site over an archive that nobody keeps, asked without a socket. */
import type { Hono } from 'hono';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { createSite } from '../../src/web/site.ts';

export interface ASite {
  readonly site: Hono;
  readonly archive: Archive;
}

export interface ASiteOptions {
  readonly editions?: readonly Edition[];
  readonly publicUrl?: string;
}

/** When the edition of `date` was written, here. */
export const builtAt = (date: string): string => `${date}T06:00:00.000Z`;

/** It is closed when the test ends. */
export const aSite = async ({ editions = [], publicUrl }: ASiteOptions = {}): Promise<ASite> => {
  const archive = await openArchive({ path: ':memory:' });
  onTestFinished(() => archive.close());
  for (const edition of editions) {
    await saveEdition(archive, edition, { until: builtAt(edition.date), builtAt: builtAt(edition.date) });
  }
  const now = () => new Date('2026-04-02T12:00:00Z');
  const site = createSite({ archive, now, logger: pino({ level: 'silent' }), publicUrl });
  return { site, archive };
};
