/** The loopback Slack and Discord with their channels, and the archive of a bot that all of these subscribed to. */
import { join } from 'node:path';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { saveSubscription } from '../../src/archive/subscriptions.ts';
import type { Clock } from '../../src/delivery/clock.ts';
import type { ArchiveAddress } from '../../src/edition/archive-address.ts';
import { emptyFolder } from '../cli/digest.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { createDatabase, type PostgresServer, startPostgres } from '../postgres/server.ts';
import { type Chats, startChats } from './chats.ts';

export interface Stage extends Chats {
  readonly archive: Archive;
  readonly address: ArchiveAddress;
  /** Where the archive is, if it is on a server. */
  readonly postgres: PostgresServer | undefined;
  /** For what is written beside. */
  readonly folder: string;
  close(): Promise<void>;
}

const longAgo = '2026-01-01T00:00:00Z';

export interface StageOptions {
  readonly engine: 'sqlite' | 'postgres';
  /** Half of them are of Slack. */
  readonly channels: number;
}

/** @param clock What time it is on the platforms. */
export const startStage = async ({ engine, channels }: StageOptions, clock: Clock): Promise<Stage> => {
  const chats = await startChats({ channels, clock });
  const folder = emptyFolder();
  const postgres = engine === 'postgres' ? await startPostgres() : undefined;
  const address =
    postgres === undefined ? { path: join(folder, 'archive.db') } : { postgresUrl: await createDatabase(postgres.url) };
  const archive = await openArchive(address);
  for (const { platform, workspace, channel } of chats.places) {
    const subscription = aSubscription({ platform, workspace, channel, at: '00:00', timeZone: 'UTC' });
    await saveSubscription(archive, subscription, longAgo);
  }
  return {
    ...chats,
    archive,
    address,
    postgres,
    folder,
    close: async () => {
      await Promise.all([archive.close(), chats.close()]);
      await postgres?.close();
    },
  };
};
