/** What was heard of late, in whichever process: platforms, networks and people repeat themselves, and are answered once. */
import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { minute } from '../edition/duration.ts';
import type { Archive } from './archive.ts';

export interface Heard {
  /** Whether `id` is heard for the first time. */
  isFirst(id: string): Promise<boolean>;
  /** As if `id` had not been heard. */
  forget(id: string): Promise<void>;
}

/** Milliseconds between two looks for what may be forgotten. */
const betweenSweeps = minute;

/** Some ids hold what lets one answer in another's name, such as a response URL of Slack: what is kept tells them apart and no more. */
const digestOf = (id: string): string => hash('sha256', id, 'base64url');

/** @param keptFor Milliseconds for which an id is remembered, at least. */
export const createHeard = ({ db, engine }: Archive, keptFor: number): Heard => {
  let sweptAt = Number.NEGATIVE_INFINITY;

  const sweep = async (): Promise<void> => {
    if (performance.now() - sweptAt < betweenSweeps) return;
    sweptAt = performance.now();
    await db.deleteFrom('heard').where('heard_until', '<', engine.clock).execute();
  };

  return {
    isFirst: async id => {
      await sweep();
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('heard')
        .values({ id: digestOf(id), heard_until: sql`${engine.clock} + ${keptFor}` })
        .onConflict(conflict => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows > 0n;
    },
    forget: async id => {
      await db.deleteFrom('heard').where('id', '=', digestOf(id)).execute();
    },
  };
};
