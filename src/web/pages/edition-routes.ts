/** The page of an edition: the latest at the root, each at its date for ever. */
import { html } from 'hono/html';
import type { Archive } from '../../archive/archive.ts';
import { getEdition, latestEdition, nextEdition, previousEdition } from '../../archive/editions.ts';
import { type Edition, nothingPublished } from '../../edition/edition.ts';
import { editionHeading, editionSections, editionSources, type Html } from '../edition-parts.ts';
import { layout, siteName } from '../layout.ts';
import type { Content } from '../page-cache.ts';
import type { AddRoutes } from '../parts.ts';
import type { Paths } from '../paths.ts';

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
  const before = await previousEdition(archive, date);
  const after = await nextEdition(archive, date);
  const main = html`
  ${editionHeading(edition)}
  ${editionSections(edition, paths)}
  ${editionSources(edition)}
  <nav class="neighbours" aria-label="Other editions">
    ${before === undefined ? html`<span></span>` : neighbour(paths, 'prev', before.date)}
    ${after === undefined ? '' : neighbour(paths, 'next', after.date)}
  </nav>`;
  const description = signal.headline || nothingPublished;
  return page(await layout({ paths, title, description, path: paths.edition(date), main }));
};

const neighbour = (paths: Paths, rel: 'prev' | 'next', date: string): Html =>
  html`<a rel="${rel}" href="${paths.edition(date)}">${rel === 'prev' ? '← ' : ''}${date}${rel === 'next' ? ' →' : ''}</a>`;

const emptyPage = async (paths: Paths): Promise<Content> => {
  const main = html`
  <h1>${siteName}</h1>
  <p>No edition has been written yet. The first comes with the next morning; <code>npm run digest build</code> writes one now.</p>`;
  const description = 'No edition has been written yet.';
  return page(await layout({ paths, title: siteName, description, path: paths.latest, main }));
};

const page = (body: string): Content => ({ body, type: 'text/html; charset=utf-8' });
