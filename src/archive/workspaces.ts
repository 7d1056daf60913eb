/** The channels of a platform in pages, by their workspaces, so that no more of them are in memory than are looked at. */
import type { Archive } from './archive.ts';
import type { SubscribedChannel, WorkspaceRange } from './subscriptions.ts';

/** Ranges that have so many subscribed channels at most, or one workspace that has more. */
export const workspacePages = async (
  { db }: Archive,
  platform: SubscribedChannel['platform'],
  most: number,
): Promise<readonly WorkspaceRange[]> => {
  const workspaces = await db
    .selectFrom('subscriptions')
    .select('workspace')
    .select(({ fn }) => fn.countAll<number>().as('channels'))
    .where('platform', '=', platform)
    .groupBy('workspace')
    .orderBy('workspace')
    .execute();
  const pages: WorkspaceRange[] = [];
  let room = 0;
  for (const { workspace, channels } of workspaces) {
    const last = room >= channels ? pages.pop() : undefined;
    room = (last === undefined ? most : room) - channels;
    pages.push({ from: last?.from ?? workspace, to: workspace });
  }
  return pages;
};
