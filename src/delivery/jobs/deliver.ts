/** The job that brings a channel what is due to it. */
import { z } from 'zod';
import type { Platform } from '../../chat/platform.ts';
import { minute, second } from '../../edition/duration.ts';
import type { JobKind, Jobs } from './jobs.ts';

const deliverData = z.object({
  workspace: z.string(),
  channel: z.string(),
  /** Dates of the editions, `YYYY-MM-DD`, in the order in which they are brought. */
  editions: z.array(z.string()),
});
export type DeliverData = z.infer<typeof deliverData>;

/**
 * Of a platform, as not every process posts on all of them; its key is the channel's. The ledger says when a delivery is tried
 * again with which something is wrong outside: only a fault of ours makes the job fail.
 */
export const deliverKind = (platform: Platform['name']): JobKind<DeliverData> => ({
  name: `deliver-${platform}`,
  data: deliverData,
  retries: 9,
  // Where a process died amid it, another is to go on soon.
  pause: { first: 5 * second, longest: 30 * minute },
});

/** An edition that failed for good on its way to a channel. */
interface DeadDelivery {
  /** As `channelKey` has it. */
  readonly channel: string;
  readonly edition: string;
  readonly reason: string;
}

export const deadDeliveries = async (
  jobs: Pick<Jobs, 'deadLetters'>,
  platform: Platform['name'],
): Promise<readonly DeadDelivery[]> => {
  const letters = (await jobs.deadLetters()).filter(({ kind }) => kind === deliverKind(platform).name);
  return letters.flatMap(({ key: channel, data, reason }) =>
    (deliverData.safeParse(data).data?.editions ?? []).map(edition => ({ channel, edition, reason })),
  );
};
