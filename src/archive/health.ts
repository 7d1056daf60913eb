/** How each source fared last, and since when it fails. */
import type { SourceStatus } from '../edition/source.ts';
import type { Archive } from './archive.ts';
import { storedInstant } from './instant.ts';
import type { SourceHealthTable } from './tables.ts';

export interface SourceHealth extends SourceStatus {
  /** When it was last collected, ISO 8601 in UTC. */
  readonly checkedAt: string;
}

/**
 * Records how sources fared at `checkedAt`, an instant.
 * @returns The same, each failure with the instant of the first of its run.
 */
export const recordHealth = (
  { db }: Archive,
  statuses: readonly SourceStatus[],
  checkedAt: string,
): Promise<readonly SourceStatus[]> =>
  db.transaction().execute(async transaction => {
    const before = await transaction.selectFrom('source_health').select(['source', 'since']).execute();
    const failingSince = new Map(before.map(({ source, since }) => [source, since]));
    const recorded: SourceStatus[] = [];
    for (const status of statuses) {
      const row = healthRow(status, failingSince.get(status.name) ?? undefined, checkedAt);
      await transaction
        .insertInto('source_health')
        .values(row)
        .onConflict(conflict => conflict.column('source').doUpdateSet(row))
        .execute();
      recorded.push(statusOf(row));
    }
    return recorded;
  });

/** How every source fared that was ever collected, by name. */
export const sourceHealth = async ({ db }: Archive): Promise<readonly SourceHealth[]> => {
  const rows = await db.selectFrom('source_health').selectAll().orderBy('source').execute();
  return rows.map(row => ({ ...statusOf(row), checkedAt: row.checked_at }));
};

const healthRow = (status: SourceStatus, failingSince: string | undefined, checkedAt: string): SourceHealthTable => ({
  source: status.name,
  status: status.status,
  items: status.items,
  reason: status.reason ?? null,
  code: status.code ?? null,
  since: status.status === 'failed' ? (failingSince ?? storedInstant(status.since ?? checkedAt)) : null,
  checked_at: storedInstant(checkedAt),
});

const statusOf = ({ source, status, items, reason, code, since }: SourceHealthTable): SourceStatus => ({
  name: source,
  status,
  items,
  ...(reason !== null && { reason }),
  ...(code !== null && { code }),
  ...(since !== null && { since }),
});
