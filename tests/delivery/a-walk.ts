/** When zones change their clocks, and what their clocks show then: by walking through time and reading the local clock, no more. */

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Epoch milliseconds → `YYYY-MM-DD HH:MM:SS`. */
type Clock = (instant: number) => string;

export const clockIn = (timeZone: string): Clock => {
  // Sweden writes dates and times as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return instant => format.format(instant);
};

/** What a clock is ahead of UTC, in milliseconds. */
export const offsetAt = (clock: Clock, instant: number): number =>
  Date.parse(`${clock(instant).replace(' ', 'T')}Z`) - instant;

/** A change of the clock: milliseconds since 1970, and what the clock is ahead of UTC before and after, in milliseconds. */
export interface Change {
  readonly instant: number;
  readonly before: number;
  readonly after: number;
}

/** Those from `start` to `end`, each found to the second. No zone changes its clock twice within a week. */
export const changesOf = (clock: Clock, start: number, end: number): readonly Change[] => {
  const changes: Change[] = [];
  for (let from = start; from < end; from += 7 * day) {
    const [before, after] = [offsetAt(clock, from), offsetAt(clock, from + 7 * day)];
    if (before === after) continue;
    let [low, high] = [from, from + 7 * day];
    while (high - low > second) {
      const middle = low + Math.floor((high - low) / 2 / second) * second;
      if (offsetAt(clock, middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ instant: high, before, after });
  }
  return changes;
};

/** What a clock shows, minute by minute. */
export interface Walk {
  readonly instants: readonly number[];
  readonly shown: readonly string[];
}

export const walk = (clock: Clock, start: number, end: number): Walk => {
  const instants = Array.from({ length: Math.floor((end - start) / minute) + 1 }, (_, index) => start + index * minute);
  return { instants, shown: instants.map(clock) };
};

export interface Reached {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Milliseconds since 1970. */
  readonly instant: number;
}

/** Of each date but that in which the walk begins, the first minute at which the clock shows the time `at`, `HH:MM`, or a later one. */
export const reachedIn = ({ instants, shown }: Walk, at: string): readonly Reached[] => {
  const [first = ''] = shown;
  const dates = [...new Set(shown.map(text => text.slice(0, 10)))].filter(date => !first.startsWith(date));
  return dates.flatMap(date => {
    const wanted = `${date} ${at}`;
    const instant = instants[shown.findIndex(text => text >= wanted)];
    return instant === undefined ? [] : [{ date, instant }];
  });
};
