/** What each channel gets of an edition, kept in the ledger before any of it is sent: rendered once for all that get the same. */
import type { Archive } from '../archive/archive.ts';
import { planDeliveries } from '../archive/deliveries.ts';
import { getEdition } from '../archive/editions.ts';
import type { SubscribedChannel } from '../archive/subscriptions.ts';
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

/** Different messages that are in memory at a time, and channels that get theirs planned in one step. */
const messagesAtATime = 100;
const channelsAtATime = 500;

/** What is to be planned: of channels that get the same no more than their names is kept in memory. */
export interface ToPlan {
  add(wanted: Wanted): void;
  /** Plans it. An edition that is gone meanwhile is left out. Throws ArchiveError. */
  plan(): Promise<void>;
}

interface Alike {
  /** One of them. */
  readonly subscription: Subscription;
  readonly channels: SubscribedChannel[];
}

/** Plans those that were not planned before. An edition that is gone meanwhile is left out. Throws ArchiveError. */
export const planAll = async (wanted: readonly Wanted[], planning: Planning): Promise<void> => {
  const all = toPlan(planning);
  for (const one of wanted) if (one.delivery === undefined) all.add(one);
  await all.plan();
};

export const toPlan = (planning: Planning): ToPlan => {
  const { archive, now } = planning;
  const at = now().toISOString();
  const keyOf = messageKeys(at);
  /** By edition, and by what is sent. */
  const editions = new Map<string, Map<string, Alike>>();
  return {
    add: ({ subscription, edition }) => {
      const messages = editions.get(edition) ?? new Map<string, Alike>();
      editions.set(edition, messages);
      const key = keyOf(subscription, edition);
      const alike = messages.get(key) ?? { subscription, channels: [] };
      messages.set(key, alike);
      const { platform, workspace, channel } = subscription;
      alike.channels.push({ platform, workspace, channel });
    },
    plan: async () => {
      for (const [date, messages] of editions) {
        const edition = await getEdition(archive, date);
        if (edition === undefined) continue;
        const partsOf = renderedOnce(message => partsFor(planning.platform, message.subscription, edition, planning));
        for (const step of steps([...messages.values()])) {
          const plans = step.map(({ message, channels }) => ({ edition: date, parts: partsOf(message), channels }));
          await planDeliveries(archive, plans, at);
        }
      }
    },
  };
};

/** Channels that get the same message. */
interface Portion {
  readonly message: Alike;
  readonly channels: readonly SubscribedChannel[];
}

/** What is planned in one step each. The channels of a message follow each other. */
function* steps(messages: readonly Alike[]): Generator<readonly Portion[]> {
  let step: Portion[] = [];
  let count = 0;
  for (const message of messages) {
    for (let done = 0; done < message.channels.length; done += channelsAtATime) {
      const channels = message.channels.slice(done, done + channelsAtATime);
      if (step.length === messagesAtATime || (step.length > 0 && count + channels.length > channelsAtATime)) {
        yield step;
        [step, count] = [[], 0];
      }
      step.push({ message, channels });
      count += channels.length;
    }
  }
  if (step.length > 0) yield step;
}

/** Keeps what was rendered last: the next channels may get the same. */
const renderedOnce = <Parts>(render: (message: Alike) => Parts): ((message: Alike) => Parts) => {
  let last: { readonly message: Alike; readonly parts: Parts } | undefined;
  return message => {
    if (last?.message !== message) last = { message, parts: render(message) };
    return last.parts;
  };
};

/** Channels with the same key get the same of an edition. */
const messageKeys = (now: string) => {
  /** By edition and zone, as to work out a date takes long. */
  const late = new Map<string, boolean>();
  return (subscription: Subscription, edition: string): string => {
    const { themes, companies, tellsQuietDays, timeZone } = subscription;
    const place = `${edition} ${timeZone}`;
    const isLateThere = late.get(place) ?? isLate({ timeZone }, edition, now);
    late.set(place, isLateThere);
    return JSON.stringify([themes.toSorted(), companies.toSorted(), tellsQuietDays, isLateThere]);
  };
};
