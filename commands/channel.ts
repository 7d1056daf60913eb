/** The channel that a command is about, and its subscription, or a sentence on why there is none. */
import {
  listSubscriptions,
  type SavedSubscription,
  type UnreadableSubscription,
  unreadableSubscriptions,
} from '../src/archive/subscriptions.ts';
import type { Place } from '../src/chat/conversation.ts';
import { type Subscription, weekdays } from '../src/edition/subscription.ts';
import type { Command, CommandContext, Deliveries } from './command.ts';
import { CommandError } from './command-error.ts';
import { usage } from './usage.ts';

/** @throws CommandError `no-channel` */
export const channelOf = ({ place }: CommandContext): Place => {
  if (place !== undefined) return { platform: place.platform, workspace: place.workspace, channel: place.channel };
  throw new CommandError(
    'no-channel',
    'This is about what a channel gets, and there is no channel here. Ask again in the channel of Slack or Discord that you mean.',
  );
};

/** @throws CommandError `no-channel`, `not-allowed` where `command` is not for this person here. */
export const checkMayUse = (command: Command, context: CommandContext): void => {
  if (command.group !== 'channel') return;
  channelOf(context);
  if (context.person.mayManage) return;
  throw new CommandError(
    'not-allowed',
    context.person.whoMayManage ??
      'Only people who may manage this channel can change what it gets. Ask one of them, or an administrator.',
  );
};

/** @throws CommandError `not-allowed` where the bot would say what this person may not. */
export const checkMayShare = ({ person }: CommandContext): void => {
  if (person.mayPost !== false) return;
  throw new CommandError('not-allowed', 'You may not write in this channel, so you cannot share anything in it.');
};

/** What the channel has, else what one gets that says nothing: so too where what it had cannot be read. */
export const presentOf = async (commandContext: CommandContext): Promise<Subscription> => {
  const { archive, person, defaults } = commandContext;
  const place = channelOf(commandContext);
  const [present] = await listSubscriptions(archive, place);
  if (present !== undefined) return present;
  return {
    ...place,
    themes: [],
    companies: [],
    at: defaults.at,
    timeZone: person.timeZone ?? defaults.timeZone,
    weekdays,
    tellsQuietDays: false,
    subscriber: person.id,
  };
};

const subscribeUsage = ({ typing }: Pick<CommandContext, 'typing'>): string =>
  usage({ name: 'subscribe', group: 'channel' }, {}, typing);

export const notSubscribed = (context: CommandContext): CommandError =>
  new CommandError('not-subscribed', `This channel gets no editions. Say ${subscribeUsage(context)} to change that.`);

/** @throws CommandError `not-subscribed`, `unreadable`, `no-channel` */
export const subscriptionOf = async (context: CommandContext): Promise<SavedSubscription> => {
  const place = channelOf(context);
  const [subscription] = await listSubscriptions(context.archive, place);
  if (subscription !== undefined) return subscription;
  if ((await unreadableIn(place, context)).length === 0) throw notSubscribed(context);
  throw new CommandError('unreadable', unreadableText(context));
};

export const unreadableText = (context: CommandContext): string =>
  `What this channel wants can no longer be read, so it gets no editions. Say ${subscribeUsage(context)} to set it anew.`;

/** Those within a workspace or channel that cannot be read: the operator is told of each. */
export const unreadableIn = async (
  within: Partial<Place>,
  { archive, logger }: Pick<CommandContext, 'archive' | 'logger'>,
): Promise<readonly UnreadableSubscription[]> => {
  const unreadable = await unreadableSubscriptions(archive, within);
  for (const { error } of unreadable) logger.warn({ err: error }, 'a subscription is skipped');
  return unreadable;
};

/** @throws CommandError `no-delivery` */
export const deliveriesOf = ({ deliveries }: CommandContext): Deliveries => {
  if (deliveries !== undefined) return deliveries;
  throw new CommandError('no-delivery', 'Nothing is posted from here: start the bot with the tokens of a platform.');
};
