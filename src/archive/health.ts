/** How each source fared last. Since when one fails is for `collect` to say, from what is recorded here. */
import { feedFlaw } from '../edition/flaw.ts';
import type { SourceStatus } from '../edition/source.ts';
import type { Archive } from './archive.ts';
import { readStored, storedInstant } from './stored.ts';
import type { SourceHealthTable } from './tables.ts';

export interface SourceHealth extends SourceStatus {
  /** When it was last collected, ISO 8601 in UTC. */
  readonly checkedAt: string;
}

/**
 * Records how sources fared at `checkedAt`, an instant, in place of what was known of them.
 * @returns The same statuses.
 */
export const recordHealth = async (
  { db }: Archive,
  statuses: readonly SourceStatus[],
  checkedAt: string,
): Promise<readonly SourceStatus[]> => {
  await db.transaction().execute(async transaction => {
    // In one order, whoever records: else two would wait for each other.
    for (const status of statuses.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const row = healthRow(status, checkedAt);
      await transaction
        .insertInto('source_health')
        .values(row)
        .onConflict(conflict => conflict.column('source').doUpdateSet(row))
        .execute();
    }
  });
  return statuses;
};

/** How every source fared that was ever collected, by name. */
export const sourceHealth = async ({ db }: Archive): Promise<readonly SourceHealth[]> => {
  const rows = await db.selectFrom('source_health').selectAll().orderBy('source').execute();
  return rows.map(row => ({ ...statusOf(row), checkedAt: row.checked_at }));
};

const healthRow = (status: SourceStatus, checkedAt: string): SourceHealthTable => ({
  source: status.name,
  status: status.status,
  items: status.items,
  reason: status.reason ?? null,
  code: status.code ?? null,
  since: status.since === undefined ? null : storedInstant(status.since),
  flaws: status.flaws === undefined ? null : JSON.stringify(status.flaws),
  checked_at: storedInstant(checkedAt),
});

const statusOf = ({ source, status, items, reason, code, since, flaws }: SourceHealthTable): SourceStatus => ({
  name: source,
  status,
  items,
  ...(reason !== null && { reason }),
  ...(code !== null && { code }),
  ...(since !== null && { since }),
  ...(flaws !== null && { flaws: readStored(feedFlaw.array(), flaws, `the flaws of ${source}`) }),
});
