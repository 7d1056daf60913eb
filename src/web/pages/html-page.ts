/** A page of the site as what the cache keeps of it. */
import { html } from 'hono/html';
import { layout, type PageParts } from '../layout.ts';
import type { Content } from '../page-cache.ts';

/** The page in its frame. */
export const htmlPage = async (parts: PageParts, status: NonNullable<Content['status']> = 200): Promise<Content> =>
  htmlContent(await layout(parts), status);

export const htmlContent = (body: string, status: NonNullable<Content['status']> = 200): Content => ({
  body,
  type: 'text/html; charset=utf-8',
  status,
});

/** What a list says where nothing was written. */
export const nothingYet = html`<p>No edition has been written yet. The first comes with the next morning.</p>`;
