/**
 * Work that any process of the bot may do, asked for by its key: what waits or is being done under a key is not begun a second
 * time. Where it fails it is tried again, and where it fails for good it is kept as a dead letter until somebody looks at it.
 * One process does it by itself (`in-process.ts`); those that share a Postgres share it (`on-postgres.ts`). Jobs say only who
 * looks at what when: what is left to do is read from the archive, so that a job that is done twice, or lost, changes nothing.
 */
import type { z } from 'zod';
import { second } from '../../edition/duration.ts';
import type { BackoffLimits } from '../backoff.ts';

export interface JobKind<Data> {
  /** Letters, digits and dashes. */
  readonly name: string;
  readonly data: z.ZodType<Data>;
  /** How often it is tried again before it is a dead letter. */
  readonly retries: number;
  /** How long between, in milliseconds: whole seconds. */
  readonly pause: BackoffLimits;
}

export interface Ask<Data> {
  readonly key: string;
  readonly data: Data;
  /** Of its group no more are in hand than `most`, from 1 to `mostPerGroup`, in all processes together when this is begun. */
  readonly group?: Group;
  /** It is not begun earlier. */
  readonly notBefore?: Date;
}

export interface Group {
  readonly id: string;
  readonly most: number;
}

export const mostPerGroup = 12;

export interface Job<Data> extends Pick<Ask<Data>, 'key' | 'data'> {
  /** How often it has failed. */
  readonly failures: number;
}

/**
 * Does a job.
 * @returns When it is to be asked for again, no sooner than in a second; undefined where it is done.
 * @throws whatever made it fail; it is tried again.
 */
export type Work<Data> = (job: Job<Data>) => Promise<Date | undefined>;

export interface Limits {
  /** Of all that is in hand in this process. Default: none. */
  readonly atATime?: number;
  /** Milliseconds between looks for work, where others are to be asked. Default: 500. */
  readonly lookEvery?: number;
}

/** A job that failed for good. */
export interface DeadLetter {
  readonly kind: string;
  readonly key: string;
  readonly data: unknown;
  /** Why it failed the last time. */
  readonly reason: string;
  /** Since when it is one, ISO 8601 in UTC. */
  readonly since: string;
}

/** How much of a kind there is. */
export interface Depth {
  readonly kind: string;
  readonly waiting: number;
  readonly inHand: number;
  /** Since when the oldest waits whose time has come, ISO 8601 in UTC. */
  readonly oldest?: string;
}

export interface Jobs {
  /** Those of a group are begun in the order in which they are asked for, once the time of all of them has come. */
  ask<Data>(kind: JobKind<Data>, wanted: readonly Ask<Data>[]): Promise<void>;
  /** Asks for one that is to be done before all others. Where it waits, it waits no longer. */
  askNow<Data>(kind: JobKind<Data>, wanted: Ask<Data>): Promise<void>;
  /** Begins to do jobs of a kind. */
  work<Data>(kind: JobKind<Data>, work: Work<Data>, limits?: Limits): void;
  depths(): Promise<readonly Depth[]>;
  /** Oldest first. */
  deadLetters(): Promise<readonly DeadLetter[]>;
  /** Gives all dead letters another chance. Returns how many. */
  revive(): Promise<number>;
  /** Begins nothing any more. Resolves once what was in hand is done. */
  stop(): Promise<void>;
}

/** When a job is begun again: one that asks for that at once, again and again, would leave its process time for nothing else. */
export const notAtOnce = (again: Date, now: Date): Date => new Date(Math.max(again.getTime(), now.getTime() + second));

/** What a failure says of itself. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
