/** Why an address that should hold a feed holds none: the one error of `parseFeed`. */

export type FeedErrorCode =
  /** No bytes, or only white space. */
  | 'empty'
  /** More bytes or elements than any feed needs. */
  | 'too-large'
  /** Elements nested deeper than any feed needs. */
  | 'too-deep'
  /** A web page: a challenge, a login, a 404 that is served with status 200. */
  | 'html'
  /** Readable, but another kind of document: a sitemap, OPML, an API's answer, an image. */
  | 'not-a-feed'
  /** Meant as XML or JSON, but broken beyond reading. */
  | 'malformed';

/** The message says what was found, at which address, and what to do; `code` is stable. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly code: FeedErrorCode;
  /** Address of the document. */
  readonly url: string;

  constructor(code: FeedErrorCode, message: string, url: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.url = url;
  }
}
