/** What the ledger forgets, so that it does not grow by every message of every channel: the parts of editions of long ago. */
import type { Archive } from './archive.ts';
import { held } from './row-locks.ts';

/**
 * Forgets what was sent of the editions before the date `before`, `YYYY-MM-DD`: the plans of which all deliveries are
 * finished and were followed by another, which is what a channel is told of, with their parts. That a channel had an
 * edition is kept for ever, so that it never gets it twice.
 */
export const forgetParts = (archive: Archive, before: string): Promise<void> =>
  archive.db.transaction().execute(async transaction => {
    // The name of a plan begins with the date of its edition.
    const old = await transaction
      .selectFrom('plans')
      .select('plan')
      .distinct()
      .where('plan', '<', before)
      .orderBy('plan')
      .execute();
    for (const { plan } of old) {
      const edition = plan.slice(0, before.length);
      // Nothing of it is planned from here on.
      await held(archive, transaction.selectFrom('editions').select('date').where('date', '=', edition)).execute();
      const deliveries = transaction.selectFrom('deliveries').where('edition', '=', edition).where('plan', '=', plan);
      const needed = await deliveries
        .select('key')
        .where(({ or, eb, not, exists, selectFrom }) => {
          const followers = selectFrom('deliveries as later')
            .select('later.key')
            .whereRef('later.platform', '=', 'deliveries.platform')
            .whereRef('later.workspace', '=', 'deliveries.workspace')
            .whereRef('later.channel', '=', 'deliveries.channel')
            .whereRef('later.edition', '>', 'deliveries.edition')
            .where('later.outcome', 'in', ['posted', 'quiet']);
          return or([eb('finished_at', 'is', null), not(exists(followers))]);
        })
        .limit(1)
        .executeTakeFirst();
      if (needed !== undefined) continue;
      await transaction.deleteFrom('parts').where('delivery', 'in', deliveries.select('key')).execute();
      await transaction.deleteFrom('plans').where('plan', '=', plan).execute();
    }
  });
