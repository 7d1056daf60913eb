/** The channel that a command is about, and its subscription, or a sentence on why there is none. */
import { getSubscription, type SavedSubscription } from '../src/archive/subscriptions.ts';
import type { Place } from '../src/chat/conversation.ts';
import { type Subscription, weekdays } from '../src/edition/subscription.ts';
import type { Command, CommandContext, Deliveries } from './command.ts';
import { CommandError } from './command-error.ts';
import { usage } from './usage.ts';

/** @throws CommandError `no-channel` */
export const channelOf = ({ place }: CommandContext): Place => {
  if (place !== undefined) return place;
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
    'Only people who may manage this channel can change what it gets. Ask one of them, or an administrator.',
  );
};

/** What the channel has, else what one gets that says nothing. */
export const presentOf = async (commandContext: CommandContext): Promise<Subscription> => {
  const { archive, person, defaults } = commandContext;
  const { platform, workspace, channel } = channelOf(commandContext);
  const place = { platform, workspace, channel };
  const present = await getSubscription(archive, place);
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

/** @throws CommandError `not-subscribed`, `no-channel` */
export const subscriptionOf = async (context: CommandContext): Promise<SavedSubscription> => {
  const subscription = await getSubscription(context.archive, channelOf(context));
  if (subscription !== undefined) return subscription;
  const typed = usage({ name: 'subscribe', group: 'channel' }, {}, context.typing);
  throw new CommandError('not-subscribed', `This channel gets no editions. Say ${typed} to change that.`);
};

/** @throws CommandError `no-delivery` */
export const deliveriesOf = ({ deliveries }: CommandContext): Deliveries => {
  if (deliveries !== undefined) return deliveries;
  throw new CommandError('no-delivery', 'Nothing is posted from here: start the bot with the tokens of a platform.');
};
