/** Which of the items that a feed lists are known, and under which addresses. */
import { type Kysely, sql } from 'kysely';
import type { FeedItem } from '../edition/item.ts';
import type { ItemsTable, Tables } from './tables.ts';

export type KnownRow = Pick<ItemsTable, 'source' | 'feed_id' | 'url' | 'moved_to' | 'appeared' | 'item'>;

/** The addresses under which it was listed. */
export const addressesOf = ({ url, moved_to }: KnownRow): readonly string[] =>
  [url, moved_to].filter(one => one !== null);

/** An item of a list, and its canonical address; null where it has none. */
interface Listed {
  readonly item: FeedItem;
  readonly url: string | null;
}

/** The rows that have the id of a listed item, in `source`, or whose story has the address of one, in any. */
export const knownAmong = (
  db: Kysely<Tables>,
  source: string,
  listed: readonly Listed[],
): Promise<readonly KnownRow[]> => {
  const ids = listed.map(({ item }) => item.id);
  const urls = listed.flatMap(({ url }) => url ?? []);
  return (
    db
      .selectFrom('items')
      .select(['source', 'feed_id', 'url', 'moved_to', 'appeared', 'item'])
      .where(row => {
        const own = row.and([row('source', '=', source), row('feed_id', 'in', ids)]);
        const moved = row.selectFrom('items as moved').select('moved.url').where('moved.moved_to', 'in', urls);
        return urls.length === 0
          ? own
          : row.or([own, row('url', 'in', urls), row('moved_to', 'in', urls), row('url', 'in', moved)]);
      })
      // Where one source told a story without a date and another with one, the latter's row comes last and counts.
      .orderBy(sql`appeared is not null`)
      .execute()
  );
};
