/** What each channel gets of an edition, kept in the ledger before any of it is sent: rendered once for all that get the same. */
import type { Archive } from '../archive/archive.ts';
import { type Plan, planDeliveries } from '../archive/deliveries.ts';
import { getEdition } from '../archive/editions.ts';
import { editionThread, type ThreadOptions } from '../chat/edition-thread.ts';
import type { Part, Platform } from '../chat/platform.ts';
import type { Edition } from '../edition/edition.ts';
import type { Subscription } from '../edition/subscription.ts';
import { isLate, type Wanted } from './due.ts';
import { editionFor, isQuiet } from './tailor.ts';

/** How an edition is told. */
export interface Telling {
  readonly thread?: ThreadOptions;
  readonly now: () => Date;
}

export interface Planning extends Telling {
  readonly archive: Archive;
  /** Of all that are planned. */
  readonly platform: Pick<Platform, 'render'>;
}

/** The parts that a channel is to get of an edition: none on a day that has nothing for it, unless it wants to be told. */
export const partsFor = (
  { render }: Pick<Platform, 'render'>,
  subscription: Subscription,
  edition: Edition,
  { thread, now }: Telling,
): readonly Part<unknown>[] => {
  const own = editionFor(edition, subscription);
  if (isQuiet(own) && !subscription.tellsQuietDays) return [];
  return render(editionThread(own, { ...thread, isLate: isLate(subscription, edition.date, now().toISOString()) }));
};

/** Different messages that are in memory at a time, each of which may be for thousands of channels. */
const atATime = 100;

/** Plans those that were not planned before. An edition that is gone meanwhile is left out. Throws ArchiveError. */
export const planAll = async (wanted: readonly Wanted[], planning: Planning): Promise<void> => {
  const { archive, now } = planning;
  const unplanned = wanted.filter(({ delivery }) => delivery === undefined);
  for (const [date, ofEdition] of Map.groupBy(unplanned, ({ edition }) => edition)) {
    const edition = await getEdition(archive, date);
    if (edition === undefined) continue;
    const at = now().toISOString();
    const subscriptions = ofEdition.map(({ subscription }) => subscription);
    const alike = [...Map.groupBy(subscriptions, messageKeyFor(date, at)).values()];
    for (let done = 0; done < alike.length; done += atATime) {
      const plans = alike.slice(done, done + atATime).flatMap(channels => planFor(channels, edition, planning));
      await planDeliveries(archive, plans, at);
    }
  }
};

/** Channels with the same key get the same. */
const messageKeyFor = (edition: string, now: string) => {
  /** By zone, as to work out a date takes long. */
  const late = new Map<string, boolean>();
  return (subscription: Subscription): string => {
    const { themes, companies, tellsQuietDays, timeZone } = subscription;
    const isLateThere = late.get(timeZone) ?? isLate({ timeZone }, edition, now);
    late.set(timeZone, isLateThere);
    return JSON.stringify([themes.toSorted(), companies.toSorted(), tellsQuietDays, isLateThere]);
  };
};

const planFor = (channels: readonly Subscription[], edition: Edition, planning: Planning): readonly Plan[] => {
  const [first] = channels;
  if (first === undefined) return [];
  return [{ edition: edition.date, parts: partsFor(planning.platform, first, edition, planning), channels }];
};
