/** A month as a table of weeks, each from Monday to Sunday (ISO 8601). */
import { html } from 'hono/html';
import { day } from '../../edition/duration.ts';
import { fullDate, monthAndYear } from '../dates.ts';
import type { Html } from '../edition-parts.ts';
import type { Paths } from '../paths.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * @param month `YYYY-MM`
 * @param editions Dates that have an edition: these lead to it.
 */
export const monthTable = (month: string, editions: ReadonlySet<string>, paths: Pick<Paths, 'edition'>): Html => html`
    <table>
      <caption>${monthAndYear(`${month}-01`)}</caption>
      <thead><tr>${weekdays.map(name => html`<th scope="col"><abbr title="${name}">${name.slice(0, 2)}</abbr></th>`)}</tr></thead>
      <tbody>${weeksOf(month).map(
        week => html`<tr>${week.map(date => html`<td>${dayCell(date, editions, paths)}</td>`)}</tr>`,
      )}</tbody>
    </table>`;

const dayCell = (
  date: string | undefined,
  editions: ReadonlySet<string>,
  paths: Pick<Paths, 'edition'>,
): Html | string => {
  if (date === undefined) return '';
  const number = Number(date.slice(8));
  return editions.has(date)
    ? html`<a href="${paths.edition(date)}" aria-label="${fullDate(date)}">${number}</a>`
    : String(number);
};

/** The dates of `month` by weeks, with gaps where a week begins before it or ends after it. */
export const weeksOf = (month: string): readonly (readonly (string | undefined)[])[] => {
  const first = Date.parse(`${month}-01`);
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const cells = Array.from({ length: 42 }, (_, cell) => {
    const date = new Date(first + (cell - before) * day).toISOString().slice(0, 10);
    return date.startsWith(month) ? date : undefined;
  });
  return [0, 1, 2, 3, 4, 5]
    .map(week => cells.slice(week * 7, week * 7 + 7))
    .filter(week => week.some(date => date !== undefined));
};
