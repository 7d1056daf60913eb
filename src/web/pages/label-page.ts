/** The page of a company or of a theme: its entries, newest first, a page at a time. */
import { html } from 'hono/html';
import type { Archive } from '../../archive/archive.ts';
import { labelledEntries } from '../../archive/labelled.ts';
import { counted } from '../../edition/counted.ts';
import { spokenDay } from '../dates.ts';
import { siteName } from '../layout.ts';
import type { Content } from '../page-cache.ts';
import type { Paths } from '../paths.ts';
import { entryList } from './entry-list.ts';
import { htmlPage } from './html-page.ts';
import { addressOfPage, pager, pagesOf, stretchOf } from './paging.ts';

export interface LabelPage {
  readonly kind: 'company' | 'theme';
  /** As the archive has it, and as readers see it. */
  readonly label: string;
  readonly shown: string;
  /** Of the site, without what a proxy puts before it: what its feeds' addresses begin with. */
  readonly route: string;
  /** As it stands in links. */
  readonly path: string;
  readonly page: number;
}

/** Undefined where nothing is there, or not so many pages. */
export const labelPage = async (
  archive: Archive,
  paths: Paths,
  { kind, label, shown, route, path, page }: LabelPage,
): Promise<Content | undefined> => {
  const { entries, total } = await labelledEntries(archive, { kind, label }, stretchOf(page));
  const [first] = entries;
  if (first === undefined) return undefined;
  const last = pagesOf(total);
  const pageText = last === 1 ? '' : `, page ${page} of ${last}`;
  const main = html`
  <h1>${shown}</h1>
  <p class="byline">${counted(total, 'entry', 'entries')}, newest first · follow it as <a href="${paths.at(`${route}/feed.rss`)}">RSS</a></p>
  <section>
    <h2>${kind === 'company' ? `What ${shown} did` : `Entries on ${shown}`}</h2>
    ${entryList(entries, paths)}
  </section>
  ${pager({ path, page, last })}`;
  const title = `${shown}${pageText} · ${siteName}`;
  const description = `${counted(total, 'entry', 'entries')} on ${shown}. From the edition of ${spokenDay(first.edition)}: ${first.title}`;
  return htmlPage({ paths, title, description, path: addressOfPage(path, page), feed: `${route}/feed`, main });
};
