/** The calendar: which days have an edition, a year at a time. */
import { html } from 'hono/html';
import type { Archive } from '../../archive/archive.ts';
import { type EditionYear, editionYears } from '../../archive/edition-calendar.ts';
import { editionDates } from '../../archive/labels.ts';
import { counted } from '../../edition/counted.ts';
import type { Html } from '../edition-parts.ts';
import { siteName } from '../layout.ts';
import type { Content } from '../page-cache.ts';
import type { AddRoutes } from '../parts.ts';
import type { Paths } from '../paths.ts';
import { htmlPage, nothingYet } from './html-page.ts';
import { monthTable } from './month-table.ts';

export const calendarRoutes: AddRoutes = (site, { archive, paths, pages }) => {
  site.get('/calendar', context =>
    pages.respond(context, '/calendar', async () => {
      const years = await editionYears(archive);
      const [latest] = years;
      return latest === undefined ? emptyPage(paths) : yearPage(archive, paths, latest, years);
    }),
  );
  site.get('/calendar/:year{\\d{4}}', context =>
    pages.respond(context, context.req.path, async () => {
      const years = await editionYears(archive);
      const asked = years.find(({ year }) => year === Number(context.req.param('year')));
      return asked && yearPage(archive, paths, asked, years);
    }),
  );
};

/** More than any year has. */
const everyDay = 400;

const yearPage = async (
  archive: Archive,
  paths: Paths,
  { year, editions }: EditionYear,
  years: readonly EditionYear[],
): Promise<Content> => {
  const name = String(year).padStart(4, '0');
  const dates = await editionDates(archive, `${name}-`, everyDay);
  const main = html`
  <h1>${year}</h1>
  <p class="byline">${counted(editions, 'edition')}</p>
  <div class="calendar">${monthsOf(dates).map(month => monthTable(month, new Set(dates), paths))}</div>
  ${years.length === 1 ? '' : otherYears(paths, year, years)}`;
  const title = `${year} · ${siteName}`;
  const description = `The days of ${year} that have an edition: ${editions}.`;
  return htmlPage({ paths, title, description, path: paths.year(year), current: 'calendar', main });
};

/** From the first that has an edition to the last, each `YYYY-MM`: what lies before and after has nothing to show. */
const monthsOf = (dates: readonly string[]): readonly string[] => {
  const [last = '', first = last] = [dates[0], dates.at(-1)];
  return Array.from({ length: 12 }, (_, month) => `${last.slice(0, 4)}-${String(month + 1).padStart(2, '0')}`).filter(
    month => month >= first.slice(0, 7) && month <= last.slice(0, 7),
  );
};

const otherYears = (paths: Paths, shown: number, years: readonly EditionYear[]): Html => html`
  <nav class="years" aria-label="Years">
    <ul>${years.map(({ year, editions }) =>
      year === shown
        ? html`<li><a href="${paths.year(year)}" aria-current="page">${year}</a></li>`
        : html`<li><a href="${paths.year(year)}">${year}</a> <span class="number">${editions}</span></li>`,
    )}</ul>
  </nav>`;

const emptyPage = (paths: Paths): Promise<Content> => {
  const main = html`<h1>Calendar</h1>${nothingYet}`;
  const description = 'The days that have an edition.';
  return htmlPage({
    paths,
    title: `Calendar · ${siteName}`,
    description,
    path: paths.calendar,
    current: 'calendar',
    main,
  });
};
