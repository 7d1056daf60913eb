/** What can go wrong with the archive and is worth telling apart. */

export type ArchiveErrorCode =
  /** The file cannot be made, opened or written. */
  | 'unwritable'
  /** The file is a database of another program. */
  | 'foreign'
  /** The file, or a document in it, cannot be read. */
  | 'corrupt'
  /** A later version of this program wrote the file. */
  | 'newer-schema'
  /** Another process kept the file to itself for too long. */
  | 'busy'
  /** There is no edition of that date, or no such delivery or part of one any more. */
  | 'not-found'
  /** There is an edition of that date, and replacing it was not asked for. */
  | 'exists'
  /** The edition of that date was posted, and stays as it was posted. */
  | 'posted'
  /** Another process holds the delivery. */
  | 'taken'
  /** It is encrypted, and not with a key that was given. */
  | 'wrong-key'
  /** The database server does not answer, or not to us; it is asked again. */
  | 'unreachable'
  /** The database server answers and does not let us in, or lacks what the archive needs. */
  | 'denied';

/** A failure of the archive; the message says what happened, to which file or edition, and what to do. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly code: ArchiveErrorCode;

  constructor(code: ArchiveErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
