/** What can be wrong with a page that is to be read as an article. */

export type ArticleErrorCode = 'not-html' | 'too-deep' | 'too-large';

/** A page that cannot be read as an article. Callers treat every code alike: they go on with what the feed says. */
export class ArticleError extends Error {
  override readonly name = 'ArticleError';
  readonly code: ArticleErrorCode;

  constructor(code: ArticleErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
