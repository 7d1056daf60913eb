/** The job that brings what is due to the channels. One that fails stops no other. */
import type { Logger } from 'pino';
import type { Archive } from '../../archive/archive.ts';
import { ArchiveError } from '../../archive/archive-error.ts';
import { deliveryKey, postponeDelivery } from '../../archive/deliveries.ts';
import { getEdition } from '../../archive/editions.ts';
import type { ThreadOptions } from '../../chat/edition-thread.ts';
import { type Platform, PlatformError } from '../../chat/platform.ts';
import type { Edition } from '../../edition/edition.ts';
import { type DueDelivery, dueDeliveries } from '../due.ts';
import type { Deliver } from '../one-at-a-time.ts';

export interface DeliverJob {
  readonly archive: Archive;
  readonly platform: Platform;
  readonly deliver: Deliver;
  readonly thread?: ThreadOptions;
  readonly now: () => Date;
  readonly logger: Logger;
  /** Once it is aborted, no part is begun any more. */
  readonly stopping?: AbortSignal;
}

/** How long a delivery waits after a failure where the platform does not say, in milliseconds. */
const pauseAfterFailure = 10 * 60_000;

/** Delivers what is due on the platform, to one channel after the other. Throws ArchiveError. */
export const deliverDue = async (job: DeliverJob): Promise<void> => {
  const due = await dueDeliveries(job.archive, job.now().toISOString());
  await deliverAll(
    due.filter(({ subscription }) => subscription.platform === job.platform.name),
    job,
  );
};

export interface Outcome {
  readonly due: DueDelivery;
  /** Absent where all is sent. */
  readonly error?: Error;
}

/** Delivers to one channel after the other, and keeps when one that failed is tried again. Throws ArchiveError. */
export const deliverAll = async (due: readonly DueDelivery[], job: DeliverJob): Promise<readonly Outcome[]> => {
  const editions = new Map<string, Edition | undefined>();
  const outcomes: Outcome[] = [];
  for (const one of due) {
    if (job.stopping?.aborted) break;
    if (!editions.has(one.edition)) editions.set(one.edition, await getEdition(job.archive, one.edition));
    const edition = editions.get(one.edition);
    if (edition) outcomes.push(await deliverOne(one, edition, job));
  }
  return outcomes;
};

const deliverOne = async (due: DueDelivery, edition: Edition, job: DeliverJob): Promise<Outcome> => {
  const { archive, platform, now, logger } = job;
  const { workspace, channel } = due.subscription;
  const where = { platform: platform.name, workspace, channel, edition: edition.date };
  try {
    const isDone = await job.deliver({ ...job, edition, subscription: due.subscription });
    if (isDone) logger.info(where, 'Delivered.');
    return { due };
  } catch (error) {
    if (error instanceof ArchiveError || !(error instanceof Error)) throw error;
    const wait = (error instanceof PlatformError ? error.retryAfter : undefined) ?? pauseAfterFailure;
    const retryAt = new Date(now().getTime() + wait).toISOString();
    await postponeDelivery(archive, deliveryKey(where), { problem: error.message, retryAt });
    logger.warn({ ...where, retryAt, err: error }, 'Not delivered; it is tried again.');
    return { due, error };
  }
};
