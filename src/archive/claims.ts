/**
 * Who carries a delivery: one holder at a time, for a time. A holder that dies, or no longer reaches the database, loses what
 * it holds when that time is over, and whoever takes it then goes by the ledger. Times are told by the clock of the database,
 * as that of one machine may differ from another's.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Archive } from './archive.ts';
import { ArchiveError } from './archive-error.ts';
import { markSending, type PartIdentity } from './parts.ts';

/** Who holds, and for how many milliseconds from its last sign of life. */
export interface Claim {
  /** Differs between processes, and between two lives of one. */
  readonly holder: string;
  readonly holdsFor: number;
}

const lapse = ({ engine }: Archive, { holdsFor }: Claim): RawBuilder<number> => sql`${engine.clock} + ${holdsFor}`;

/** Takes the delivery of `key`, for the first time or again; false where another holds it, or it is not planned. */
export const claimDelivery = async (archive: Archive, key: string, claim: Claim): Promise<boolean> => {
  const { numUpdatedRows } = await archive.db
    .updateTable('deliveries')
    .set({ held_by: claim.holder, held_until: lapse(archive, claim) })
    .where('key', '=', key)
    .where(row =>
      row.or([
        row('held_by', 'is', null),
        row('held_by', '=', claim.holder),
        row('held_until', '<', archive.engine.clock),
      ]),
    )
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
};

/** A sign of life, for all that is held by then: what another took meanwhile stays with that one. */
export const keepClaims = async (archive: Archive, claim: Claim): Promise<void> => {
  await archive.db
    .updateTable('deliveries')
    .set({ held_until: lapse(archive, claim) })
    .where('held_by', '=', claim.holder)
    .execute();
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
 * Keeps that a part is being sent, as `markSending` does, in one step with a sign of life: whoever takes the delivery over
 * from now on finds it so, or has taken it before, and then nothing is sent here.
 * @throws ArchiveError `taken` where another holds the delivery, `not-found` where the part is no longer planned.
 */
export const beginSending = (archive: Archive, part: PartIdentity, claim: Claim, at: string): Promise<void> =>
  archive.db.transaction().execute(async transaction => {
    const { numUpdatedRows } = await transaction
      .updateTable('deliveries')
      .set({ held_until: lapse(archive, claim) })
      .where('key', '=', part.key)
      .where('held_by', '=', claim.holder)
      .executeTakeFirstOrThrow();
    await markSending({ db: transaction }, part, at);
    if (numUpdatedRows > 0n) return;
    throw new ArchiveError('taken', `Another process has taken ${part.key} over: it goes on there.`);
  });
