/** `post`: an edition to every subscribed channel that has not got it, now; or what that would be. */
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import { type DeliveryRecord, getDelivery } from '../archive/deliveries.ts';
import { getEdition, latestEdition } from '../archive/editions.ts';
import { listSubscriptions, type SavedSubscription } from '../archive/subscriptions.ts';
import { cleanText } from '../chat/clean-text.ts';
import type { ThreadOptions } from '../chat/edition-thread.ts';
import type { Message } from '../chat/message.ts';
import type { Part, Platform } from '../chat/platform.ts';
import { partsFor } from '../delivery/deliver.ts';
import { isOwed } from '../delivery/due.ts';
import { deliverAll } from '../delivery/jobs/deliver.ts';
import { oneAtATime } from '../delivery/one-at-a-time.ts';
import { deliveryOn, describeDelivery } from '../delivery/schedule.ts';
import { counted } from '../edition/counted.ts';
import type { Edition } from '../edition/edition.ts';
import { checkDate } from './check-date.ts';
import { DeliveryError, UsageError } from './errors.ts';
import { platformTerms } from './platform-terms.ts';

export interface PostSettings {
  readonly archive: Archive;
  readonly thread: ThreadOptions;
  readonly now: () => Date;
}

interface Post {
  readonly edition: Edition;
  readonly subscriptions: readonly SavedSubscription[];
}

type Render = (message: Message) => readonly Part<unknown>[];

/** What would go where and when: each channel, and each of its parts by its first words. Throws UsageError where there is nothing to post. */
export const describePost = async (settings: PostSettings, date: string | undefined): Promise<string> => {
  const { edition, subscriptions } = await whatToPost(settings, date);
  const renderers: Readonly<Record<Platform['name'], Render>> = {
    slack: (await import('../chat/slack/render.ts')).renderSlack,
    discord: (await import('../chat/discord/render.ts')).renderDiscord,
  };
  const described = subscriptions.map(async subscription => {
    const delivery = await getDelivery(settings.archive, { ...subscription, edition: edition.date });
    const when = whenText({ subscription, delivery, edition, now: settings.now() });
    const parts = partsFor({ render: renderers[subscription.platform] }, subscription, edition, settings.thread);
    if (delivery?.finishedAt !== undefined) return `${channelText(subscription)}: ${when}\n`;
    const what = parts.length === 0 ? 'nothing, as it is a quiet day' : counted(parts.length, 'part');
    return `${channelText(subscription)}: ${when}, ${what}\n${parts.map(partText).join('')}`;
  });
  return `${edition.title}\n${(await Promise.all(described)).join('')}`;
};

/**
 * Posts what the channels have not got. Returns what was done.
 * @throws UsageError where there is nothing to post, DeliveryError where a channel could not be reached.
 */
export const postEdition = async (
  settings: PostSettings & { readonly platforms: readonly Platform[]; readonly logger: Logger },
  date: string | undefined,
): Promise<string> => {
  const { edition, subscriptions } = await whatToPost(settings, date);
  const job = { ...settings, deliver: oneAtATime() };
  const outcomes = await Promise.all(
    settings.platforms.map(platform =>
      deliverAll(
        subscriptions
          .filter(subscription => subscription.platform === platform.name)
          .map(subscription => ({ subscription, edition: edition.date })),
        { ...job, platform },
      ),
    ),
  );
  const all = outcomes.flat();
  const failed = all.filter(({ error }) => error !== undefined);
  const unset = subscriptions.filter(({ platform }) => !settings.platforms.some(({ name }) => name === platform));
  const done = `The edition of ${edition.date} stands in ${counted(all.length - failed.length, 'channel')}.`;
  const problems = [
    ...failed.map(({ due, error }) => `${channelText(due.subscription)}: ${error?.message}`),
    ...unset.map(one => `${channelText(one)}: ${platformTerms[one.platform].setting} is not set.`),
  ];
  if (problems.length > 0) throw new DeliveryError(`${done} Not in:\n${problems.join('\n')}`);
  return `${done}\n`;
};

const whatToPost = async ({ archive }: PostSettings, date: string | undefined): Promise<Post> => {
  if (date !== undefined) checkDate(date);
  const edition = date === undefined ? await latestEdition(archive) : await getEdition(archive, date);
  if (edition === undefined) {
    throw new UsageError(
      `There is no edition${date === undefined ? '' : ` of ${date}`}. Make it first with \`build\`.`,
    );
  }
  const subscriptions = await listSubscriptions(archive);
  if (subscriptions.length === 0) {
    throw new UsageError('No channel is subscribed. Type /digest subscribe in one, while `npm start` runs.');
  }
  return { edition, subscriptions };
};

const channelText = ({ platform, workspace, channel }: SavedSubscription): string =>
  `${platform} ${channel} (in ${workspace})`;

interface Occurrence {
  readonly subscription: SavedSubscription;
  readonly delivery: DeliveryRecord | undefined;
  readonly edition: Edition;
  readonly now: Date;
}

const whenText = ({ subscription, delivery, edition, now }: Occurrence): string => {
  if (delivery?.finishedAt !== undefined) return 'delivered';
  if (delivery !== undefined) return 'begun';
  const occasion = deliveryOn(subscription, edition.date);
  if (occasion === undefined) return 'not on one of its days';
  const time = `${describeDelivery(occasion, subscription.timeZone)}, ${subscription.timeZone}`;
  if (!isOwed(subscription, occasion)) return `not by itself, as it subscribed after ${time}`;
  return Date.parse(occasion.instant) <= now.getTime() ? `due since ${time}` : `on ${time}`;
};

/** Columns of a line that tells a part. */
const longestStart = 80;

const partText = ({ place, payload }: Part<unknown>, index: number): string => {
  const words = cleanText(firstText(payload) ?? '');
  const start = words.length > longestStart ? `${words.slice(0, longestStart).trimEnd()} …` : words;
  return `  ${String(index + 1).padStart(3)}  ${place.padEnd(6)}  ${start}\n`;
};

/** The first text of a payload, whatever the platform calls it. */
const firstText = (payload: unknown): string | undefined => {
  if (typeof payload !== 'object' || payload === null) return undefined;
  for (const [name, value] of Object.entries(payload)) {
    const isText = typeof value === 'string' && (name === 'text' || name === 'content') && value !== '';
    const found = isText ? value : firstText(value);
    if (found !== undefined) return found;
  }
  return undefined;
};
