/** How far the channels came with the editions: of all of them in two queries, as each minute asks. */
import type { Archive } from './archive.ts';
import { type DeliveryRecord, deliveryRecord } from './deliveries.ts';
import { channelKey, type SubscribedChannel, type Within } from './subscriptions.ts';

/** Dates of editions, `YYYY-MM-DD`, both included. */
export interface Dates {
  readonly from: string;
  readonly to: string;
}

export interface Unfinished extends DeliveryRecord {
  /** Whether its first message stands in the channel. */
  readonly hasBegun: boolean;
}

export interface Progress {
  /** The newest edition that was planned for the channel. */
  readonly newest?: string;
  /** What was planned for it and is not done with, oldest first. */
  readonly unfinished: readonly Unfinished[];
}

const none: Progress = { unfinished: [] };

/** Among the editions of `dates`, what each of the channels `within` has had and has begun. */
export const progressOf = async (
  { db }: Archive,
  dates: Dates,
  { workspaces, ...channel }: Within = {},
): Promise<(channel: SubscribedChannel) => Progress> => {
  const all = db
    .selectFrom('deliveries')
    .where('edition', '>=', dates.from)
    .where('edition', '<=', dates.to)
    .where(row => row.and(channel));
  const deliveries =
    workspaces === undefined
      ? all
      : all.where('workspace', '>=', workspaces.from).where('workspace', '<=', workspaces.to);
  const newest = await deliveries
    .select(['platform', 'workspace', 'channel'])
    .select(({ fn }) => fn.max('edition').as('newest'))
    .groupBy(['platform', 'workspace', 'channel'])
    .execute();
  const rows = await deliveries
    .selectAll()
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('parts')
          .select('parts.ordinal')
          .whereRef('parts.delivery', '=', 'deliveries.key')
          .where('parts.ordinal', '=', 0)
          .where('parts.state', '=', 'posted'),
      ).as('has_begun'),
    )
    .where('finished_at', 'is', null)
    .orderBy('edition')
    .execute();
  const records = rows.map(row => ({ ...deliveryRecord(row), hasBegun: Boolean(row.has_begun) }));
  const unfinished = Map.groupBy(records, channelKey);
  const progress = new Map(
    newest.map(row => [channelKey(row), { newest: row.newest, unfinished: unfinished.get(channelKey(row)) ?? [] }]),
  );
  return channel => progress.get(channelKey(channel)) ?? none;
};
