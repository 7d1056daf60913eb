/** What came of a torture, as a table. */
import { counted } from '../../src/edition/counted.ts';
import type { WrongKind } from './check.ts';
import { partsOfEdition } from './edition.ts';
import type { FaultKind, KillPoint, StallPoint } from './fates.ts';
import type { Report } from './torture.ts';

const killPoints: readonly KillPoint[] = [
  'before the call',
  'before the call, done late',
  'after the call, before the answer',
  'after the answer',
  'at any instant',
];
const stallPoints: readonly StallPoint[] = ['before the answer', 'after the answer', 'at any instant'];
const faultKinds: readonly FaultKind[] = [
  'rate limit',
  'error before',
  'error after',
  'reset before',
  'reset after',
  'silence before',
  'silence after',
  'silence, then done',
];
const wrongKinds: readonly (readonly [WrongKind, string])[] = [
  ['duplicate', 'duplicates'],
  ['loss', 'losses'],
  ['misorder', 'out of order'],
  ['stray', 'out of place'],
  ['ledger', 'otherwise in the ledger'],
];

const mostNamed = 20;

const sumOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

export const killsIn = ({ kills }: Pick<Report, 'kills'>): number => sumOf(kills);

export const reportText = (report: Report): string => {
  const {
    seed,
    workers,
    kills,
    stalls,
    restarts,
    faults,
    calls,
    editions,
    channels,
    doubtful,
    doubtfulStanding,
    wrong,
    seconds,
  } = report;
  const rows: readonly (readonly [string, number])[] = [
    ['kills', killsIn(report)],
    ...killPoints.map(point => [`  ${point}`, kills.get(point) ?? 0] as const),
    ...(workers > 1
      ? ([
          ['standstills for longer than a lease', sumOf(stalls)],
          ...stallPoints.map(point => [`  ${point}`, stalls.get(point) ?? 0] as const),
          ['restarts of the server', restarts],
        ] as const)
      : []),
    ['parts left as being sent by a kill', doubtful],
    ['  that stood', doubtfulStanding],
    ['calls', calls],
    ['faults', sumOf(faults)],
    ...faultKinds.map(kind => [`  ${kind}`, faults.get(kind) ?? 0] as const),
    ['parts due', editions * channels * partsOfEdition],
    ...wrongKinds.map(([kind, name]) => [name, wrong.filter(one => one.kind === kind).length] as const),
    ['seconds', Math.round(seconds)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const named = wrong.slice(0, mostNamed).map(({ kind, place, part }) => `${kind}: ${place} ${part}`);
  return [
    `seed ${seed}: ${counted(editions, 'edition', 'editions')} of ${partsOfEdition} parts to ${channels} channels, by ${counted(workers, 'process', 'processes')}`,
    ...rows.map(([name, count]) => `${name.padEnd(width)} ${String(count).padStart(7)}`),
    ...named,
    ...(wrong.length > named.length ? [`… and ${wrong.length - named.length} more`] : []),
    ...(wrong.length > 0 ? [`What happened: ${report.journal}`] : []),
  ].join('\n');
};
