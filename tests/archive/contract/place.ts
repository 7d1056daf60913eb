/** What a contract is given: places where archives are kept, on whichever engine. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import type { ArchiveAddress } from '../../../src/edition/archive-address.ts';

/** An archive that can be opened, closed and opened again, and by two at a time. */
export interface ArchivePlace {
  readonly address: ArchiveAddress;
  open(): Promise<Archive>;
  /** Removes what is kept there; called once all are closed. */
  remove(): Promise<void>;
}

export type CreatePlace = () => Promise<ArchivePlace>;

/** The open archive of the running test, and where it is kept. */
export interface CurrentArchive {
  (): Archive;
  place(): ArchivePlace;
}

/** An empty archive for each test of the suite that calls this. */
export const archiveForEach = (createPlace: CreatePlace): CurrentArchive =>
  currentArchive(createPlace, beforeEach, afterEach);

/** One archive, at first empty, for all tests of the suite that calls this: for tests that only read. */
export const archiveForAll = (createPlace: CreatePlace): CurrentArchive =>
  currentArchive(createPlace, beforeAll, afterAll);

type Hook = (run: () => Promise<void>) => void;

const currentArchive = (createPlace: CreatePlace, before: Hook, after: Hook): CurrentArchive => {
  let place: ArchivePlace;
  let archive: Archive;
  before(async () => {
    place = await createPlace();
    archive = await place.open();
  });
  after(async () => {
    await archive.close();
    await place.remove();
  });
  return Object.assign(() => archive, { place: () => place });
};
