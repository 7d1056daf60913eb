/** What the ledger says in the end. */
import { sql } from 'kysely';
import type { Archive } from '../../src/archive/archive.ts';

export interface KeptDelivery {
  readonly key: string;
  readonly workspace: string;
  readonly outcome: string | null;
  readonly parts: number;
  /** Parts that stand in the channel. */
  readonly posted: number;
}

export const readLedger = async ({ db }: Archive): Promise<readonly KeptDelivery[]> => {
  const { rows } = await sql<KeptDelivery>`
    select key, workspace, outcome, count(*) as parts, count(*) filter (where state = 'posted') as posted
    from deliveries join parts on delivery = key
    group by key, workspace, outcome order by key`.execute(db);
  return rows;
};
