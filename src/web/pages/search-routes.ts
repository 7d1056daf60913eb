/** The search: a form that works without a script, and its results alone for the script that asks as one types. */
import { html } from 'hono/html';
import type { Html } from '../edition-parts.ts';
import { searchForm, siteName } from '../layout.ts';
import type { AddRoutes } from '../parts.ts';
import { htmlContent, htmlPage } from './html-page.ts';
import { noSuchNumber, pageAsked } from './paging.ts';
import { findings } from './search-results.ts';

export const searchRoutes: AddRoutes = (site, { archive, paths, pages, now }) => {
  site.get('/search', context =>
    pages.respondOnce(context, async () => {
      const typed = context.req.query('q') ?? '';
      const page = pageAsked(context);
      if (page === undefined) return noSuchNumber(paths, paths.search);
      const { results, status } = await findings({ archive, paths, now }, typed, page);
      if (context.req.query('part') === 'results') return htmlContent((await results).toString(), status);
      const title = typed === '' ? `Search · ${siteName}` : `${typed} · Search · ${siteName}`;
      const description = 'Find entries by company, theme, source, date or word.';
      const main = searchMain(searchForm(paths, typed), results);
      return htmlPage(
        { paths, title, description, path: paths.search, current: 'search', isListed: false, main },
        status,
      );
    }),
  );
};

/** What was found is told by a line of its own: read out whole at each letter, it would drown whoever listens. */
const searchMain = (form: Html, results: Html): Html => html`
  <h1>Search</h1>
  ${form}
  <p class="unseen" id="told" role="status" aria-live="polite"></p>
  <div id="results">${results}</div>`;
