/** The page of an edition: the latest at the root, each at its date for ever. */
import { html } from 'hono/html';
import type { Archive } from '../../archive/archive.ts';
import { neighboursOf } from '../../archive/edition-calendar.ts';
import { getEdition, latestEdition } from '../../archive/editions.ts';
import { type Edition, nothingPublished } from '../../edition/edition.ts';
import { spokenDay } from '../dates.ts';
import { editionHeading, editionSections, editionSources, type Html } from '../edition-parts.ts';
import { siteName } from '../layout.ts';
import type { Content } from '../page-cache.ts';
import type { AddRoutes } from '../parts.ts';
import type { Paths } from '../paths.ts';
import { htmlPage } from './html-page.ts';

export const editionRoutes: AddRoutes = (site, { archive, paths, pages }) => {
  site.get('/', context =>
    pages.respond(context, '/', async () => {
      const edition = await latestEdition(archive);
      return edition === undefined ? emptyPage(paths) : editionPage(archive, paths, edition);
    }),
  );
  site.get('/:date{\\d{4}-\\d{2}-\\d{2}}', context =>
    pages.respond(context, context.req.path, async () => {
      const edition = await getEdition(archive, context.req.param('date'));
      return edition && editionPage(archive, paths, edition);
    }),
  );
};

const editionPage = async (archive: Archive, paths: Paths, edition: Edition): Promise<Content> => {
  const { date, title, signal } = edition;
  const { before, after } = await neighboursOf(archive, date);
  const main = html`
  ${editionHeading(edition)}
  ${editionSections(edition, paths)}
  ${editionSources(edition)}
  <nav class="pager" aria-label="Other editions">
    ${before === null ? html`<span></span>` : html`<a rel="prev" href="${paths.edition(before)}">← ${day(before)}</a>`}
    ${after === null ? '' : html`<a rel="next" href="${paths.edition(after)}">${day(after)} →</a>`}
  </nav>`;
  const description = signal.headline || nothingPublished;
  return htmlPage({ paths, title, description, path: paths.edition(date), main });
};

const day = (date: string): Html => html`<time datetime="${date}">${spokenDay(date)}</time>`;

const emptyPage = async (paths: Paths): Promise<Content> => {
  const main = html`
  <h1>${siteName}</h1>
  <p>No edition has been written yet. The first comes with the next morning; <code>npm run digest build</code> writes one now.</p>`;
  const description = 'No edition has been written yet.';
  return htmlPage({ paths, title: siteName, description, path: paths.latest, main });
};
