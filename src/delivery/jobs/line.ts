/** One process's work on the jobs of a kind that several processes share: it fetches as many as it has room for. */
import type { Job as Fetched, JobAttempt, PgBoss } from 'pg-boss';
import { z } from 'zod';
import { second } from '../../edition/duration.ts';
import type { Clock } from '../clock.ts';
import type { Turns } from './in-turn.ts';
import { type Ask, type JobKind, type Limits, mostPerGroup, notAtOnce, reasonOf, type Work } from './jobs.ts';

export interface Line {
  readonly name: string;
  /** Looks for work at once. */
  wake(): void;
  /** Resolves once what was in hand is done. */
  stop(): Promise<void>;
}

interface LineOptions<Data> {
  readonly boss: PgBoss;
  readonly turns: Turns;
  readonly kind: JobKind<Data>;
  readonly work: Work<Data>;
  readonly limits: Limits;
  /** Seconds. */
  readonly lease: number;
  readonly clock: Clock;
  readonly tell: (error: unknown) => void;
  /** Resolves to the name of the queue, once there is one. */
  readonly opened: () => Promise<string>;
  readonly insertion: (ask: Ask<Data>) => { readonly data: object; readonly singletonKey: string };
}

/** Jobs that are fetched at a time: the statement takes no longer for many. */
const mostFetched = 100;
/** A job has the share of its group as the name of its tier. */
const tiers = Object.fromEntries(Array.from({ length: mostPerGroup }, (_, place) => [`${place + 1}`, place + 1]));
/** Milliseconds until a database is asked again that does not answer. */
const afterFailure = 2 * second;

export const openLine = <Data>(options: LineOptions<Data>): Line => {
  const { boss, turns, kind, work, limits, lease, clock, tell, opened, insertion } = options;
  const { atATime = 1_000, lookEvery = second / 2 } = limits;
  const envelope = z.object({ key: z.string(), data: kind.data });
  const inHand = new Map<string, { readonly attempt: JobAttempt; readonly done: Promise<void> }>();
  let isStopping = false;
  let waking = new AbortController();

  const pause = async (milliseconds: number): Promise<void> => {
    await clock.pause(milliseconds, waking.signal);
    waking = new AbortController();
  };

  /** Does one, and says what became of it. What cannot be said is said by the end of the lease. */
  const carry = async ({ data, groupId, groupTier }: Fetched<unknown>, attempt: JobAttempt): Promise<void> => {
    let again: Ask<Data> | undefined;
    try {
      const job = envelope.parse(data);
      const at = await work({ ...job, failures: attempt.retryCount });
      const group = groupId && groupTier && { group: { id: groupId, most: Number(groupTier) } };
      if (at !== undefined) again = { ...job, notBefore: notAtOnce(at, clock.now()), ...group };
    } catch (error) {
      await boss.fail(kind.name, attempt, { message: reasonOf(error) });
      return;
    }
    await boss.complete(kind.name, attempt);
    if (again !== undefined) await boss.insert(kind.name, [insertion(again)]);
  };

  const begin = (job: Fetched<unknown>): void => {
    const attempt = { id: job.id, retryCount: job.retryCount };
    const done = carry(job, attempt)
      .catch(tell)
      .finally(() => {
        inHand.delete(job.id);
        // There is room again.
        if (inHand.size === atATime - 1) waking.abort();
      });
    inHand.set(job.id, { attempt, done });
  };

  const fetchOnce = async (): Promise<number> => {
    const room = Math.min(mostFetched, atATime - inHand.size);
    if (room <= 0) return 0;
    const queue = await opened();
    // Those of a group that are in hand are counted before any is taken: two that look at once would both find room.
    const jobs = await turns.inTurn(queue, db =>
      boss.fetch<unknown>(queue, { batchSize: room, groupConcurrency: { default: mostPerGroup, tiers }, db }),
    );
    for (const job of jobs) begin(job);
    return jobs.length;
  };

  const run = async (): Promise<void> => {
    while (!isStopping) {
      try {
        if ((await fetchOnce()) === 0) await pause(lookEvery);
      } catch (error) {
        tell(error);
        await pause(afterFailure);
      }
    }
  };

  const giveSigns = (): void => {
    const attempts = Array.from(inHand.values(), ({ attempt }) => attempt);
    if (attempts.length > 0) boss.touch(kind.name, attempts).catch(tell);
  };
  const signs = setInterval(giveSigns, (lease * second) / 3).unref();
  const running = run();

  return {
    name: kind.name,
    wake: () => waking.abort(),
    stop: async () => {
      isStopping = true;
      waking.abort();
      await running;
      while (inHand.size > 0) await Promise.all(Array.from(inHand.values(), ({ done }) => done));
      clearInterval(signs);
    },
  };
};
