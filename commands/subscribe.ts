/** `/digest subscribe`: what the channel gets and when; said again, it changes what is said and keeps the rest. */
import { latestEdition } from '../src/archive/editions.ts';
import { type SavedSubscription, type Suspension, saveSubscription } from '../src/archive/subscriptions.ts';
import { type Block, context, heading, type Inlines, type Message, paragraph, plain } from '../src/chat/message.ts';
import { type WaitingSubscription, waitingChannels } from '../src/delivery/coming.ts';
import { dueDeliveries } from '../src/delivery/due.ts';
import { localDate } from '../src/delivery/window.ts';
import { spokenDate } from '../src/edition/dates.ts';
import type { Options } from '../src/edition/option-words.ts';
import type { Subscription } from '../src/edition/subscription.ts';
import { presentOf } from './channel.ts';
import { type CommandContext, defineCommand } from './command.ts';
import { subscribeForm } from './subscribe-form.ts';
import { readWishes, subscribeOptions } from './subscribe-options.ts';
import { changes, latenessText, nextText, scheduleText, wantedText } from './subscription-text.ts';
import { usage } from './usage.ts';

export const subscribeCommand = defineCommand({
  name: 'subscribe',
  help: 'Posts the edition in this channel each day, or what of it you choose.',
  group: 'channel',
  needsPosting: true,
  options: subscribeOptions,
  example: 'theme:"zero trust" company:cloudflare at:08:00 zone:Berlin days:mon-fri',
  form: subscribeForm,
  run: async (options, commandContext, given) => {
    if (Object.keys(given).length === 0) return howToSubscribe(commandContext);
    const { archive, now } = commandContext;
    const { notes, ...wishes } = await readWishes(options, archive);
    const subscription = { ...(await presentOf(commandContext)), ...wishes, subscriber: commandContext.person.id };
    const at = now().toISOString();
    const former = await saveSubscription(archive, subscription, at);
    const [saved] = await waitingChannels(archive, at, placeOf(subscription));
    if (saved === undefined) throw new Error('A subscription that was just saved is gone.');
    const due = (await dueDeliveries(archive, at, placeOf(subscription))).map(({ edition }) => edition);
    const latest = (await latestEdition(archive))?.date;
    return subscribed({ waiting: { ...saved, ...newestOf(due) }, former, notes, due, latest }, commandContext);
  },
});

/** Whoever names nothing is asked by a form; where that could not be shown, nothing is done in its place. */
const howToSubscribe = async (commandContext: CommandContext): Promise<Message> => {
  const { typing } = commandContext;
  const present = await presentOf(commandContext);
  const typed = (options: Options) => code(usage({ name: 'subscribe', group: 'channel' }, options, typing));
  return {
    blocks: [
      paragraph('The form could not be shown, so nothing was changed. Say what this channel should get, for example:'),
      { kind: 'list', items: [typed(everything), typed(some)] },
      paragraph(`What is not said stays: ${scheduleText(present)}, ${wantedText(present)}.`),
      {
        kind: 'actions',
        actions: [
          { label: 'Try the form again', command: 'subscribe' },
          { label: 'Subscribe to everything', command: 'subscribe theme:all company:all' },
        ],
      },
    ],
  };
};

const code = (text: string): Inlines => [{ text, code: true }];

const everything: Options = { theme: ['all'], company: ['all'] };
const some: Options = { theme: ['zero-trust'], at: ['08:00'], zone: ['Europe/Berlin'], days: ['mon-fri'] };

const newestOf = (due: readonly string[]): Pick<WaitingSubscription, 'newest'> => {
  const newest = due.at(-1);
  return newest === undefined ? {} : { newest };
};

const placeOf = ({ platform, workspace, channel }: Subscription) => ({ platform, workspace, channel });

interface Subscribed {
  readonly waiting: WaitingSubscription;
  readonly former: SavedSubscription | undefined;
  readonly notes: readonly string[];
  /** Dates of the editions whose time has come with the change. */
  readonly due: readonly string[];
  /** Date of the latest edition. */
  readonly latest: string | undefined;
}

const subscribed = (
  { waiting, former, notes, due, latest }: Subscribed,
  { now, defaults, deliveries }: CommandContext,
): Message => {
  const at = now();
  const later = latenessText(waiting, defaults, at);
  return {
    blocks: [
      heading(2, former === undefined ? 'This channel is subscribed' : 'The subscription of this channel'),
      ...notes.map(context),
      ...(former === undefined ? [] : changeBlocks(changes(former, waiting))),
      ...(former?.suspension === undefined ? [] : [paragraph(resumedText(former.suspension))]),
      paragraph(`Editions ${scheduleText(waiting)}.`),
      ...due.map(date => paragraph(`The edition of ${spokenDate(date)} is due already, and comes within minutes.`)),
      paragraph(`Next edition: ${nextText(waiting, defaults, at)}, ${wantedText(waiting)}.`),
      ...(later === undefined ? [] : [context(later)]),
      {
        kind: 'actions',
        actions: [
          ...(deliveries === undefined || latest === undefined
            ? []
            : [{ label: postLabel(latest, waiting, at), command: 'post' }]),
          { label: 'Change', command: 'subscribe' },
          { label: 'Unsubscribe', command: 'unsubscribe', style: 'danger' },
        ],
      },
    ],
  };
};

const changeBlocks = (lines: readonly string[]): readonly Block[] =>
  lines.length === 0 ? [paragraph('Nothing was changed.')] : [{ kind: 'list', items: lines.map(plain) }];

/** @param reason of the suspension, a sentence. */
const resumedText = ({ reason }: Suspension): string =>
  `It was suspended, since nothing could be posted here: ${reason} It is tried again from now on.`;

/** The latest edition is what is posted, and is called today's where it is. */
const postLabel = (latest: string, { timeZone }: WaitingSubscription, now: Date): string =>
  latest === localDate(now.toISOString(), timeZone)
    ? "Post today's edition now"
    : `Post the edition of ${spokenDate(latest)} now`;
