/** What came of fuzzing a target, as a table, and whether it holds. */
import type { FuzzReport } from './fuzz.ts';
import type { Outcome } from './share.ts';

/** Bytes that the run may hold at its end beyond what it held after its first tenth: caches fill, and the engine compiles. */
const memoryMargin = 16_000_000;

/** All faults are counted, so many told. */
const mostNamed = 10;
const slowestTold = 3;

interface Finding {
  readonly number: number;
  readonly what: string;
}

const crashesOf = ({ outcomes }: FuzzReport): readonly Finding[] =>
  outcomes.flatMap(({ number, crash }) => (crash === undefined ? [] : [{ number, what: crash }]));

const faultsOf = ({ outcomes }: FuzzReport): readonly Finding[] =>
  outcomes.flatMap(({ number, faults }) => faults.map(what => ({ number, what })));

const slowOf = ({ outcomes }: FuzzReport): readonly Outcome[] => outcomes.filter(({ isSlow }) => isSlow);

const isFlat = ({ held }: FuzzReport): boolean => (held.at(-1) ?? 0) <= (held[0] ?? 0) + memoryMargin;

/** What is wrong, each in a few words; empty where nothing is. */
export const breaches = (report: FuzzReport): readonly string[] => [
  ...[crashesOf(report).length].filter(Boolean).map(count => `${count} crashed`),
  ...[faultsOf(report).length].filter(Boolean).map(count => `${count} promises broken`),
  ...[slowOf(report).length].filter(Boolean).map(count => `${count} too slow`),
  ...(isFlat(report) ? [] : ['memory grows']),
];

export const reportText = (report: FuzzReport): string => {
  const { target, seed, cases, seconds, outcomes, held } = report;
  const replay = (number: number): string => `--replay ${target}:${seed}:${number}`;
  const slow = ({ number, time }: Outcome): string => `${milliseconds(time)}  ${replay(number)}`;
  const rows: readonly (readonly [string, string])[] = [
    ['cases', `${cases} in ${seconds.toFixed(0)} s, ${(cases / seconds).toFixed(0)} a second`],
    ['crashes', String(crashesOf(report).length)],
    ['promises broken', String(faultsOf(report).length)],
    [
      'too slow',
      `${slowOf(report).length}, of ${outcomes.filter(({ isDoubtful }) => isDoubtful).length} at first: the fastest of three counts`,
    ],
    ['time', `half below ${quantile(outcomes, 0.5)}, 99 % below ${quantile(outcomes, 0.99)}`],
    ...outcomes.slice(0, slowestTold).map(outcome => ['  slowest', slow(outcome)] as const),
    [
      'memory by tenths',
      `${held.map(megabytes).join(' ')} MB; at the end ${isFlat(report) ? 'at most' : 'more than'} ${megabytes(memoryMargin)} above the first`,
    ],
  ];
  const named = (title: string, findings: readonly Finding[]): readonly string[] =>
    [...Map.groupBy(findings, ({ what }) => what)].slice(0, mostNamed).flatMap(([what, same]) => {
      const [first] = same;
      return first === undefined ? [] : `${title} in ${same.length}, so ${replay(first.number)}\n  ${indented(what)}`;
    });
  return [
    `${target}, seed ${seed}`,
    ...rows.map(([name, value]) => `  ${name.padEnd(18)} ${value}`),
    ...named('crash', crashesOf(report)),
    ...named('promise broken', faultsOf(report)),
    ...slowOf(report)
      .slice(0, mostNamed)
      .map(outcome => `too slow: ${slow(outcome)}`),
  ].join('\n');
};

/** The time that this share of the cases took at most. */
const quantile = (outcomes: readonly Outcome[], share: number): string =>
  milliseconds(outcomes[Math.floor(outcomes.length * (1 - share))]?.time ?? 0);

const milliseconds = (time: number): string => `${time.toFixed(1)} ms`;

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

const indented = (text: string): string => text.replaceAll('\n', '\n  ');
