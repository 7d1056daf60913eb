/** What an edition says, as HTML: the parts of every page that shows one. Every text of it is escaped by the template. */
import { html, raw } from 'hono/html';
import { counted } from '../edition/counted.ts';
import { type Edition, type Entry, nothingPublished } from '../edition/edition.ts';
import { failureText } from '../edition/source.ts';
import { labelOfTheme } from '../edition/theme.ts';
import { writtenBy } from '../edition/written.ts';
import { fullDate } from './dates.ts';
import type { Paths } from './paths.ts';

/** What a part of a page is: escaped text, held by Hono's template. */
export type Html = ReturnType<typeof html>;

/** Where an edition stands: on the site, whose pages it leads to, or in a page by itself. */
export type Place = Pick<Paths, 'company' | 'theme'> | undefined;

/** What leads to the page of `label`, where there is one. */
const linked = (label: string, href: string | undefined): Html | string =>
  href === undefined ? label : html`<a href="${href}">${label}</a>`;

/** A link to an article; its title alone where the address is not one of the web, which would run in our page. */
const outward = (title: string, url: string): Html | string =>
  linked(title, /^https?:\/\//i.test(url) ? url : undefined);

/** One Deep Dive in its edition, under a heading of the third level. */
export const deepDive = (entry: Entry, place: Place): Html => html`
  <article id="${entry.id}">${told(
    entry,
    place,
    html`<time datetime="${entry.published}">${entry.published.slice(0, 10)}</time> <a class="anchor" href="#${entry.id}" aria-label="Link to this entry">#</a>`,
  )}
  </article>`;

/** That its blog has another headline or address for it than when it was written about. */
const changed = ({ corrected }: Entry): Html | string =>
  corrected === undefined
    ? ''
    : html` · changed by its blog <time datetime="${corrected}">${corrected.slice(0, 10)}</time>`;

/** What an entry says, and `when`. */
export const told = (entry: Entry, place: Place, when: Html): Html => html`
    <h3>${outward(entry.title, entry.url)}</h3>
    <p class="byline">${linked(entry.company, place?.company(entry.company))} · ${entry.source} · ${when}${changed(entry)}</p>
    <p>${entry.body}</p>
    <ul class="themes">${entry.themes.map(theme => html`<li>${linked(labelOfTheme(theme), place?.theme(theme))}</li>`)}</ul>`;

type Entries = ReadonlyMap<string, Entry>;

/** Links to the entries that a text rests on, further down the page. */
const citations = (ids: readonly string[], entries: Entries): Html => html`
    <ul class="cited">${ids
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

const patterns = (edition: Edition, entries: Entries, place: Place): Html | string =>
  edition.patterns.length === 0
    ? ''
    : html`
  <section>
    <h2>Patterns Across Companies</h2>
    ${edition.patterns.map(
      pattern => html`
    <p><strong>${linked(labelOfTheme(pattern.theme), place?.theme(pattern.theme))}.</strong> ${pattern.body}</p>
    ${citations(pattern.entries, entries)}`,
    )}
  </section>`;

const alsoPublished = (edition: Edition): Html | string =>
  edition.alsoPublished.length === 0
    ? ''
    : html`
  <section>
    <h2>Also published</h2>
    <ul class="also">${edition.alsoPublished.map(item => html`<li>${outward(item.title, item.url)} <span>· ${item.company}</span></li>`)}</ul>
  </section>`;

/** Where it comes from, and what failed; open where anything did. */
export const editionSources = (edition: Edition): Html => html`
  <details ${edition.sources.some(source => source.status === 'failed') ? raw('open') : ''}>
    <summary>Sources</summary>
    <ul class="sources">${edition.sources.map(
      source =>
        html`<li>${source.name}${source.status === 'failed' ? html` <em>${failureText(source)}</em>` : ''}</li>`,
    )}</ul>
  </details>`;

/** Its title, and how it came to be. */
export const editionHeading = (edition: Edition): Html => html`
  <h1>${edition.title}</h1>
  <p class="byline">${fullDate(edition.date)} · ${counted(edition.deepDives.length, 'deep dive')} · ${writtenBy(edition) ?? 'quoted from the articles'}</p>`;

/** Its sections, under headings of the second level. */
export const editionSections = (edition: Edition, place?: Place): Html => {
  const entries: Entries = new Map(edition.deepDives.map(entry => [entry.id, entry]));
  return html`
  ${signal(edition, entries)}
  <section>
    <h2>Deep Dives</h2>
    ${edition.deepDives.length === 0 ? html`<p>${nothingPublished}</p>` : edition.deepDives.map(entry => deepDive(entry, place))}
  </section>
  ${patterns(edition, entries, place)}
  ${alsoPublished(edition)}`;
};
