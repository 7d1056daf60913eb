/** What the command line cannot do for the person who asked. */

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
