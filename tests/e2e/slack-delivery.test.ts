/** What keeps an edition from a channel of Slack: nothing is doubled, lost or out of order, and each person who can mend it is told, once. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { saveEdition } from '../../src/archive/editions.ts';
import { listSubscriptions, saveSubscription } from '../../src/archive/subscriptions.ts';
import type { Subscription } from '../../src/edition/subscription.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { hastyClock } from '../hasty-clock.ts';
import type { Message } from '../servers/slack/contract.ts';
import { objectsOf } from '../servers/slack/fields.ts';
import { dailyEdition, openingsOf } from './daily-edition.ts';
import { startStage, there } from './slack-stage.ts';
import { readBlocks } from './slack-text.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** An hour after the time of the channel, whose edition is there. */
const aStage = async (timeout?: number) => {
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
const firstLine = (message: Message): string => there(read(message).split('\n', 1)[0]);

type Stage = Awaited<ReturnType<typeof aStage>>;

describe('a channel that takes no edition', () => {
  const restricted = { kind: 'error', error: 'restricted_action' } as const;
  it.each<[string, string, (stage: Stage) => void, (stage: Stage) => void]>([
    ['archived', 'bring it back', one => one.slack.archive(one.channel), one => one.slack.unarchive(one.channel)],
    [
      'the bot removed from it',
      '/invite',
      one => one.slack.removeBot(one.channel),
      one => one.slack.inviteBot(one.channel),
    ],
    ['posting restricted', 'ask one to allow it', one => one.slack.fail('chat.postMessage', restricted), () => {}],
  ])(
    'is suspended and not unsubscribed, its subscriber told once, and it gets what it missed whole, once it works: %s',
    async (_, remedy, breaks, mends) => {
      const stage = await aStage();
      const before = await stage.subscriptionOf();
      breaks(stage);
      await stage.deliverAfter(0);
      expect(await stage.subscriptionOf()).toMatchObject({
        ...before,
        suspension: { since: expect.stringContaining('2026-04-01T09:00'), reason: expect.stringContaining(remedy) },
      });
      const status = await stage.status();
      expect(status).toContain('Nothing could be posted since Wednesday 1 April at 09:00');
      expect(status).toContain(remedy);
      breaks(stage);
      await stage.deliverAfter(hour);
      expect(stage.threads()).toEqual([]);
      expect(stage.told()).toEqual([
        expect.stringMatching(
          /^Engineering @ Scale cannot post in #C\w+, which you subscribed to it\.\n.*\n.* is kept\./,
        ),
      ]);
      expect(stage.told()[0]).toContain(remedy);

      mends(stage);
      await stage.deliverAfter(2 * hour);
      expect(stage.threads()).toEqual([openingsOf('2026-04-01')]);
      expect(await stage.subscriptionOf()).toEqual(before);
      expect(await stage.status()).not.toContain('What is wrong');
      await stage.deliverAfter(6 * hour);
      expect(stage.threads()).toHaveLength(1);
    },
  );

  it('that was deleted is suspended, and its subscriber told once, with what to do', async () => {
    const { slack, channel, deliverAfter, subscriptionOf, told } = await aStage();
    slack.deleteChannel(channel);
    for (const later of [0, hour, day]) await deliverAfter(later);
    expect(told()).toEqual([expect.stringMatching(/does not exist.*unsubscribe it/)]);
    expect(await subscriptionOf()).toHaveProperty('suspension');
  });

  it('from its third message on gets the rest in the same thread (the parent is not reposted)', async () => {
    const { slack, channel, deliverAfter, threads, subscriptionOf } = await aStage();
    slack.fail('chat.postMessage', { kind: 'error', error: 'is_archived' }, { call: 3 });
    await deliverAfter(0);
    expect(threads()).toEqual([openingsOf('2026-04-01').slice(0, 2)]);
    expect(await subscriptionOf(channel)).toHaveProperty('suspension');
    await deliverAfter(hour);
    expect(threads()).toEqual([openingsOf('2026-04-01')]);
  });

  it('for days gets the newest edition alone, and no flood of a backlog', async () => {
    const { slack, channel, make, deliverAfter, threads, told } = await aStage();
    slack.archive(channel);
    await deliverAfter(0);
    for (const date of ['2026-04-02', '2026-04-03']) {
      await make(date);
      await deliverAfter(day);
    }
    slack.unarchive(channel);
    await deliverAfter(6 * hour);
    expect(threads()).toEqual([openingsOf('2026-04-03')]);
    expect(told()).toHaveLength(1);
  });

  it('is told of again where it works for a while and fails anew', async () => {
    const { slack, channel, make, deliverAfter, told } = await aStage();
    slack.archive(channel);
    await deliverAfter(0);
    slack.unarchive(channel);
    await deliverAfter(hour);
    slack.archive(channel);
    await make('2026-04-02');
    await deliverAfter(day);
    expect(told()).toHaveLength(2);
  });

  it('costs nobody else anything where its subscriber left the workspace', async () => {
    const { slack, channelWith, deliverAfter, threads, subscriptionOf, stage } = await aStage();
    const gone = await channelWith({ subscriber: slack.addUser({ isDeleted: true }).id });
    slack.archive(gone);
    await deliverAfter(0);
    await deliverAfter(hour);
    expect(threads()).toEqual([openingsOf('2026-04-01')]);
    expect(await subscriptionOf(gone)).toHaveProperty('suspension');
    expect(stage.running.bot.log.filter(({ msg }) => msg.includes('could not be told'))).toHaveLength(1);
  });
});

describe('a token that was revoked', () => {
  it('is told once in the log, costs nobody a subscription, and is tried again after ten minutes', async () => {
    const { slack, channelWith, deliverAfter, threads, subscriptionOf, told, status, stage, channel } = await aStage();
    const other = await channelWith();
    slack.fail('chat.postMessage', { kind: 'error', error: 'token_revoked' }, { times: 2 });
    await deliverAfter(0);
    await deliverAfter(60_000);
    expect(slack.calls('chat.postMessage').length).toBeLessThanOrEqual(2);
    const opened = stage.running.bot.log.filter(({ msg }) => msg.includes('Nothing is tried in this workspace'));
    expect(opened).toMatchObject([
      { err: { message: expect.stringContaining('install the app in the workspace again') } },
    ]);
    expect(await status()).toContain('install the app in the workspace again');
    expect([await subscriptionOf(channel), await subscriptionOf(other)]).not.toContainEqual(
      expect.objectContaining({ suspension: expect.anything() }),
    );
    await deliverAfter(15 * 60_000);
    await deliverAfter(hour);
    for (const where of [channel, other]) expect(threads(where)).toEqual([openingsOf('2026-04-01')]);
    expect(told()).toEqual([]);
  });
});

describe('an edition amid which Slack fails', () => {
  it.each<[string, Parameters<Stage['slack']['fail']>[1]]>([
    ['429 with Retry-After', { kind: 'rate-limited', retryAfter: 7 }],
    ['429 without Retry-After', { kind: 'rate-limited' }],
    ['429 for minutes', { kind: 'rate-limited', retryAfter: 600 }],
    ['500', { kind: 'status', status: 500 }],
    ['a reset before it was posted', { kind: 'reset', when: 'before' }],
    ['a reset after it was posted', { kind: 'reset', when: 'after' }],
    ['no answer, and nothing posted', { kind: 'hang', when: 'before' }],
    ['no answer, though it was posted', { kind: 'hang', when: 'after' }],
  ])('has every part once and in order: %s', async (_, fault) => {
    for (const call of [1, 3]) {
      const { slack, deliverAfter, threads } = await aStage(300);
      slack.fail('chat.postMessage', fault, { call });
      await deliverAfter(0);
      expect(slack.calls('chat.postMessage').filter(({ answer }) => answer?.body.ok !== true)).toHaveLength(1);
      await deliverAfter(hour);
      expect(threads()).toEqual([openingsOf('2026-04-01')]);
    }
  });

  it('for as long as an hour is completed after it', async () => {
    const { slack, deliverAfter, threads, subscriptionOf, told } = await aStage();
    slack.fail('chat.postMessage', { kind: 'status', status: 503 }, { call: 2, times: 6 });
    for (const later of [0, ...Array.from({ length: 60 }, () => 60_000)]) await deliverAfter(later);
    expect(threads()).toEqual([openingsOf('2026-04-01')]);
    expect(await subscriptionOf()).not.toHaveProperty('suspension');
    expect(told()).toEqual([]);
  });

  it('leaves a part whose answer was lost alone where the bot may not read back, posts the rest, and the status names it', async () => {
    const { slack, deliverAfter, threads, status } = await aStage();
    slack.grant(['commands', 'chat:write']);
    slack.fail('chat.postMessage', { kind: 'reset', when: 'before' }, { call: 3 });
    await deliverAfter(0);
    await deliverAfter(hour);
    expect(threads()).toEqual([openingsOf('2026-04-01').toSpliced(2, 1)]);
    const told = await status();
    expect(told).toContain('4 of 5 parts');
    expect(told).toMatch(/Part 3 of the edition of 2026-04-01: .*channels:history/);
  });

  it('leaves out a part that is refused for good, posts the rest, and the status names it', async () => {
    const { slack, deliverAfter, threads, status } = await aStage();
    slack.fail('chat.postMessage', { kind: 'error', error: 'external_channel_migrating' }, { call: 3 });
    await deliverAfter(0);
    await deliverAfter(hour);
    expect(threads()).toEqual([openingsOf('2026-04-01').toSpliced(2, 1)]);
    expect(await status()).toMatch(/Part 3 of the edition of 2026-04-01: .*external_channel_migrating/);
  });

  it('and whose parent somebody deletes gets no second one, and the status says why the rest is missing', async () => {
    const { slack, channel, make, deliverAfter, threads, status } = await aStage();
    slack.fail('chat.postMessage', { kind: 'rate-limited', retryAfter: 600 }, { call: 3 });
    await deliverAfter(0);
    const [parent] = slack.messages(channel);
    await deleteMessage(slack, there(parent));
    await deliverAfter(hour);
    await deliverAfter(hour);
    expect(threads()).toEqual([]);
    expect(await status()).toMatch(/Parts 3, 4 and 5 of the edition of 2026-04-01: .*first message was deleted/);
    await make('2026-04-02');
    await deliverAfter(day);
    expect(threads()).toEqual([openingsOf('2026-04-02')]);
  });
});

/** As a person does it who may. */
const deleteMessage = async ({ url, botToken }: Stage['slack'], { channel, ts }: Message): Promise<void> => {
  const headers = { authorization: `Bearer ${botToken}` };
  await fetch(`${url}chat.delete`, { method: 'POST', headers, body: new URLSearchParams({ channel, ts }) });
};

describe('a channel that subscribes after the time of its edition', () => {
  it('has the edition of the day by the button, the next one the next morning, and no backlog', async () => {
    const { slack, stage, user, make, deliverAfter, threads } = await aStage();
    const channel = slack.addChannel().id;
    const subscribed = await stage.ask('subscribe at:08:00', { user, channel });
    await deliverAfter(hour);
    expect(threads(channel)).toEqual([]);
    expect(read(await stage.press("Post today's edition now", subscribed, user))).toContain('is posted');
    await deliverAfter(hour);
    expect(threads(channel)).toEqual([openingsOf('2026-04-01')]);
    await make('2026-04-02');
    await deliverAfter(day);
    expect(threads(channel)).toEqual([openingsOf('2026-04-01'), openingsOf('2026-04-02')]);
  });
});

describe('a channel that subscribes twice', () => {
  it('has changed what it gets, and gets it once', async () => {
    const { stage, user, channel, deliverAfter, threads, subscriptionOf } = await aStage();
    await stage.ask('subscribe theme:databases at:11:00 zone:UTC', { user, channel });
    expect(await listSubscriptions(stage.running.archive, { channel })).toHaveLength(1);
    expect(await subscriptionOf()).toMatchObject({ themes: ['databases'], at: '11:00' });
    await deliverAfter(hour);
    expect(threads()).toEqual([]);
    await deliverAfter(2 * hour);
    await deliverAfter(hour);
    expect(threads()).toHaveLength(1);
  });
});
