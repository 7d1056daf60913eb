/** Whether the bot grew over its days: by what it holds after its garbage was collected, and by what it has open. */
import type { DayOfBot } from './figures.ts';

/** What a day is held against: the second, as the first warms caches and compiles. */
const secondDay = 1;
/** The last day may have so much more than the second. */
const mostGrowth = 0.1;
/** Connections that are kept open for the next request come and go. */
const someConnections = 12;

/** What the program holds: its heap, and buffers beside it. Bytes. */
export const heldBy = ({ heapUsed, external }: Pick<DayOfBot, 'heapUsed' | 'external'>): number => heapUsed + external;

export interface Growth {
  /** Of the last day against the second, as a share of that. */
  readonly held: number;
  /** Bytes a day within the last life, by least squares; 0 where that has less than three days. */
  readonly slope: number;
  readonly lastLife: number;
  readonly descriptors: number;
  readonly handles: number;
}

/** Undefined where there are less than three days. */
export const growthIn = (days: readonly DayOfBot[]): Growth | undefined => {
  const [second, last] = [days[secondDay], days.at(-1)];
  if (second === undefined || last === undefined || days.length < 3) return undefined;
  // The first day of a life is as the first of all.
  const lastLife = days.filter(({ life }) => life === last.life).slice(1);
  return {
    held: heldBy(last) / heldBy(second) - 1,
    slope: slopeOf(lastLife.map(heldBy)),
    lastLife: lastLife.length,
    descriptors: last.descriptors - second.descriptors,
    handles: last.handles - second.handles,
  };
};

/** What of it is too much, in sentences. */
export const tooMuchOf = (growth: Growth | undefined): readonly string[] => {
  if (growth === undefined) return [];
  const { held, descriptors, handles } = growth;
  return [
    ...(held > mostGrowth ? [`memory grew by ${Math.round(held * 100)} % from the second day to the last`] : []),
    ...(descriptors > someConnections ? [`${descriptors} more files are open than on the second day`] : []),
    ...(handles > someConnections ? [`${handles} more handles are open than on the second day`] : []),
  ];
};

const slopeOf = (values: readonly number[]): number => {
  if (values.length < 3) return 0;
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const [middle, level] = [(values.length - 1) / 2, mean(values)];
  const [rise, run] = values.reduce<readonly [number, number]>(
    ([up, along], value, index) => [up + (index - middle) * (value - level), along + (index - middle) ** 2],
    [0, 0],
  );
  return rise / run;
};
