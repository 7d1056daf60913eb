/** What came of a soak, as a table, and what of it must not be. */

import type { DayOfBot, Report } from './figures.ts';
import type { WrongKind } from './judge.ts';
import { stretches } from './kills.ts';
import { growthIn, heldBy, tooMuchOf } from './memory.ts';
import { ways } from './ways.ts';

const wrongKinds: readonly (readonly [WrongKind, string])[] = [
  ['double', 'doubles'],
  ['loss', 'losses'],
  ['misorder', 'out of order'],
  ['stray', 'out of place'],
  ['ledger', 'otherwise in the ledger'],
];
const mostNamed = 20;
/** What fails is the answer to some of the look-ups, too. */
const mostUnanswered = 0.2;

const sumOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, one) => sum + one, 0);
const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);

/** What must not be, in sentences; empty where all is well. */
export const breachesIn = ({ wrong, kills, options, measures, lookUps }: Report): readonly string[] => [
  ...wrong.map(({ kind, place, what }) => `${kind}: ${place}: ${what}`),
  ...(sumOf(kills) === options.kills ? [] : [`it was killed ${sumOf(kills)} times and not ${options.kills}`]),
  ...(lookUps.unanswered > Math.max(2, lookUps.asked * mostUnanswered)
    ? [`${lookUps.unanswered} of ${lookUps.asked} look-ups had no answer`]
    : []),
  ...tooMuchOf(growthIn(measures)),
];

const dayText = ({ date, life, ...day }: DayOfBot): string =>
  [date, String(life), megabytes(heldBy(day)), megabytes(day.rss), String(day.descriptors), String(day.handles)]
    .map((cell, place) => cell.padStart(place === 0 ? 10 : 11))
    .join('');

const growthText = ({ measures }: Report): readonly string[] => {
  const growth = growthIn(measures);
  if (growth === undefined) return [];
  const { held, slope, lastLife } = growth;
  return [
    `From the second day to the last it holds ${(held * 100).toFixed(1)} % more; in its last life ${(slope / 1024).toFixed(0)} kB a day, over ${lastLife} days.`,
  ];
};

export const reportText = (report: Report): string => {
  const { options, requests, faults, kills, lookUps, late, wrong, rows } = report;
  const all = requests.chats + requests.blogs;
  const table: readonly (readonly [string, number | string])[] = [
    ['editions', report.editions],
    ['posts of blogs', report.posts.published],
    ['  changed a day after', report.posts.changed],
    ['stories told or listed', report.stories],
    ['channels', options.channels],
    ['threads', report.threads],
    ['messages', report.messages],
    ['requests', all],
    ['  to chats', requests.chats],
    ['  to blogs', requests.blogs],
    [`failed (${((sumOf(faults) / Math.max(1, all)) * 100).toFixed(1)} %)`, sumOf(faults)],
    ...ways.map(way => [`  ${way}`, faults.get(way) ?? 0] as const),
    ['kills', sumOf(kills)],
    ...stretches.map(stretch => [`  while ${stretch}`, kills.get(stretch) ?? 0] as const),
    ['look-ups of people', lookUps.asked],
    ['  without an answer', lookUps.unanswered],
    ...wrongKinds.map(([kind, name]) => [name, wrong.filter(one => one.kind === kind).length] as const),
    ['deliveries late by ten minutes', late.count],
    ['  the longest, in minutes', Math.round(late.longest)],
    ['ledger: deliveries', rows.deliveries],
    ['  parts', rows.parts],
    ['  plans', rows.plans],
    ['items of blogs', rows.items],
    ['cached', rows.cached],
    ['database, MB', megabytes(report.database)],
    ['seconds', Math.round(report.seconds)],
  ];
  const width = Math.max(...table.map(([name]) => name.length));
  const breaches = breachesIn(report);
  const named = breaches.slice(0, mostNamed);
  return [
    `seed ${options.seed}: ${options.days} days at ${options.speed} times the machine's speed`,
    ...table.map(([name, value]) => `${name.padEnd(width)} ${String(value).padStart(9)}`),
    '',
    'After the deliveries of each day, its garbage collected: what it holds (heap and buffers) and resident memory, in MB',
    ['day', 'life', 'holds', 'resident', 'files', 'handles']
      .map((cell, i) => cell.padStart(i === 0 ? 10 : 11))
      .join(''),
    ...report.measures.map(dayText),
    ...growthText(report),
    ...named,
    ...(breaches.length > named.length ? [`… and ${breaches.length - named.length} more`] : []),
    ...(breaches.length > 0 ? [`What happened: ${report.folder}`] : []),
  ].join('\n');
};
