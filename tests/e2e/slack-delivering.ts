/** Delivery in a loopback Slack, as time goes by: one channel, subscribed by somebody of the workspace. */
import { onTestFinished } from 'vitest';
import { saveEdition } from '../../src/archive/editions.ts';
import { listSubscriptions, saveSubscription } from '../../src/archive/subscriptions.ts';
import type { Subscription } from '../../src/edition/subscription.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { hastyClock } from '../hasty-clock.ts';
import type { Message } from '../servers/slack/contract.ts';
import { objectsOf } from '../servers/slack/fields.ts';
import { dailyEdition } from './daily-edition.ts';
import { startStage } from './slack-stage.ts';
import { readBlocks } from './slack-text.ts';
import { there } from './there.ts';

/** An hour after the time of the channel, whose edition is there. */
export const startDelivering = async (timeout?: number) => {
  const clock = hastyClock('2026-04-01T09:00:00.000Z');
  const editions = [dailyEdition('2026-04-01')];
  const stage = await startStage(editions, 'Socket Mode', { clock, ...(timeout !== undefined && { timeout }) });
  onTestFinished(stage.close);
  const { slack } = stage;
  const user = slack.addUser().id;

  const channelWith = async (overrides: Partial<Subscription> = {}): Promise<string> => {
    const channel = slack.addChannel().id;
    const subscription = aSubscription({ workspace: slack.teamId, channel, subscriber: user, timeZone: 'UTC' });
    await saveSubscription(stage.running.archive, { ...subscription, ...overrides }, '2026-01-01T00:00:00Z');
    return channel;
  };
  const channel = await channelWith();
  return {
    stage,
    slack,
    user,
    channel,
    channelWith,
    /** Delivers what is due, after so many milliseconds. */
    deliverAfter: async (milliseconds: number): Promise<void> => {
      await clock.pause(milliseconds);
      const { dispatcher } = stage.running;
      await dispatcher.takeUp();
      await dispatcher.idle();
    },
    /** Makes another edition. */
    make: async (date: string): Promise<void> => {
      const at = `${date}T07:00:00.000Z`;
      await saveEdition(stage.running.archive, dailyEdition(date), { until: at, builtAt: at });
    },
    status: async (where = channel): Promise<string> => read(await stage.ask('status', { user, channel: where })),
    subscriptionOf: async (where = channel) =>
      there((await listSubscriptions(stage.running.archive, { channel: where }))[0]),
    /** The first line of each message: those of the channel itself, each with those of its thread. */
    threads: (where = channel): readonly (readonly string[])[] =>
      slack.messages(where).map(({ ts }) => slack.thread(where, ts).map(firstLine)),
    /** What the bot wrote to a person alone. */
    told: (person = user): readonly string[] =>
      slack
        .calls('chat.postMessage')
        .filter(({ args }) => args.channel === person)
        .map(({ args }) => readBlocks(objectsOf(args.blocks))),
  };
};

const read = ({ blocks }: Message): string => readBlocks(blocks);
export const firstLine = (message: Message): string => there(read(message).split('\n', 1)[0]);

export type Delivering = Awaited<ReturnType<typeof startDelivering>>;
