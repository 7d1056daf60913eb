/** What a process of `run` does of what there is to do. */
import type { ArchiveAddress } from '../edition/archive-address.ts';
import { UsageError } from './errors.ts';

/** `bot` answers people, `worker` makes editions and delivers them, `all` does both. */
export const roles = ['all', 'bot', 'worker'] as const;
export type Role = (typeof roles)[number];

/** Throws UsageError where the archive is a file: one process delivers from it, which is then to do all. */
export const checkRole = (role: Role, database: ArchiveAddress): void => {
  if (role === 'all' || 'postgresUrl' in database) return;
  throw new UsageError(
    `--role ${role} divides the work between processes, and the archive ${database.path} is for one. ` +
      'Leave --role out, or name a Postgres database in DATABASE_URL.',
  );
};
