/** Fetches a page as text, whatever its encoding. */
import type { Fetch, FetchOptions } from '../http/http.ts';
import { decodeText } from '../text/decode.ts';

export interface HtmlPage {
  readonly html: string;
  /** Where the page stood after redirects. */
  readonly url: string;
}

/**
 * Asks without conditions: a page is read once, and its text kept by whoever asks.
 * @throws FetchError
 */
export const fetchHtml = async (fetch: Fetch, url: string, options: FetchOptions): Promise<HtmlPage> => {
  const page = await fetch(url, { ...options, accept: 'text/html, application/xhtml+xml;q=0.9' });
  if (page.status === 'unchanged') throw new TypeError(`${url} answered "unchanged" to a request without conditions`);
  return { html: decodeText(page.body, page.contentType), url: page.url };
};
