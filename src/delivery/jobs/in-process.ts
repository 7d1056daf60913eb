/** Jobs of a process that works alone: they wait in its memory, and what it forgets by ending is found again in the archive. */
import PQueue from 'p-queue';
import { backoff } from '../backoff.ts';
import type { Clock } from '../clock.ts';
import {
  type Ask,
  type DeadLetter,
  type Group,
  type Job,
  type JobKind,
  type Jobs,
  type Limits,
  notAtOnce,
  reasonOf,
  type Work,
} from './jobs.ts';

export interface InProcessJobs extends Jobs {
  /** Resolves once nothing is being done or about to be. What waits for another try is not waited for. */
  idle(): Promise<void>;
}

export interface InProcessOptions {
  readonly clock: Clock;
  /** From 0 to 1, as Math.random. */
  readonly random?: () => number;
  /** Once it is aborted, nothing is begun any more. */
  readonly stopping?: AbortSignal;
}

/** Jobs of one kind. */
interface Line {
  /** By key, what waits or is being done. */
  readonly jobs: Map<string, Entry>;
  readonly dead: Map<string, { readonly letter: DeadLetter; readonly revive: () => void }>;
  /** Those whose time has come, once somebody does them. */
  readonly all: PQueue;
  readonly groups: Map<string, PQueue>;
}

interface Entry {
  /** When its time comes. */
  readonly since: Date;
  isInHand: boolean;
  /** Ends its waiting for a time. */
  readonly hurry: () => void;
}

export const createInProcessJobs = ({ clock, random = Math.random, ...options }: InProcessOptions): InProcessJobs => {
  const lines = new Map<string, Line>();
  const works = new Map<string, (key: string, data: unknown, failures: number) => Promise<Date | undefined>>();
  const busy = new Set<Promise<void>>();
  const stop = new AbortController();
  const stopping = options.stopping === undefined ? stop.signal : AbortSignal.any([stop.signal, options.stopping]);

  const lineOf = (name: string): Line => {
    const line = lines.get(name) ?? newLine();
    lines.set(name, line);
    return line;
  };

  const inGroup = async (line: Line, group: Group | undefined, priority: number, work: () => Promise<void>) => {
    const inTurn = () => line.all.add(work, { priority });
    if (group === undefined) return inTurn();
    const queue = line.groups.get(group.id) ?? new PQueue();
    queue.concurrency = group.most;
    line.groups.set(group.id, queue);
    await queue.add(inTurn, { priority });
    if (queue.size === 0 && queue.pending === 0) line.groups.delete(group.id);
  };

  const begin = <Data>(
    kind: JobKind<Data>,
    wanted: Ask<Data>,
    priority: number,
    { isFirst = true, failures = 0 } = {},
  ): void => {
    const line = lineOf(kind.name);
    const { key, data, group, notBefore } = wanted;
    const hurry = new AbortController();
    const entry: Entry = { since: notBefore ?? clock.now(), isInHand: false, hurry: () => hurry.abort() };
    line.jobs.set(key, entry);
    const leave = (): void => {
      if (line.jobs.get(key) === entry) line.jobs.delete(key);
    };
    const tryOnce = async (): Promise<void> => {
      if (stopping.aborted) return leave();
      entry.isInHand = true;
      try {
        const again = await works.get(kind.name)?.(key, data, failures);
        leave();
        if (again === undefined) return;
        begin(kind, { ...wanted, notBefore: notAtOnce(again, clock.now()) }, 0, { isFirst: false });
      } catch (error) {
        leave();
        failed(error);
      }
    };
    const failed = (error: unknown): void => {
      if (failures >= kind.retries) {
        const letter = { kind: kind.name, key, data, reason: reasonOf(error), since: clock.now().toISOString() };
        line.dead.set(key, { letter, revive: () => begin(kind, wanted, 0) });
        return;
      }
      const pause = backoff(failures + 1, kind.pause, random);
      const notBefore = new Date(clock.now().getTime() + pause);
      begin(kind, { ...wanted, notBefore }, 0, { isFirst: false, failures: failures + 1 });
    };
    const wait = (notBefore?.getTime() ?? 0) - clock.now().getTime();
    const done = (async () => {
      if (wait > 0) await clock.pause(wait, AbortSignal.any([stopping, hurry.signal]));
      await inGroup(line, group, hurry.signal.aborted ? urgent : priority, tryOnce);
    })();
    if (!isFirst) return;
    busy.add(done);
    void done.finally(() => busy.delete(done));
  };

  return {
    ask: async (kind, wanted) => {
      const { jobs } = lineOf(kind.name);
      for (const one of wanted) if (!stopping.aborted && !jobs.has(one.key)) begin(kind, one, 0);
    },
    askNow: async (kind, wanted) => {
      const known = lineOf(kind.name).jobs.get(wanted.key);
      if (known !== undefined) known.hurry();
      else if (!stopping.aborted) begin(kind, wanted, urgent);
    },
    work: <Data>(kind: JobKind<Data>, work: Work<Data>, limits: Limits = {}) => {
      const line = lineOf(kind.name);
      line.all.concurrency = limits.atATime ?? Number.POSITIVE_INFINITY;
      works.set(kind.name, async (key, data, failures) => {
        const job: Job<Data> = { key, data: kind.data.parse(data), failures };
        return work(job);
      });
      line.all.start();
    },
    depths: async () =>
      [...lines].map(([kind, { jobs }]) => {
        const waiting = [...jobs.values()].filter(({ isInHand }) => !isInHand);
        const times = waiting.map(({ since }) => since).filter(since => since <= clock.now());
        const oldest = times.toSorted((one, other) => one.getTime() - other.getTime())[0];
        return {
          kind,
          waiting: waiting.length,
          inHand: jobs.size - waiting.length,
          ...(oldest !== undefined && { oldest: oldest.toISOString() }),
        };
      }),
    deadLetters: async () =>
      [...lines.values()]
        .flatMap(({ dead }) => Array.from(dead.values(), ({ letter }) => letter))
        .toSorted((one, other) => Date.parse(one.since) - Date.parse(other.since)),
    revive: async () => {
      let revived = 0;
      for (const { dead } of lines.values()) {
        for (const { revive } of dead.values()) revive();
        revived += dead.size;
        dead.clear();
      }
      return revived;
    },
    stop: async () => {
      stop.abort();
      // What waits for somebody to do it leaves.
      for (const { all } of lines.values()) all.start();
      while (busy.size > 0) await Promise.allSettled(busy);
    },
    idle: async () => {
      while (busy.size > 0) await Promise.allSettled(busy);
    },
  };
};

const urgent = 1;

const newLine = (): Line => ({
  jobs: new Map(),
  dead: new Map(),
  all: new PQueue({ autoStart: false }),
  groups: new Map(),
});
