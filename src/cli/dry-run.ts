/** `post --dry-run`: exactly what would go where and when, and how far it came. Nothing is posted and nothing kept. */
import type { Archive } from '../archive/archive.ts';
import { type DeliveryRecord, deliveryKey, getDelivery } from '../archive/deliveries.ts';
import { type PartRecord, partsOf, payloadOf, standingAmong } from '../archive/parts.ts';
import type { SavedSubscription } from '../archive/subscriptions.ts';
import type { Outcome, PartState } from '../archive/tables.ts';
import { cleanText } from '../chat/clean-text.ts';
import type { Message } from '../chat/message.ts';
import type { Part, Platform } from '../chat/platform.ts';
import { isOwed } from '../delivery/due.ts';
import { partsFor } from '../delivery/plan.ts';
import { deliveryOn, describeDelivery } from '../delivery/schedule.ts';
import { counted } from '../edition/counted.ts';
import type { Edition } from '../edition/edition.ts';
import type { DryRunFormat } from './formats.ts';
import { channelText, type PostSettings, whatToPost } from './post.ts';

export interface DryRunSettings extends PostSettings {
  readonly now: () => Date;
}

interface DescribedPart extends Part<unknown> {
  /** By which it is found again. */
  readonly key: string;
  readonly state: PartState;
}

interface Described {
  readonly subscription: SavedSubscription;
  readonly state: Outcome | 'begun' | 'planned' | 'waiting';
  readonly when: string;
  readonly parts: readonly DescribedPart[];
}

type Render = (message: Message) => readonly Part<unknown>[];

/** Each channel with its parts: by their first words, or whole as JSON. Throws UsageError where there is nothing to post. */
export const describePost = async (
  settings: DryRunSettings,
  date: string | undefined,
  format: DryRunFormat,
): Promise<string> => {
  const { edition, subscriptions } = await whatToPost(settings.archive, date);
  const renderers: Readonly<Record<Platform['name'], Render>> = {
    slack: (await import('../chat/slack/render.ts')).renderSlack,
    discord: (await import('../chat/discord/render.ts')).renderDiscord,
  };
  const described: Described[] = [];
  for (const subscription of subscriptions) {
    described.push(await describe(subscription, edition, renderers[subscription.platform], settings));
  }
  if (format === 'json')
    return `${JSON.stringify(
      described.map(one => documentOf(one, edition)),
      null,
      2,
    )}\n`;
  return `${edition.title}\n${described.map(textOf).join('')}`;
};

const describe = async (
  subscription: SavedSubscription,
  edition: Edition,
  render: Render,
  settings: DryRunSettings,
): Promise<Described> => {
  const { archive, now } = settings;
  const delivery = await getDelivery(archive, { ...subscription, edition: edition.date });
  const when = whenText({ subscription, delivery, edition, now: now() });
  if (delivery !== undefined) {
    const parts = await plannedParts(archive, delivery.key);
    return { subscription, state: stateOf(delivery, parts), when, parts };
  }
  const key = deliveryKey({ ...subscription, edition: edition.date });
  const parts = partsFor({ render }, subscription, edition, settings).map((part, ordinal) => ({
    ...part,
    key: `${key}/${ordinal}`,
    state: 'planned' as const,
  }));
  return { subscription, state: 'waiting', when, parts };
};

/** As they were planned, which an edition that was made anew since does not change. */
const plannedParts = async (archive: Archive, key: string): Promise<readonly DescribedPart[]> => {
  const described: DescribedPart[] = [];
  for (const { ordinal, place, state } of await partsOf(archive, key)) {
    const payload = await payloadOf(archive, { key, ordinal });
    described.push({ key: `${key}/${ordinal}`, place, state, payload });
  }
  return described;
};

const stateOf = ({ outcome }: DeliveryRecord, parts: readonly Pick<PartRecord, 'state'>[]): Described['state'] => {
  if (outcome !== undefined) return outcome;
  return parts.every(({ state }) => state === 'planned') ? 'planned' : 'begun';
};

const documentOf = ({ subscription, state, when, parts }: Described, { date }: Edition) => {
  const { platform, workspace, channel, suspension } = subscription;
  const suspended = suspension && { suspended: suspension };
  return { platform, workspace, channel, edition: date, state, when, ...suspended, parts };
};

const textOf = ({ subscription, state, when, parts }: Described): string => {
  const suspended = subscription.suspension === undefined ? '' : `, suspended: ${subscription.suspension.reason}`;
  const head = `${channelText(subscription)}: ${when}, ${amountText(state, parts)}${suspended}\n`;
  const isOver = state === 'posted' || state === 'superseded' || state === 'failed';
  return isOver ? head : `${head}${parts.map(partText).join('')}`;
};

const amountText = (state: Described['state'], parts: readonly DescribedPart[]): string => {
  if (parts.length === 0) return state === 'posted' ? 'too long ago to say what' : 'nothing, as it is a quiet day';
  return state === 'waiting' || state === 'planned'
    ? counted(parts.length, 'part')
    : `${standingAmong(parts)} of ${counted(parts.length, 'part')} posted`;
};

interface Occurrence {
  readonly subscription: SavedSubscription;
  readonly delivery: DeliveryRecord | undefined;
  readonly edition: Edition;
  readonly now: Date;
}

const whenText = ({ subscription, delivery, edition, now }: Occurrence): string => {
  const { timeZone } = subscription;
  const timeText = (instant: string) => `${describeDelivery({ instant }, timeZone)}, ${timeZone}`;
  switch (delivery?.outcome) {
    case 'posted':
      return `delivered on ${timeText(delivery.finishedAt ?? delivery.plannedAt)}`;
    case 'quiet':
      return `passed over on ${timeText(delivery.plannedAt)}`;
    case 'superseded':
      return 'left out for a newer edition';
    case 'failed':
      return 'given up';
    case undefined:
      break;
  }
  if (delivery?.retryAt !== undefined) return `goes on at ${timeText(delivery.retryAt)} (${delivery.problem})`;
  if (delivery !== undefined) return 'goes on now';
  const occasion = deliveryOn(subscription, edition.date);
  if (occasion === undefined) return 'not on one of its days';
  const time = timeText(occasion.instant);
  if (!isOwed(subscription, occasion)) return `not by itself, as it subscribed after ${time}`;
  return Date.parse(occasion.instant) <= now.getTime() ? `due since ${time}` : `on ${time}`;
};

/** Columns of a line that tells a part. */
const longestStart = 80;

const partText = ({ place, payload, state }: DescribedPart, index: number): string => {
  const words = cleanText(firstText(payload) ?? '');
  const start = words.length > longestStart ? `${words.slice(0, longestStart).trimEnd()} …` : words;
  const mark = state === 'planned' ? '' : ` (${state})`;
  return `  ${String(index + 1).padStart(3)}  ${place.padEnd(6)}  ${start}${mark}\n`;
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
