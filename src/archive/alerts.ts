/** What operators were told of: each once, whichever process tells it. */
import type { Archive } from './archive.ts';
import { storedInstant } from './stored.ts';

/** The keys of all that operators were told, or are just being told. */
export const toldAlerts = async ({ db }: Archive): Promise<ReadonlySet<string>> => {
  const rows = await db.selectFrom('alerts').select('key').execute();
  return new Set(rows.map(({ key }) => key));
};

/**
 * Notes that operators are told.
 * @param key Names what they are told, for ever.
 * @param at An instant.
 * @returns Whether that was still to be done: of all processes that ask, one is told so.
 */
export const markAlerted = async ({ db }: Archive, key: string, at: string): Promise<boolean> => {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('alerts')
    .values({ key, told_at: storedInstant(at) })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
};

/** Notes that operators could not be told, and are still to be. */
export const unmarkAlerted = async ({ db }: Archive, keys: readonly string[]): Promise<void> => {
  if (keys.length > 0) await db.deleteFrom('alerts').where('key', 'in', keys).execute();
};
