/** The commands of buttons, for platforms whose buttons carry less than a command: the button carries a key, after a restart too. */
import { createHash } from 'node:crypto';
import { day } from '../edition/duration.ts';
import type { Archive } from './archive.ts';
import { storedInstant } from './stored.ts';

/** A button older than this is asked for again. */
const keptFor = 365 * day;

/** The key of a command: 22 letters, digits, `-` and `_`, which follow from the command alone. */
export const commandKey = (command: string): string =>
  createHash('sha256').update(command).digest('base64url').slice(0, 22);

/**
 * Keeps `command` under `commandKey(command)` for a year from `at`, an instant.
 * @returns The key.
 */
export const keepCommand = async ({ db }: Archive, command: string, at: string): Promise<string> => {
  const key = commandKey(command);
  const kept_at = storedInstant(at);
  await db.transaction().execute(async transaction => {
    await transaction
      .deleteFrom('kept_commands')
      .where('kept_at', '<', new Date(Date.parse(at) - keptFor).toISOString())
      .execute();
    await transaction
      .insertInto('kept_commands')
      .values({ key, command, kept_at })
      .onConflict(conflict => conflict.column('key').doUpdateSet({ kept_at }))
      .execute();
  });
  return key;
};

/** The command that was kept under `key`; undefined where there is none, or no longer. */
export const keptCommand = async ({ db }: Archive, key: string): Promise<string | undefined> => {
  const row = await db.selectFrom('kept_commands').select('command').where('key', '=', key).executeTakeFirst();
  return row?.command;
};
