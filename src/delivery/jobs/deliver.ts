/** The job that brings a channel what is due to it. */
import { z } from 'zod';
import type { Platform } from '../../chat/platform.ts';
import { minute } from '../../edition/duration.ts';
import type { DeadLetter, JobKind, Jobs } from './jobs.ts';

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
  retries: 6,
  pause: { first: minute, longest: 30 * minute },
});

/** Deliveries that are dead letters, by the key of the channel and the edition. */
export const deadDeliveries = async (
  jobs: Pick<Jobs, 'deadLetters'>,
  platform: Platform['name'],
): Promise<ReadonlyMap<string, DeadLetter>> => {
  const letters = (await jobs.deadLetters()).filter(({ kind }) => kind === deliverKind(platform).name);
  return new Map(
    letters.flatMap(letter => {
      const { data } = deliverData.safeParse(letter.data);
      return (data?.editions ?? []).map(edition => [deadKey(letter.key, edition), letter] as const);
    }),
  );
};

/** @param channel As `channelKey` has it. */
export const deadKey = (channel: string, edition: string): string => `${edition} ${channel}`;
