/** What a contract test is given: where an archive is kept, on whichever engine. */
import type { Archive } from '../../../src/archive/archive.ts';

/** An archive that can be opened, closed and opened again, and by two at a time. */
export interface ArchivePlace {
  open(): Promise<Archive>;
  /** Removes what is kept there; called once all are closed. */
  remove(): Promise<void>;
}

/** The archive of the running test, open and at first empty. */
export type CurrentArchive = () => Archive;
