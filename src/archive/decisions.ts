/** Why each article is where it is in an edition, or is not: kept with the edition, and gone with it. */
import type { Kysely } from 'kysely';
import { canonicalUrl } from '../edition/story.ts';
import { type Decision, decision as decisionSchema } from '../editor/decisions.ts';
import type { Archive } from './archive.ts';
import { inBatches } from './batches.ts';
import { readStored } from './stored.ts';
import type { DecisionsTable, Tables } from './tables.ts';

/** A decision, and the date of the edition for which it was taken. */
export interface KeptDecision {
  /** `YYYY-MM-DD`. */
  readonly edition: string;
  readonly decision: Decision;
}

/**
 * Keeps the decisions behind the edition of `date`, in their order. It belongs into the transaction that saves the edition.
 * @throws ZodError where one is no decision, which could not be read again.
 */
export const insertDecisions = async (
  db: Kysely<Tables>,
  date: string,
  decisions: readonly Decision[],
): Promise<void> => {
  const rows = decisions.map((decision, place) => ({
    edition: date,
    place,
    url: canonicalUrl(decision.url),
    decision: JSON.stringify(decisionSchema.parse(decision)),
  }));
  for (const batch of inBatches(rows)) await db.insertInto('decisions').values(batch).execute();
};

/**
 * The decisions behind the edition of `date`, in its order; none where nobody kept them.
 * @throws ArchiveError `corrupt`.
 */
export const decisionsOf = async ({ db }: Archive, date: string): Promise<readonly Decision[]> => {
  const rows = await db
    .selectFrom('decisions')
    .select(['edition', 'decision'])
    .where('edition', '=', date)
    .orderBy('place')
    .execute();
  return rows.map(row => keptDecision(row).decision);
};

/**
 * What was decided on the article at `url`, however that is spelt: in which editions, newest first.
 * @throws ArchiveError `corrupt`.
 */
export const decisionsAbout = async ({ db }: Archive, url: string): Promise<readonly KeptDecision[]> => {
  const rows = await db
    .selectFrom('decisions')
    .select(['edition', 'decision'])
    .where('url', '=', canonicalUrl(url))
    .orderBy('edition', 'desc')
    .orderBy('place')
    .execute();
  return rows.map(keptDecision);
};

const keptDecision = ({ edition, decision }: Pick<DecisionsTable, 'edition' | 'decision'>): KeptDecision => ({
  edition,
  decision: readStored(decisionSchema, decision, `the decisions behind the edition of ${edition}`),
});
