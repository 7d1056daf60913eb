/** A row of bars, one for each stretch of time, as SVG that is as wide as its place. */
import { html } from 'hono/html';
import { counted } from '../../edition/counted.ts';
import type { Html } from '../edition-parts.ts';
import type { NamedPeriod } from './periods.ts';

const height = 28;
const width = 10;
const gap = 2;

export interface Bars {
  /** What is counted. */
  readonly name: string;
  readonly counts: readonly number[];
  /** As many as `counts`, in their order. */
  readonly periods: readonly NamedPeriod[];
  /** The number that a bar of full height stands for. */
  readonly most: number;
}

/** With its text for whoever does not see it. */
export const bars = ({ name, counts, periods, most }: Bars): Html => html`
      <svg class="bars" viewBox="0 0 ${counts.length * width} ${height}" preserveAspectRatio="none" role="img">
        <title>${name} over time</title>
        <desc>${inWords(counts, periods)}</desc>
        <rect class="ground" x="0" y="${height - 1}" width="${counts.length * width}" height="1"/>
        ${counts.map((count, place) => bar(count, place, most))}
      </svg>`;

/** What is there is seen, however little it is. */
const bar = (count: number, place: number, most: number): Html | string => {
  if (count === 0) return '';
  const tall = Math.max(2, Math.round((count / most) * height * 10) / 10);
  return html`<rect x="${place * width + gap / 2}" y="${height - tall}" width="${width - gap}" height="${tall}"/>`;
};

const inWords = (counts: readonly number[], periods: readonly NamedPeriod[]): string => {
  const most = Math.max(...counts);
  const peak = periods[counts.indexOf(most)]?.name ?? '';
  const last = counts.at(-1) ?? 0;
  const peakText = `Most in ${peak}: ${counted(most, 'entry', 'entries')}.`;
  return periods.length === 1 ? peakText : `${peakText} In ${periods.at(-1)?.name}: ${last}.`;
};
