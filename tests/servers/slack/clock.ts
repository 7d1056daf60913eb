/** The time as the loopback Slack reads it: the machine's, or a hand-turned one for tests of deadlines and limits. */

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `task` once, `milliseconds` from now. Returns what calls it off. */
  after(milliseconds: number, task: () => void): () => void;
}

export interface ManualClock extends Clock {
  /** Moves the time on and runs what falls due, in order. */
  advance(milliseconds: number): void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Stands at `start` (milliseconds since 1970) until it is advanced. */
export const manualClock = (start: number): ManualClock => {
  let now = start;
  const due = new Set<{ readonly at: number; readonly task: () => void }>();
  return {
    now: () => now,
    after: (milliseconds, task) => {
      const timer = { at: now + milliseconds, task };
      due.add(timer);
      return () => void due.delete(timer);
    },
    advance: milliseconds => {
      const end = now + milliseconds;
      for (;;) {
        const [first] = [...due].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
        if (first === undefined) break;
        due.delete(first);
        now = Math.max(now, first.at);
        first.task();
      }
      now = end;
    },
  };
};
