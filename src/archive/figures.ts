/** What the archive holds, in figures for those who watch over it. */
import type { Subscription } from '../edition/subscription.ts';
import type { Archive } from './archive.ts';

export interface Figures {
  /** Channels that are subscribed, by platform; absent where there are none. */
  readonly subscriptions: ReadonlyMap<Subscription['platform'], number>;
  /** The newest edition: when it was made and when its first part was posted, ISO 8601 in UTC. Absent where there is none. */
  readonly newest?: { readonly builtAt: string; readonly postedAt?: string };
}

/** Throws ArchiveError. */
export const figures = async ({ db }: Archive): Promise<Figures> => {
  const counts = await db
    .selectFrom('subscriptions')
    .select('platform')
    .select(({ fn }) => fn.countAll<number>().as('channels'))
    .groupBy('platform')
    .execute();
  const newest = await db
    .selectFrom('editions')
    .select(['built_at', 'posted_at'])
    .orderBy('date', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    subscriptions: new Map(counts.map(({ platform, channels }) => [platform, Number(channels)])),
    ...(newest && {
      newest: { builtAt: newest.built_at, ...(newest.posted_at !== null && { postedAt: newest.posted_at }) },
    }),
  };
};
