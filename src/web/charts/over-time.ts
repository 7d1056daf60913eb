/** How often labels occur over time: a table with a row of bars for each, all on one scale. */
import { html } from 'hono/html';
import type { Html } from '../edition-parts.ts';
import { bars } from './bars.ts';
import type { NamedPeriod } from './periods.ts';

export interface OverTime {
  readonly caption: string;
  /** What a label is: the head of its column. */
  readonly kind: string;
  readonly rows: readonly LabelOverTime[];
  readonly periods: readonly NamedPeriod[];
}

export interface LabelOverTime {
  readonly name: string;
  readonly href: string;
  readonly counts: readonly number[];
  readonly total: number;
}

export const overTime = ({ caption, kind, rows, periods }: OverTime): Html => {
  const most = Math.max(...rows.flatMap(({ counts }) => counts));
  return html`
  <table class="over-time">
    <caption>${caption}</caption>
    <thead><tr><th scope="col">${kind}</th><th scope="col">${span(periods)}</th><th scope="col" class="number">Entries</th></tr></thead>
    <tbody>${rows.map(
      ({ name, href, counts, total }) => html`
    <tr>
      <th scope="row"><a href="${href}">${name}</a></th>
      <td>${bars({ name, counts, periods, most })}</td>
      <td class="number">${total}</td>
    </tr>`,
    )}</tbody>
  </table>`;
};

const span = (periods: readonly NamedPeriod[]): Html => {
  const [first, last] = [periods[0]?.name, periods.at(-1)?.name];
  return html`<span class="span"><span>${first}</span>${first === last ? '' : html`<span><span class="unseen"> to </span>${last}</span>`}</span>`;
};
