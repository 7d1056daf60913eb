/** `/digest subscriptions`: which channels of the workspace get what, and when. */
import { z } from 'zod';
import type { UnreadableSubscription } from '../src/archive/subscriptions.ts';
import { type Action, type Block, heading, type Inlines, paragraph } from '../src/chat/message.ts';
import { type WaitingSubscription, waitingChannels } from '../src/delivery/coming.ts';
import type { Making } from '../src/delivery/edition-due.ts';
import { counted } from '../src/edition/counted.ts';
import { channelOf, unreadableIn } from './channel.ts';
import { defineCommand } from './command.ts';
import { suspendedText } from './delivery-text.ts';
import { nextText, scheduleText, wantedText } from './subscription-text.ts';

/** What fits one message, with its links and names. */
const mostListed = 20;

/** The channel by its name, what it gets, and when, or why not. */
const line = (subscription: WaitingSubscription, making: Making, now: Date): Inlines => {
  const { channel, suspension, timeZone } = subscription;
  const then =
    suspension === undefined ? `Next: ${nextText(subscription, making, now)}.` : suspendedText(suspension, timeZone);
  return [
    { text: `#${channel}`, channel },
    { text: ` — ${wantedText(subscription)}, ${scheduleText(subscription)}. ${then}` },
  ];
};

const unreadableLine = ({ channel }: UnreadableSubscription): Inlines => [
  { text: `#${channel}`, channel },
  { text: ' — gets nothing: what it wants can no longer be read. Subscribe it anew there.' },
];

/** So that none of them is among those that are only counted. */
export const suspendedFirst = (subscriptions: readonly WaitingSubscription[]): readonly WaitingSubscription[] => {
  const isSuspended = ({ suspension }: WaitingSubscription) => suspension !== undefined;
  return subscriptions.toSorted((one, other) => Number(isSuspended(other)) - Number(isSuspended(one)));
};

/** A line for each, and how many more there are. */
export const subscriptionBlocks = (
  subscriptions: readonly WaitingSubscription[],
  unreadable: readonly UnreadableSubscription[],
  making: Making,
  now: Date,
): readonly Block[] => {
  const lines = [
    ...unreadable.map(unreadableLine),
    ...subscriptions.map(subscription => line(subscription, making, now)),
  ];
  const more = lines.length - mostListed;
  return [
    ...(lines.length === 0 ? [] : [{ kind: 'list' as const, items: lines.slice(0, mostListed) }]),
    ...(more > 0 ? [paragraph(`And ${counted(more, 'more channel')}.`)] : []),
  ];
};

export const subscriptionsCommand = defineCommand({
  name: 'subscriptions',
  help: 'Shows which channels get what, and when.',
  group: 'channel',
  options: z.object({}),
  example: '',
  run: async (_, context) => {
    const { platform, workspace, channel } = channelOf(context);
    const all = await waitingChannels(context.archive, context.now().toISOString(), { platform, workspace });
    const here = all.filter(subscription => subscription.channel === channel);
    const unreadable = await unreadableIn({ platform, workspace }, context);
    const others = all.filter(subscription => subscription.channel !== channel);
    const suspended = all.filter(({ suspension }) => suspension !== undefined).length;
    const getting = suspended === 0 ? '' : `${all.length - suspended} of `;
    const subscribe: Action = { label: here.length === 0 ? 'Subscribe this channel' : 'Change', command: 'subscribe' };
    return {
      blocks: [
        ...(all.length === 0
          ? [paragraph('No channel gets editions yet.')]
          : [heading(2, `${getting}${counted(all.length, 'channel gets editions', 'channels get editions')}`)]),
        ...subscriptionBlocks([...here, ...suspendedFirst(others)], unreadable, context.defaults, context.now()),
        { kind: 'actions', actions: [subscribe] },
      ],
    };
  },
});
