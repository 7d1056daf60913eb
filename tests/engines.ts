/** The engines that an archive can be on, for tests that run on each. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openArchive } from '../src/archive/archive.ts';
import type { ArchiveAddress } from '../src/edition/archive-address.ts';
import type { ArchivePlace } from './archive/contract/place.ts';
import { template } from './postgres/for-all-tests.ts';
import { createDatabase, dropDatabase } from './postgres/server.ts';

export interface TestedEngine {
  readonly engine: 'sqlite' | 'postgres';
  createPlace(): Promise<ArchivePlace>;
}

const placeAt = (address: ArchiveAddress, remove: () => Promise<void>): ArchivePlace => ({
  address,
  open: () => openArchive(address),
  remove,
});

export const onSqlite: TestedEngine = {
  engine: 'sqlite',
  createPlace: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'archive-'));
    return placeAt({ path: join(folder, 'archive.db') }, async () => rmSync(folder, { recursive: true }));
  },
};

export const onPostgres: TestedEngine = {
  engine: 'postgres',
  createPlace: async () => {
    const postgresUrl = await createDatabase(inject('postgres'), { template });
    return placeAt({ postgresUrl }, () => dropDatabase(postgresUrl));
  },
};

export const engines: readonly TestedEngine[] = [onSqlite, onPostgres];
