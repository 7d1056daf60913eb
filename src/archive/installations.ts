/**
 * Where the app is installed: a workspace each, with the tokens that it gave, encrypted. What they are is the platform's matter;
 * here they are one text. Whoever changes it says on which revision that is founded, as several processes may be about it.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Archive } from './archive.ts';
import { beginningOf, type SealingKeys, seal, unseal } from './sealed.ts';
import { storedInstant } from './stored.ts';
import type { InstallationsTable } from './tables.ts';

/** Of a platform, by its id. */
export type InstalledWorkspace = Pick<InstallationsTable, 'platform' | 'workspace'>;

export interface SavedInstallation extends InstalledWorkspace {
  /** What was saved, decrypted. */
  readonly secret: string;
  /** Differs once the secret was changed, or the app was installed anew. */
  readonly revision: number;
  /** ISO 8601 in UTC. */
  readonly installedAt: string;
}

/** An archive, and the keys to what it keeps secret. */
export interface SecretArchive {
  readonly archive: Archive;
  readonly keys: SealingKeys;
}

/** What a secret is tied to. */
const ownerOf = ({ platform, workspace }: InstalledWorkspace): string =>
  `the ${platform === 'slack' ? 'Slack' : platform} workspace ${workspace}`;

/**
 * Keeps that the app was installed in a workspace, in place of what was kept of it before.
 * @param at An instant.
 */
export const saveInstallation = async (
  { archive, keys }: SecretArchive,
  { platform, workspace }: InstalledWorkspace,
  secret: string,
  at: string,
): Promise<void> => {
  const content = {
    installation: seal(secret, keys, ownerOf({ platform, workspace })),
    installed_at: storedInstant(at),
    changed_at: storedInstant(at),
    refreshing_until: null,
  };
  await archive.db
    .insertInto('installations')
    .values({ platform, workspace, revision: 1, ...content })
    .onConflict(conflict =>
      conflict
        .columns(['platform', 'workspace'])
        .doUpdateSet({ ...content, revision: sql`installations.revision + 1` }),
    )
    .execute();
};

/**
 * What is kept of a workspace; undefined where the app is not installed. What an older key encrypted is encrypted anew.
 * @throws ArchiveError `wrong-key`, `corrupt`.
 */
export const getInstallation = async (
  { archive, keys }: SecretArchive,
  { platform, workspace }: InstalledWorkspace,
): Promise<SavedInstallation | undefined> => {
  const row = await rowOf(archive, { platform, workspace }).executeTakeFirst();
  if (row === undefined) return undefined;
  const { text, isByFirstKey } = unseal(row.installation, keys, ownerOf(row));
  if (!isByFirstKey) {
    await archive.db
      .updateTable('installations')
      .set({ installation: seal(text, keys, ownerOf(row)) })
      .where(here => here.and({ platform, workspace, installation: row.installation }))
      .execute();
  }
  return { platform, workspace, secret: text, revision: row.revision, installedAt: row.installed_at };
};

const rowOf = ({ db }: Archive, { platform, workspace }: InstalledWorkspace) =>
  db
    .selectFrom('installations')
    .selectAll()
    .where(here => here.and({ platform, workspace }));

/**
 * Keeps another secret in place of that of a revision.
 * @param at An instant.
 * @returns Whether it did; not where another change, or a removal, came first.
 */
export const changeInstallation = async (
  { archive, keys }: SecretArchive,
  { platform, workspace, revision }: SavedInstallation,
  secret: string,
  at: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await archive.db
    .updateTable('installations')
    .set({
      installation: seal(secret, keys, ownerOf({ platform, workspace })),
      revision: revision + 1,
      changed_at: storedInstant(at),
      refreshing_until: null,
    })
    .where(here => here.and({ platform, workspace, revision }))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
};

/** Removes what was kept of a workspace, where that is still of this revision; whether it did. */
export const removeInstallation = async (
  { db }: Archive,
  { platform, workspace, revision }: Pick<SavedInstallation, 'platform' | 'workspace' | 'revision'>,
): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('installations')
    .where(here => here.and({ platform, workspace, revision }))
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
};

/**
 * Takes it upon this process to have the tokens of a revision renewed, which the platform does once for each: true for one
 * process at a time, and for so many milliseconds at most, as it may die over it.
 */
export const beginRefreshing = async (
  { db, engine }: Archive,
  { platform, workspace, revision }: SavedInstallation,
  within: number,
): Promise<boolean> => {
  const lapse: RawBuilder<number> = sql`${engine.clock} + ${within}`;
  const { numUpdatedRows } = await db
    .updateTable('installations')
    .set({ refreshing_until: lapse })
    .where(here => here.and({ platform, workspace, revision }))
    .where(here => here.or([here('refreshing_until', 'is', null), here('refreshing_until', '<', engine.clock)]))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
};

/** Lets another have the tokens of a revision renewed, as it failed here. */
export const endRefreshing = async (
  { db }: Archive,
  { platform, workspace, revision }: SavedInstallation,
): Promise<void> => {
  await db
    .updateTable('installations')
    .set({ refreshing_until: null })
    .where(here => here.and({ platform, workspace, revision }))
    .execute();
};

/** The workspaces of a platform in which the app is installed, the first installed first. */
export const installedWorkspaces = async (
  { db }: Archive,
  platform: InstalledWorkspace['platform'],
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('installations')
    .select('workspace')
    .where('platform', '=', platform)
    .orderBy('installed_at')
    .orderBy('workspace')
    .execute();
  return rows.map(({ workspace }) => workspace);
};

/** Encrypts with the first key whatever an older one encrypted. Throws ArchiveError `wrong-key`, `corrupt`. */
export const encryptAnew = async (secrets: SecretArchive): Promise<void> => {
  const rows = await secrets.archive.db
    .selectFrom('installations')
    .select(['platform', 'workspace'])
    .where('installation', 'not like', `${beginningOf(secrets.keys)}%`)
    .execute();
  for (const row of rows) await getInstallation(secrets, row);
};

/**
 * Sees whether the keys open everything that is kept, and changes nothing.
 * @throws ArchiveError `wrong-key`, `corrupt`.
 */
export const checkKeys = async ({ archive, keys }: SecretArchive): Promise<void> => {
  const rows = await archive.db
    .selectFrom('installations')
    .select(['platform', 'workspace', 'installation'])
    .orderBy('platform')
    .orderBy('workspace')
    .execute();
  for (const row of rows) unseal(row.installation, keys, ownerOf(row));
};
