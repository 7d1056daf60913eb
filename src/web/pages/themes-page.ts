/** All themes that entries have: how often, and when. */
import { html } from 'hono/html';
import type { Archive } from '../../archive/archive.ts';
import { editionSpan } from '../../archive/edition-calendar.ts';
import { countsByPeriod } from '../../archive/label-counts.ts';
import { countedLabels } from '../../archive/labels.ts';
import { counted } from '../../edition/counted.ts';
import { labelOfTheme } from '../../edition/theme.ts';
import { overTime } from '../charts/over-time.ts';
import { periodsOf } from '../charts/periods.ts';
import type { Html } from '../edition-parts.ts';
import { siteName } from '../layout.ts';
import type { Content } from '../page-cache.ts';
import type { Paths } from '../paths.ts';
import { htmlPage, nothingYet } from './html-page.ts';

export const themesPage = async (archive: Archive, paths: Paths): Promise<Content> => {
  const themes = await countedLabels(archive, 'theme');
  const span = await editionSpan(archive);
  const names = themes.slice(0, 3).map(({ label }) => labelOfTheme(label));
  const main = html`
  <h1>Themes</h1>
  ${
    span === undefined || themes.length === 0
      ? nothingYet
      : html`
  <p class="byline">${counted(themes.length, 'theme')} in ${counted(span.editions, 'edition')}, the most frequent first</p>
  ${await chart(archive, paths, { themes, ...span })}`
  }`;
  const description =
    names.length === 0
      ? 'What the editions are about.'
      : `What the editions are about: ${names.join(', ')} and others.`;
  return htmlPage({ paths, title: `Themes · ${siteName}`, description, path: paths.themes, current: 'themes', main });
};

interface Charted {
  readonly themes: Awaited<ReturnType<typeof countedLabels>>;
  readonly first: string;
  readonly last: string;
}

const chart = async (archive: Archive, paths: Paths, { themes, first, last }: Charted): Promise<Html> => {
  const periods = periodsOf(first, last);
  const labels = themes.map(({ label }) => label);
  const counts = await countsByPeriod(archive, 'theme', labels, periods);
  return overTime({
    caption: 'Themes over time: how many entries are on each. All bars are on one scale.',
    kind: 'Theme',
    periods,
    rows: themes.map(({ label, entries }) => ({
      name: labelOfTheme(label),
      href: paths.theme(label),
      counts: counts.get(label) ?? [],
      total: entries,
    })),
  });
};
