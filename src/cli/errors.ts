/** What the command line cannot do for the person who asked, and what an error says. */

/** A request that cannot be met as it was made; the message says how it can. */
export class UsageError extends Error {
  readonly code = 'usage';
  override readonly name = 'UsageError';
}

/** Nothing could be fetched at all. */
export class NoSourceError extends Error {
  readonly code = 'no-source';
  override readonly name = 'NoSourceError';
}

/** None of the platforms that the settings name could be started. */
export class StartError extends Error {
  readonly code = 'start';
  override readonly name = 'StartError';
}

/** Some channels could not be posted to; the message names each. */
export class DeliveryError extends Error {
  readonly code = 'delivery';
  override readonly name = 'DeliveryError';
}

/** What an error says, or whatever was thrown in the place of one. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
