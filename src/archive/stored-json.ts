/** Reading back the documents that the archive keeps as JSON. */
import type { z } from 'zod';
import { ArchiveError } from './archive-error.ts';

/**
 * The document in `text`, checked.
 * @param what What it is, for the message.
 * @throws ArchiveError `corrupt` where it is not what it should be.
 */
export const readStored = <Schema extends z.ZodType>(schema: Schema, text: string, what: string): z.output<Schema> => {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new ArchiveError('corrupt', `What the archive has of ${what} cannot be read. Restore it from a copy.`, {
      cause,
    });
  }
};
