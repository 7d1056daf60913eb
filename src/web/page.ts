/** An edition as one self-contained HTML page: no script, no request, light and dark, ready for print. */
import { html, raw } from 'hono/html';
import { counted } from '../edition/counted.ts';
import { type Edition, type Entry, nothingPublished } from '../edition/edition.ts';
import { failureText } from '../edition/source.ts';
import { labelOfTheme } from '../edition/theme.ts';
import { writtenBy } from '../edition/written.ts';
import { style } from './style.ts';

/** What a part of a page is: escaped text, held by Hono's template. */
type Html = ReturnType<typeof html>;

const date = (day: string): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

const deepDive = (entry: Entry): Html => html`
  <article id="${entry.id}">
    <h3><a href="${entry.url}">${entry.title}</a></h3>
    <p class="byline">${entry.company} · ${entry.source} · <time datetime="${entry.published}">${entry.published.slice(0, 10)}</time></p>
    <p>${entry.body}</p>
    <ul class="themes">${entry.themes.map(theme => html`<li>${labelOfTheme(theme)}</li>`)}</ul>
  </article>`;

type Entries = ReadonlyMap<string, Entry>;

/** Links to the entries that a text rests on, further down the page. */
const citations = (ids: readonly string[], entries: Entries): Html => html`
    <ul class="themes">${ids
      .flatMap(id => entries.get(id) ?? [])
      .map(entry => html`<li><a href="#${entry.id}">${entry.company}: ${entry.title}</a></li>`)}</ul>`;

const signal = ({ signal: { headline, body, entries: cited } }: Edition, entries: Entries): Html | string =>
  headline === ''
    ? ''
    : html`
  <section class="signal">
    <h2>Signal of the Day</h2>
    <p><strong>${headline}</strong></p>
    <p>${body}</p>
    ${citations(cited, entries)}
  </section>`;

const patterns = (edition: Edition, entries: Entries): Html | string =>
  edition.patterns.length === 0
    ? ''
    : html`
  <section>
    <h2>Patterns Across Companies</h2>
    ${edition.patterns.map(
      pattern => html`
    <p><strong>${labelOfTheme(pattern.theme)}.</strong> ${pattern.body}</p>
    ${citations(pattern.entries, entries)}`,
    )}
  </section>`;

const alsoPublished = (edition: Edition): Html | string =>
  edition.alsoPublished.length === 0
    ? ''
    : html`
  <section>
    <h2>Also published</h2>
    <ul>${edition.alsoPublished.map(item => html`<li><a href="${item.url}">${item.title}</a> · ${item.company}</li>`)}</ul>
  </section>`;

const sources = (edition: Edition): Html => html`
  <details ${edition.sources.some(source => source.status === 'failed') ? raw('open') : ''}>
    <summary>Sources</summary>
    <ul class="sources">${edition.sources.map(
      source =>
        html`<li>${source.name}${source.status === 'failed' ? html` <em>${failureText(source)}</em>` : ''}</li>`,
    )}</ul>
  </details>`;

/** Returns the whole document. Every text of the edition is escaped by the template. */
export const renderPage = async (edition: Edition): Promise<string> => {
  const entries: Entries = new Map(edition.deepDives.map(entry => [entry.id, entry]));
  const page = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="description" content="${edition.signal.headline || nothingPublished}">
<title>${edition.title}</title>
<style>${raw(style)}</style>
</head>
<body>
<header>
  <h1>${edition.title}</h1>
  <p class="byline">${date(edition.date)} · ${counted(edition.deepDives.length, 'deep dive')} · ${writtenBy(edition) ?? 'quoted from the articles'}</p>
</header>
<main>
  ${signal(edition, entries)}
  <section>
    <h2>Deep Dives</h2>
    ${edition.deepDives.length === 0 ? html`<p>${nothingPublished}</p>` : edition.deepDives.map(deepDive)}
  </section>
  ${patterns(edition, entries)}
  ${alsoPublished(edition)}
</main>
<footer>${sources(edition)}</footer>
</body>
</html>
`;
  return page.toString();
};
