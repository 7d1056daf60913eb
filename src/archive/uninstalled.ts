/** What becomes of the channels of a workspace from which the app was removed: they are kept, and go on once it is back. */
import type { Archive } from './archive.ts';
import type { InstalledWorkspace } from './installations.ts';
import { storedInstant } from './stored.ts';
import { unsuspended } from './subscriptions.ts';

/** Why they get nothing, in a sentence for people; by it they are found again. */
const reason = 'The app was removed from the workspace: install it there again, and editions go on.';

/**
 * Suspends the subscriptions of a workspace, of which nobody there can be told. What was suspended before stays as it is.
 * @param at An instant.
 * @returns How many.
 */
export const suspendWorkspace = async (
  { db }: Archive,
  { platform, workspace }: InstalledWorkspace,
  at: string,
): Promise<number> => {
  const instant = storedInstant(at);
  const { numUpdatedRows } = await db
    .updateTable('subscriptions')
    .set({ suspended_at: instant, suspended_for: reason, told_at: instant })
    .where(here => here.and({ platform, workspace }))
    .where('suspended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
};

/**
 * Lets the subscriptions go on that `suspendWorkspace` suspended, and tries at once what waits for them.
 * @returns How many.
 */
export const resumeWorkspace = async ({ db }: Archive, { platform, workspace }: InstalledWorkspace): Promise<number> =>
  db.transaction().execute(async transaction => {
    const resumed = await transaction
      .updateTable('subscriptions')
      .set(unsuspended)
      .where(here => here.and({ platform, workspace, suspended_for: reason }))
      .returning('channel')
      .execute();
    for (const { channel } of resumed) {
      await transaction
        .updateTable('deliveries')
        .set({ retry_at: null })
        .where(here => here.and({ platform, workspace, channel }))
        .where('finished_at', 'is', null)
        .execute();
    }
    return resumed.length;
  });
