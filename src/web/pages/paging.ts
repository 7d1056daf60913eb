/** Lists that are longer than a page: which page is asked for, and the way to the others. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Paging } from '../../archive/text-search.ts';
import type { Html } from '../edition-parts.ts';
import type { Content } from '../page-cache.ts';
import type { Paths } from '../paths.ts';
import { htmlPage } from './html-page.ts';

/** Entries: some three screens. */
export const pageSize = 20;

/** The page that an address asks for, from 1; undefined where `?page=` is no number of one. */
export const pageAsked = (context: Context): number | undefined => {
  const asked = context.req.query('page') ?? '1';
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : undefined;
};

export const stretchOf = (page: number): Paging => ({ limit: pageSize, offset: (page - 1) * pageSize });

export const pagesOf = (entries: number): number => Math.ceil(entries / pageSize);

/** The address of a page of what is at `path`, which may have a query. */
export const addressOfPage = (path: string, page: number): string =>
  page === 1 ? path : `${path}${path.includes('?') ? '&' : '?'}page=${page}`;

export interface Pages {
  readonly path: string;
  readonly page: number;
  /** Which is the last; undefined where there are more than were counted. */
  readonly last: number | undefined;
}

/** Nothing where all is on one page. */
export const pager = ({ path, page, last }: Pages): Html | string =>
  last === 1
    ? ''
    : html`
  <nav class="pager" aria-label="Pages">
    ${page === 1 ? html`<span></span>` : html`<a rel="prev" href="${addressOfPage(path, page - 1)}">← Previous</a>`}
    <span>Page ${page}${last === undefined ? '' : ` of ${last}`}</span>
    ${last !== undefined && page >= last ? html`<span></span>` : html`<a rel="next" href="${addressOfPage(path, page + 1)}">Next →</a>`}
  </nav>`;

/** Says that `?page=` is no number of a page. */
export const noSuchNumber = (paths: Paths, path: string): Promise<Content> => {
  const main = html`
  <h1>Which page?</h1>
  <p>Pages are numbered from 1. <a href="${path}">Begin with the first</a>.</p>`;
  const description = 'There is no page of that number.';
  return htmlPage({ paths, title: 'Which page?', description, path, isListed: false, main }, 400);
};
