/** What a channel got, what is in hand for it and what is wrong there, in the words of a person. */
import { type DeliveryRecord, deliveriesTo } from '../src/archive/deliveries.ts';
import { type PartRecord, partsOf, standingAmong } from '../src/archive/parts.ts';
import type { SavedSubscription, SubscribedChannel, Suspension } from '../src/archive/subscriptions.ts';
import { datesAround, dueDeliveries, isOfSubscription } from '../src/delivery/due.ts';
import type { Obstacle } from '../src/delivery/on-request.ts';
import { describeDelivery } from '../src/delivery/schedule.ts';
import { counted } from '../src/edition/counted.ts';
import type { CommandContext } from './command.ts';

interface Followed extends DeliveryRecord {
  readonly parts: readonly PartRecord[];
}

/** How far the editions of a channel came. */
export interface Received {
  /** What it got last, or the day that had nothing for it. */
  readonly last?: Followed;
  /** What it is yet to get of editions that were begun, oldest first. */
  readonly inHand: readonly Followed[];
  /** The date of an edition whose time has come, and that is to be begun. */
  readonly due?: string;
  /** The latest edition, where it was given up. */
  readonly givenUp?: Followed;
}

/** Deliveries to look back on: while nothing can be posted, one is added each day. */
const mostLookedAt = 100;

export const receivedBy = async (
  { platform, workspace, channel, createdAt }: SubscribedChannel & Pick<SavedSubscription, 'createdAt'>,
  { archive, now }: Pick<CommandContext, 'archive' | 'now'>,
): Promise<Received> => {
  const place = { platform, workspace, channel };
  const deliveries = await deliveriesTo(archive, place, mostLookedAt);
  const follow = async (delivery: DeliveryRecord): Promise<Followed> => ({
    ...delivery,
    parts: await partsOf(archive, delivery.key),
  });
  const at = now().toISOString();
  const { from } = datesAround(at);
  const due = (await dueDeliveries(archive, at, place)).find(({ delivery }) => delivery === undefined);
  const unfinished = deliveries.filter(
    delivery =>
      delivery.finishedAt === undefined && delivery.edition >= from && isOfSubscription(delivery, { createdAt }, at),
  );
  const begun = await Promise.all(unfinished.toReversed().map(follow));
  const [newest] = deliveries;
  const last = deliveries.find(({ outcome }) => outcome === 'posted' || outcome === 'quiet');
  return {
    // One of which nothing stands gives way to a newer one.
    inHand: begun.filter(one => one.key === newest?.key || standing(one) > 0),
    ...(due !== undefined && { due: due.edition }),
    ...(last !== undefined && { last: await follow(last) }),
    ...(newest?.outcome === 'failed' && { givenUp: await follow(newest) }),
  };
};

/** `Last: the edition of 2026-11-24, with 18 parts on Tuesday 24 November at 08:00.` */
export const lastText = ({ last }: Received, timeZone: string): string => {
  if (last === undefined) return 'None was posted yet.';
  if (last.parts.length === 0) return `Last: the edition of ${last.edition} had nothing of what this channel follows.`;
  const when = describeDelivery({ instant: last.finishedAt ?? last.plannedAt }, timeZone);
  return `Last: the edition of ${last.edition}, with ${amountText(last)} on ${when}.`;
};

interface Circumstances {
  /** Of the whole workspace. */
  readonly obstacle: Obstacle | undefined;
  readonly now: Date;
}

/** `In hand: the edition of 2026-11-25, 12 of 18 parts posted. It is tried again on Wednesday 25 November at 11:20.` */
export const inHandTexts = (
  { timeZone }: SavedSubscription,
  { inHand, due }: Received,
  { obstacle, now }: Circumstances,
): readonly string[] => [
  ...inHand.map(delivery => {
    const far = `${standing(delivery)} of ${counted(delivery.parts.length, 'part')} posted`;
    const again = againText([delivery.retryAt, obstacle?.until], timeZone, now);
    return `In hand: the edition of ${delivery.edition}, ${far}.${again}`;
  }),
  ...(due === undefined ? [] : [`Due: the edition of ${due}.`]),
];

/** Sentences on what is wrong with a channel, each with what to do. None where all is well. */
export const problemTexts = (
  channel: SavedSubscription,
  { last, inHand, givenUp }: Received,
  { obstacle, now }: Circumstances,
): readonly string[] => {
  const { suspension, timeZone } = channel;
  const told = [suspension?.reason, obstacle?.problem];
  const texts = [
    ...(suspension === undefined ? [] : [suspendedText(suspension, timeZone)]),
    ...(obstacle === undefined ? [] : [`${obstacle.problem}${againText([obstacle.until], timeZone, now)}`]),
    ...inHand.flatMap(({ problem }) => (problem === undefined || told.includes(problem) ? [] : [problem])),
    ...(givenUp === undefined ? [] : [`The edition of ${givenUp.edition} could not be posted.`]),
    ...[last, givenUp, ...inHand].flatMap(delivery => (delivery === undefined ? [] : failures(delivery))),
  ];
  return [...new Set(texts)];
};

/** `Nothing could be posted since Tuesday 24 November at 08:00: …` */
export const suspendedText = ({ since, reason }: Suspension, timeZone: string): string =>
  `Nothing could be posted since ${describeDelivery({ instant: since }, timeZone)}: ${reason}`;

const standing = ({ parts }: Followed): number => standingAmong(parts);

const amountText = (delivery: Followed): string => {
  const all = delivery.parts.length;
  const count = standing(delivery);
  return count === all ? counted(all, 'part') : `${count} of ${counted(all, 'part')}`;
};

/** With a space before it, and the last of the times at which it may be tried; empty where none is to come. */
const againText = (instants: readonly (string | undefined)[], timeZone: string, now: Date): string => {
  const last = Math.max(...instants.map(instant => (instant === undefined ? 0 : Date.parse(instant))));
  if (last <= now.getTime()) return '';
  return ` It is tried again on ${describeDelivery({ instant: new Date(last).toISOString() }, timeZone)}.`;
};

/** `Parts 3 and 7 of the edition of 2026-11-24: Slack refuses …`, a line for each reason. */
const failures = ({ edition, parts }: Followed): readonly string[] => {
  const failed = parts.filter(({ state }) => state === 'failed');
  return [...Map.groupBy(failed, ({ note = 'It failed.' }) => note)].map(([reason, alike]) => {
    const numbers = alike.map(({ ordinal }) => String(ordinal + 1));
    const named = `${alike.length === 1 ? 'Part' : 'Parts'} ${new Intl.ListFormat('en-GB').format(numbers)}`;
    return `${named} of the edition of ${edition}: ${reason}`;
  });
};
