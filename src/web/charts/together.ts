/** How often labels of two kinds occur together: a table of numbers, each over a bar as long as it. */
import { html } from 'hono/html';
import type { Html } from '../edition-parts.ts';

export interface Together {
  readonly caption: string;
  /** What a row is: the head of its column. */
  readonly kind: string;
  readonly columns: readonly { readonly name: string; readonly href: string }[];
  readonly rows: readonly TogetherRow[];
}

export interface TogetherRow {
  readonly name: string;
  readonly href: string;
  /** One for each column. */
  readonly counts: readonly number[];
}

const width = 100;
const height = 10;

export const together = ({ caption, kind, columns, rows }: Together): Html => {
  const most = Math.max(...rows.flatMap(({ counts }) => counts));
  return html`
  <table class="together">
    <caption>${caption}</caption>
    <thead><tr><th scope="col">${kind}</th>${columns.map(
      ({ name, href }) => html`<th scope="col" class="upright"><a href="${href}">${name}</a></th>`,
    )}</tr></thead>
    <tbody>${rows.map(
      ({ name, href, counts }) => html`
    <tr><th scope="row"><a href="${href}">${name}</a></th>${counts.map(count => cell(count, most))}</tr>`,
    )}</tbody>
  </table>`;
};

const cell = (count: number, most: number): Html =>
  count === 0
    ? html`<td class="none">0</td>`
    : html`<td>${count}<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true"><rect class="ground" width="${width}" height="${height}"/><rect width="${Math.ceil((count / most) * width)}" height="${height}"/></svg></td>`;
