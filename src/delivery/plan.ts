/** What each channel gets of an edition, kept in the ledger before any of it is sent: rendered once for all that get the same. */
import type { Archive } from '../archive/archive.ts';
import { type DeliveryRecord, type Plan, planDeliveries } from '../archive/deliveries.ts';
import { getEdition } from '../archive/editions.ts';
import { editionThread, type ThreadOptions } from '../chat/edition-thread.ts';
import type { Part, Platform } from '../chat/platform.ts';
import type { Edition } from '../edition/edition.ts';
import type { Subscription } from '../edition/subscription.ts';
import { editionFor, isQuiet } from './tailor.ts';

export interface Planning {
  readonly archive: Archive;
  /** Of all that are planned. */
  readonly platform: Pick<Platform, 'render'>;
  readonly thread?: ThreadOptions;
  readonly now: () => Date;
}

/** An edition that a channel is to get. */
export interface Wanted {
  readonly subscription: Subscription;
  /** Date of the edition, `YYYY-MM-DD`. */
  readonly edition: string;
  /** Absent until it is planned. */
  readonly delivery?: DeliveryRecord;
}

/** The parts that a channel is to get of an edition: none on a day that has nothing for it, unless it wants to be told. */
export const partsFor = (
  { render }: Pick<Platform, 'render'>,
  subscription: Subscription,
  edition: Edition,
  thread: ThreadOptions = {},
): readonly Part<unknown>[] => {
  const own = editionFor(edition, subscription);
  return isQuiet(own) && !subscription.tellsQuietDays ? [] : render(editionThread(own, thread));
};

/** Plans those that were not planned before. An edition that is gone meanwhile is left out. Throws ArchiveError. */
export const planAll = async (wanted: readonly Wanted[], planning: Planning): Promise<void> => {
  const unplanned = wanted.filter(({ delivery }) => delivery === undefined);
  for (const [date, ofEdition] of Map.groupBy(unplanned, ({ edition }) => edition)) {
    const edition = await getEdition(planning.archive, date);
    if (edition === undefined) continue;
    const subscriptions = ofEdition.map(({ subscription }) => subscription);
    const alike = [...Map.groupBy(subscriptions, wishKey).values()];
    const plans = alike.flatMap(channels => planFor(channels, edition, planning));
    await planDeliveries(planning.archive, plans, planning.now().toISOString());
  }
};

/** Channels with the same wishes get the same. */
const wishKey = ({ themes, companies, tellsQuietDays }: Subscription): string =>
  JSON.stringify([themes.toSorted(), companies.toSorted(), tellsQuietDays]);

const planFor = (
  channels: readonly Subscription[],
  edition: Edition,
  { platform, thread }: Planning,
): readonly Plan[] => {
  const [first] = channels;
  if (first === undefined) return [];
  return [{ edition: edition.date, parts: partsFor(platform, first, edition, thread), channels }];
};
