/**
 * Who carries deliveries: for each channel one holder at a time, for a time, so that what a channel gets stays in order. A
 * holder that dies, or no longer reaches the database, loses what it holds when that time is over, and whoever takes it then
 * goes by the ledger. Times are told by the clock of the database, as that of one machine may differ from another's.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Archive } from './archive.ts';
import { ArchiveError } from './archive-error.ts';
import { inBatches } from './batches.ts';
import { type DeliveryIdentity, deliveryKey } from './deliveries.ts';

/** Who holds, and for how many milliseconds from its last sign of life. */
export interface Claim {
  /** Differs between processes, and between two lives of one. */
  readonly holder: string;
  readonly holdsFor: number;
}

/** An archive, or a transaction on one, in which steps of a delivery are kept. */
export type Ledger = Pick<Archive, 'db'>;

const lapse = ({ engine }: Archive, { holdsFor }: Claim): RawBuilder<number> => sql`${engine.clock} + ${holdsFor}`;

/**
 * Takes a delivery, for the first time or again; false where another holds it, or any other of the same channel that is not
 * finished, and where it is not planned.
 */
export const claimDelivery = (archive: Archive, delivery: DeliveryIdentity, claim: Claim): Promise<boolean> =>
  archive.db.transaction().execute(async transaction => {
    const { platform, workspace, channel } = delivery;
    const key = deliveryKey(delivery);
    // Changes nothing, and lets no other holder change them until this one is done.
    const locked = await transaction
      .updateTable('deliveries')
      .set(row => ({ held_until: row.ref('held_until') }))
      .where(row => row.and({ platform, workspace, channel }))
      .where(row => row.or([row('finished_at', 'is', null), row('key', '=', key)]))
      .returning(['key', 'held_by', sql<unknown>`held_until >= ${archive.engine.clock}`.as('is_held')])
      .execute();
    const isWithOthers = locked.some(({ held_by, is_held }) => Boolean(is_held) && held_by !== claim.holder);
    if (isWithOthers || locked.every(row => row.key !== key)) return false;
    await transaction
      .updateTable('deliveries')
      .set({ held_by: claim.holder, held_until: lapse(archive, claim) })
      .where('key', '=', key)
      .execute();
    return true;
  });

/** A sign of life for what is held: what another took meanwhile stays with that one. */
export const keepClaims = async (archive: Archive, keys: readonly string[], claim: Claim): Promise<void> => {
  for (const batch of inBatches(keys)) {
    await archive.db
      .updateTable('deliveries')
      .set({ held_until: lapse(archive, claim) })
      .where('key', 'in', batch)
      .where('held_by', '=', claim.holder)
      .execute();
  }
};

/** Lets others have the delivery at once; where another holds it, it does nothing. */
export const releaseDelivery = async ({ db }: Archive, key: string, { holder }: Claim): Promise<void> => {
  await db
    .updateTable('deliveries')
    .set({ held_by: null, held_until: null })
    .where('key', '=', key)
    .where('held_by', '=', holder)
    .execute();
};

/**
 * Keeps something of a delivery in one step with a sign of life. Whoever takes the delivery over finds it kept, or has taken
 * it before, and then nothing is kept: what a holder that stood still believes changes nothing of what the next one did.
 * @throws ArchiveError `taken` where it is not held any more, `not-found` where it is no longer planned.
 */
export const keepWhileHeld = <Result>(
  archive: Archive,
  key: string,
  claim: Claim,
  write: (ledger: Ledger) => Promise<Result>,
): Promise<Result> =>
  archive.db.transaction().execute(async transaction => {
    const { numUpdatedRows } = await transaction
      .updateTable('deliveries')
      .set({ held_until: lapse(archive, claim) })
      .where('key', '=', key)
      .where('held_by', '=', claim.holder)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n) return write({ db: transaction });
    const known = await transaction.selectFrom('deliveries').select('key').where('key', '=', key).executeTakeFirst();
    throw known === undefined
      ? new ArchiveError('not-found', `${key} is not planned any more.`)
      : new ArchiveError('taken', `Another process has taken ${key} over: it goes on there.`);
  });
