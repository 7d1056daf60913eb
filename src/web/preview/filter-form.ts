/** The fields by which a preview is asked for: an edition, a platform, and what a channel could follow. */
import { html, raw } from 'hono/html';
import { wantedText } from '../../../commands/subscription-text.ts';
import type { Edition } from '../../edition/edition.ts';
import { labelOfTheme } from '../../edition/theme.ts';
import type { Html } from '../edition-parts.ts';
import type { Asked } from './asked.ts';
import { platformNames } from './drawing.ts';

/** What a channel follows, or could. */
export interface Filter {
  readonly themes: readonly string[];
  readonly companies: readonly string[];
}

/** @param edition The one that is shown: its own themes and companies are offered. */
export const filterForm = (action: string, { platform }: Asked, filter: Filter, edition: Edition): Html => {
  const offered = {
    themes: inOrder([...edition.deepDives.flatMap(({ themes }) => themes), ...filter.themes], labelOfTheme),
    companies: inOrder([
      ...[...edition.deepDives, ...edition.alsoPublished].map(({ company }) => company),
      ...filter.companies,
    ]),
  };
  const isFiltered = filter.themes.length + filter.companies.length > 0;
  return html`
  <form class="filter" action="${action}">
    <label>Edition of <input type="date" name="date" value="${edition.date}"></label>
    <label>as shown by <select name="platform">
      <option value="">Slack and Discord</option>
      ${Object.entries(platformNames).map(
        ([value, name]) => html`<option value="${value}" ${raw(value === platform ? 'selected' : '')}>${name}</option>`,
      )}
    </select></label>
    <button>Show</button>
    <details>
      <summary>What the channel follows: ${isFiltered ? wantedText(filter) : 'everything'}</summary>
      ${choices('Themes', 'theme', offered.themes, filter.themes, labelOfTheme)}
      ${choices('Companies', 'company', offered.companies, filter.companies, name => name)}
    </details>
  </form>`;
};

type LabelOf = (name: string) => string;

const inOrder = (names: readonly string[], labelOf: LabelOf = name => name): readonly string[] =>
  [...new Set(names)].sort((a, b) => labelOf(a).localeCompare(labelOf(b), 'en'));

const choices = (
  legend: string,
  name: string,
  offered: readonly string[],
  chosen: readonly string[],
  labelOf: LabelOf,
): Html => html`
      <fieldset>
        <legend>${legend}</legend>
        ${offered.map(
          value =>
            html`<label><input type="checkbox" name="${name}" value="${value}" ${raw(chosen.includes(value) ? 'checked' : '')}> ${labelOf(value)}</label>`,
        )}
      </fieldset>`;
