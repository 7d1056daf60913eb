/** What a page of the site says, for tests that read it. */
import type { Hono } from 'hono';
import { parseHTML } from 'linkedom';

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  readonly document: ReturnType<typeof parseHTML>['document'];
  /** The texts of all that `selector` finds, white space as it is seen. */
  texts(selector: string): readonly string[];
  /** The addresses of all links that `selector` finds. */
  links(selector: string): readonly (string | null)[];
}

export const ask = async (site: Hono, path: string, init?: RequestInit): Promise<Asked> => {
  const response = await site.request(path, init);
  const html = await response.text();
  const { document } = parseHTML(html === '' ? '<html></html>' : html);
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  return {
    status: response.status,
    headers: response.headers,
    html,
    document,
    texts: selector => all(selector).map(element => (element.textContent ?? '').replace(/\s+/g, ' ').trim()),
    links: selector => all(selector).map(element => element.getAttribute('href')),
  };
};
