/** All companies that entries tell of: on which themes those with the most do, and every one by its initial. */
import { html } from 'hono/html';
import type { Archive } from '../../archive/archive.ts';
import { editionSpan } from '../../archive/edition-calendar.ts';
import { type CompanyOnTheme, companiesByTheme } from '../../archive/label-counts.ts';
import { type CountedLabel, countedLabels } from '../../archive/labels.ts';
import { counted } from '../../edition/counted.ts';
import { daysBefore } from '../../edition/dates.ts';
import { fold } from '../../edition/lookup.ts';
import { labelOfTheme } from '../../edition/theme.ts';
import { together } from '../charts/together.ts';
import type { Html } from '../edition-parts.ts';
import { siteName } from '../layout.ts';
import type { Content } from '../page-cache.ts';
import type { Paths } from '../paths.ts';
import { htmlPage, nothingYet } from './html-page.ts';

/** Days of the chart before the latest edition. */
const year = 365;
/** What fits a phone. */
const most = { companies: 12, themes: 8 };

export const companiesPage = async (archive: Archive, paths: Paths): Promise<Content> => {
  const companies = await countedLabels(archive, 'company');
  const span = await editionSpan(archive);
  const names = companies.slice(0, 3).map(({ label }) => label);
  const main = html`
  <h1>Companies</h1>
  ${
    span === undefined || companies.length === 0
      ? nothingYet
      : html`
  <p class="byline">${counted(companies.length, 'company', 'companies')} in ${counted(span.editions, 'edition')}</p>
  ${chart(await companiesByTheme(archive, daysBefore(span.last, year)), paths)}
  <section>
    <h2>From A to Z</h2>
    ${byInitial(companies).map(([initial, those]) => initialSection(initial, those, paths))}
  </section>`
  }`;
  const description =
    names.length === 0
      ? 'Whose work the editions tell of.'
      : `Whose work the editions tell of: ${names.join(', ')} and others.`;
  return htmlPage({
    paths,
    title: `Companies · ${siteName}`,
    description,
    path: paths.companies,
    current: 'companies',
    main,
  });
};

/** The companies with the most entries, and the themes that these have most entries on. */
const chart = (counts: readonly CompanyOnTheme[], paths: Paths): Html => {
  const companies = mostOf(counts, 'company', most.companies);
  const shown = counts.filter(({ company }) => companies.includes(company));
  const themes = mostOf(shown, 'theme', most.themes);
  const entries = new Map(shown.map(({ company, theme, entries }) => [`${theme} ${company}`, entries]));
  return together({
    caption: 'Companies by theme: entries of the last twelve months.',
    kind: 'Company',
    columns: themes.map(theme => ({ name: labelOfTheme(theme), href: paths.theme(theme) })),
    rows: companies.map(company => ({
      name: company,
      href: paths.company(company),
      counts: themes.map(theme => entries.get(`${theme} ${company}`) ?? 0),
    })),
  });
};

const mostOf = (counts: readonly CompanyOnTheme[], of: 'company' | 'theme', limit: number): readonly string[] => {
  const sums = new Map<string, number>();
  for (const count of counts) sums.set(count[of], (sums.get(count[of]) ?? 0) + count.entries);
  return [...sums]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, limit)
    .map(([name]) => name);
};

/** Companies by the first letter of their names, in the order of the alphabet; under `#` those that begin with none of its letters. */
const byInitial = (companies: readonly CountedLabel[]): readonly (readonly [string, readonly CountedLabel[]])[] => {
  const sorted = companies.toSorted((one, other) => alphabet.compare(one.label, other.label));
  return [...Map.groupBy(sorted, ({ label }) => initialOf(label))];
};

const alphabet = new Intl.Collator('en');

const initialOf = (name: string): string => /^[a-z]/.exec(fold(name))?.[0].toUpperCase() ?? '#';

const initialSection = (initial: string, companies: readonly CountedLabel[], paths: Paths): Html => html`
    <h3 class="initial">${initial}</h3>
    <ul class="index">${companies.map(
      ({ label, entries }) =>
        html`<li><a href="${paths.company(label)}">${label}</a> <span class="number">${entries}<span class="unseen"> ${entries === 1 ? 'entry' : 'entries'}</span></span></li>`,
    )}</ul>`;
