/** The forms in which the archive keeps what its engines have no type for: instants and documents, both as text. */
import type { z } from 'zod';
import { ArchiveError } from './archive-error.ts';

/**
 * An instant in the one spelling (UTC, milliseconds) in which the order of texts is the order of time, for any engine.
 * @throws RangeError where `instant` is not an ISO 8601 instant.
 */
export const storedInstant = (instant: string): string => new Date(instant).toISOString();

const utf8 = new TextDecoder();

/**
 * The document in `text`, or in its UTF-8, checked.
 * @param what What it is, for the message.
 * @throws ArchiveError `corrupt` where it is not what it should be.
 */
export const readStored = <Schema extends z.ZodType>(
  schema: Schema,
  text: string | Uint8Array,
  what: string,
): z.output<Schema> => {
  try {
    return schema.parse(JSON.parse(typeof text === 'string' ? text : utf8.decode(text)));
  } catch (cause) {
    throw new ArchiveError('corrupt', `What the archive has of ${what} cannot be read. Restore it from a copy.`, {
      cause,
    });
  }
};
