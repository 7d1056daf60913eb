/** `/digest subscribe`: what the channel gets and when; said again, it changes what is said and keeps the rest. */
import { saveSubscription } from '../src/archive/subscriptions.ts';
import { type Block, context, heading, type Message, paragraph, plain } from '../src/chat/message.ts';
import { dueDeliveries } from '../src/delivery/due.ts';
import type { Subscription } from '../src/edition/subscription.ts';
import { presentOf } from './channel.ts';
import { type CommandContext, defineCommand } from './command.ts';
import { subscribeForm } from './subscribe-form.ts';
import { readWishes, subscribeOptions } from './subscribe-options.ts';
import { changes, nextText, scheduleText, wantedText } from './subscription-text.ts';

export const subscribeCommand = defineCommand({
  name: 'subscribe',
  help: 'Posts the edition in this channel each day, or what of it you choose.',
  group: 'channel',
  needsPosting: true,
  options: subscribeOptions,
  example: 'theme:"zero trust" company:cloudflare at:08:00 zone:Berlin days:mon-fri',
  form: subscribeForm,
  run: async (options, commandContext) => {
    const { archive, now } = commandContext;
    const { notes, ...wishes } = await readWishes(options, archive);
    const subscription = { ...(await presentOf(commandContext)), ...wishes, subscriber: commandContext.person.id };
    const at = now().toISOString();
    const former = await saveSubscription(archive, subscription, at);
    const { platform, workspace, channel } = subscription;
    const due = await dueDeliveries(archive, at, { platform, workspace, channel });
    return subscribed({ subscription, former, notes, due: due.map(({ edition }) => edition) }, commandContext);
  },
});

interface Subscribed {
  readonly subscription: Subscription;
  readonly former: Subscription | undefined;
  readonly notes: readonly string[];
  /** Dates of the editions whose time has come with the change. */
  readonly due: readonly string[];
}

const subscribed = (
  { subscription, former, notes, due }: Subscribed,
  { now, deliveries }: CommandContext,
): Message => ({
  blocks: [
    heading(2, former === undefined ? 'This channel is subscribed' : 'The subscription of this channel'),
    ...notes.map(context),
    ...(former === undefined ? [] : changeBlocks(changes(former, subscription))),
    paragraph(`Editions ${scheduleText(subscription)}.`),
    ...due.map(date => paragraph(`The edition of ${date} is due already, and comes within minutes.`)),
    paragraph(`Next edition: ${nextText(subscription, now())}, ${wantedText(subscription)}.`),
    {
      kind: 'actions',
      actions: [
        ...(deliveries === undefined ? [] : [{ label: "Post today's edition now", command: 'post' }]),
        { label: 'Change', command: 'subscribe' },
        { label: 'Unsubscribe', command: 'unsubscribe', style: 'danger' },
      ],
    },
  ],
});

const changeBlocks = (lines: readonly string[]): readonly Block[] =>
  lines.length === 0 ? [paragraph('Nothing was changed.')] : [{ kind: 'list', items: lines.map(plain) }];
