/** `/digest subscribe`: what the channel gets and when; said again, it changes what is said and keeps the rest. */
import { saveSubscription } from '../src/archive/subscriptions.ts';
import { type Block, context, heading, type Message, paragraph, plain } from '../src/chat/message.ts';
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
    const former = await saveSubscription(archive, subscription, now().toISOString());
    return subscribed(subscription, former, notes, commandContext);
  },
});

const subscribed = (
  subscription: Subscription,
  former: Subscription | undefined,
  notes: readonly string[],
  { now, deliveries }: CommandContext,
): Message => ({
  blocks: [
    heading(2, former === undefined ? 'This channel is subscribed' : 'The subscription of this channel'),
    ...notes.map(context),
    ...(former === undefined ? [] : changeBlocks(changes(former, subscription))),
    paragraph(`Editions ${scheduleText(subscription)}.`),
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
