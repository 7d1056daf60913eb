/** What an archive promises on every engine. Each engine calls this from a test file of its own. */
import { afterEach, beforeEach, describe } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { cacheContract } from './cache-contract.ts';
import { editionsContract } from './editions-contract.ts';
import { healthContract } from './health-contract.ts';
import { itemsContract } from './items-contract.ts';
import { persistenceContract } from './persistence-contract.ts';
import type { ArchivePlace } from './place.ts';
import { searchContract } from './search-contract.ts';
import { searchRobustnessContract } from './search-robustness-contract.ts';

export const archiveContract = (engine: string, createPlace: () => Promise<ArchivePlace>): void => {
  describe(`an archive on ${engine}`, () => {
    let place: ArchivePlace;
    let archive: Archive;

    beforeEach(async () => {
      place = await createPlace();
      archive = await place.open();
    });

    afterEach(async () => {
      await archive.close();
      await place.remove();
    });

    const current = () => archive;
    itemsContract(current);
    healthContract(current);
    editionsContract(current);
    searchContract(current);
    searchRobustnessContract(current);
    cacheContract(current);
    persistenceContract(current, () => place);
  });
};
