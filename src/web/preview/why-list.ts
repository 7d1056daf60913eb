/** What became of each article of the day, and why: beside the thread. */
import { html } from 'hono/html';
import type { Edition } from '../../edition/edition.ts';
import { canonicalUrl } from '../../edition/story.ts';
import { labelOfTheme } from '../../edition/theme.ts';
import { type Decision, decisionTitles } from '../../editor/decisions.ts';
import type { Html } from '../edition-parts.ts';

export interface Explained {
  /** Whole. */
  readonly edition: Edition;
  /** What of it is shown. */
  readonly shown: Edition;
  /** Those behind it; none where they were not kept. */
  readonly decisions: readonly Decision[];
}

export const whyList = ({ edition, shown, decisions }: Explained): Html => {
  const explained = decisions.length > 0 ? decisions : withoutReasons(edition);
  const leftOut = leftOutOf(edition, shown);
  const isLeftOut = (decision: Decision): boolean => leftOut.has(placeOf(decision));
  const shownFirst = (all: readonly Decision[]) => all.toSorted((a, b) => Number(isLeftOut(a)) - Number(isLeftOut(b)));
  return html`
  <section id="why" class="why" aria-labelledby="why-name">
    <h2 id="why-name">Why</h2>
    ${decisions.length > 0 ? '' : html`<p class="byline">${nothingKept}</p>`}
    ${[...Map.groupBy(explained, ({ decision }) => decision)].map(
      ([kind, all]) => html`
    <h3>${decisionTitles[kind]} <span class="count">${all.length}</span></h3>
    <ul>${shownFirst(all).map(decision => decisionItem(decision, leftOut.get(placeOf(decision))))}</ul>`,
    )}
  </section>`;
};

const nothingKept = 'Of this edition nobody kept why its articles stand where they do.';

const decisionItem = (decision: Decision, leftOut: string | undefined): Html => {
  const { title, url, company, source, reasons } = decision;
  const name = title || url;
  return html`
    <li>
      <p>${/^https?:/.test(url) ? html`<a href="${url}">${name}</a>` : name}</p>
      <p class="byline">${company} · ${source}</p>
      ${leftOut === undefined ? '' : html`<p class="left-out">${leftOut}</p>`}
      <ul>${reasons.map(reason => html`<li>${reason}</li>`)}</ul>
    </li>`;
};

/** Of an edition that was written before reasons were kept. */
const withoutReasons = ({ deepDives, alsoPublished }: Edition): readonly Decision[] => [
  ...deepDives.map(
    ({ title, url, company, source }): Decision => ({
      title,
      url,
      company,
      source,
      decision: 'deep-dive',
      reasons: [],
    }),
  ),
  ...alsoPublished.map((item): Decision => ({ ...item, decision: 'also-published', reasons: [] })),
];

/** Names an item of an edition: an article may have been merged into another at its own address. */
const placeOf = ({ decision, url }: Pick<Decision, 'decision' | 'url'>): string => `${decision} ${canonicalUrl(url)}`;

/** Why what the edition has is not shown, by its place. */
const leftOutOf = (edition: Edition, shown: Edition): ReadonlyMap<string, string> => {
  const dives = edition.deepDives.filter(({ id }) => !shown.deepDives.some(entry => entry.id === id));
  const others = edition.alsoPublished.filter(item => !shown.alsoPublished.includes(item));
  return new Map([
    ...dives.map(
      ({ url, company, themes }) =>
        [
          placeOf({ decision: 'deep-dive', url }),
          `Left out by the filter: it is from ${company}, about ${themes.map(labelOfTheme).join(', ')}.`,
        ] as const,
    ),
    ...others.map(
      ({ url, company }) =>
        [placeOf({ decision: 'also-published', url }), `Left out by the filter: it is from ${company}.`] as const,
    ),
  ]);
};
