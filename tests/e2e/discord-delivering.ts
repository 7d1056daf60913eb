/** Delivery in a loopback Discord, as time goes by: one channel, subscribed by somebody who may manage it. */
import { onTestFinished } from 'vitest';
import { saveEdition } from '../../src/archive/editions.ts';
import { listSubscriptions, saveSubscription } from '../../src/archive/subscriptions.ts';
import type { Subscription } from '../../src/edition/subscription.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { hastyClock } from '../hasty-clock.ts';
import type { FaultMatch } from '../servers/discord/faults.ts';
import type { Message } from '../servers/discord/records.ts';
import { dailyEdition } from './daily-edition.ts';
import { startStage } from './discord-stage.ts';
import { readMessage } from './discord-text.ts';
import { there } from './there.ts';

/** An hour after the time of the channel, whose edition is there. */
export const startDelivering = async (timeout?: number) => {
  const clock = hastyClock('2026-04-01T09:00:00.000Z');
  const editions = [dailyEdition('2026-04-01')];
  const stage = await startStage(editions, { clock, ...(timeout !== undefined && { timeout }) });
  onTestFinished(stage.close);
  const { discord, guild, manager } = stage;

  const subscribe = async (overrides: Partial<Subscription>): Promise<void> => {
    const subscriber = manager.user.id;
    const subscription = aSubscription({ platform: 'discord', workspace: guild.id, subscriber, timeZone: 'UTC' });
    await saveSubscription(stage.archive, { ...subscription, ...overrides }, '2026-01-01T00:00:00Z');
  };
  const channel = stage.channel.id;
  await subscribe({ channel });
  return {
    stage,
    discord,
    guild,
    channel,
    subscribe,
    /** Makes another edition. */
    make: async (date: string): Promise<void> => {
      const at = `${date}T07:00:00.000Z`;
      await saveEdition(stage.archive, dailyEdition(date), { until: at, builtAt: at });
    },
    /** Delivers what is due, after so many milliseconds. */
    deliverAfter: async (milliseconds: number): Promise<void> => {
      await clock.pause(milliseconds);
      await stage.dispatcher.takeUp();
      await stage.dispatcher.idle();
    },
    status: async (): Promise<string> =>
      readMessage(await (await manager.command(channel, 'digest-about status')).answered()),
    subscriptionOf: async (where = channel) => there((await listSubscriptions(stage.archive, { channel: where }))[0]),
    /** The first line of each message: those of the channel itself, each with those of its thread. */
    threads: (where = channel): readonly (readonly string[])[] =>
      discord.messages(where).map(parent => [parent, ...discord.messages(parent.threadId ?? '')].map(firstLine)),
    /** What the bot wrote to the subscriber alone. */
    told: (): readonly string[] => discord.directMessages(manager.user.id).map(readMessage),
  };
};

export const firstLine = (message: Message): string => there(readMessage(message).split('\n', 1)[0]);

/** Of all that is posted for an edition, the parent's thread included, the call so many. */
export const posting = (nth: number): FaultMatch => ({ method: 'POST', path: /\/messages$/, nth });
