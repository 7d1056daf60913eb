/** A page or sitemap that should list articles and does not. */
import { shownAddress } from '../text/shown-address.ts';

export type PageErrorCode = 'bad-selector' | 'no-links' | 'not-a-sitemap';

/** The message names the page, what is amiss and what to do. */
export class PageError extends Error {
  override readonly name = 'PageError';
  readonly code: PageErrorCode;
  readonly url: string;

  constructor(code: PageErrorCode, url: string, message: string, options?: ErrorOptions) {
    super(`${shownAddress(url)} ${message}`, options);
    this.code = code;
    this.url = url;
  }
}
