/** Instants as the archive stores them. */

/**
 * An instant in the one spelling (UTC, milliseconds) in which the order of texts is the order of time, for any engine.
 * @throws RangeError where `instant` is not an ISO 8601 instant.
 */
export const storedInstant = (instant: string): string => new Date(instant).toISOString();
