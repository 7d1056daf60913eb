/** What keeps editions from a channel of Slack: it is suspended and not unsubscribed, and who can mend it is told, once. */
import { describe, expect, it } from 'vitest';
import { listSubscriptions } from '../../src/archive/subscriptions.ts';
import { openingsOf } from './daily-edition.ts';
import { type Delivering, startDelivering } from './slack-delivering.ts';
import { readBlocks } from './slack-text.ts';

const hour = 3_600_000;
const day = 24 * hour;

describe('a channel that takes no edition', () => {
  const restricted = { kind: 'error', error: 'restricted_action' } as const;
  it.each<[string, string, (one: Delivering) => void, (one: Delivering) => void]>([
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
      const stage = await startDelivering();
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
    const { slack, channel, deliverAfter, subscriptionOf, told } = await startDelivering();
    slack.deleteChannel(channel);
    for (const later of [0, hour, day]) await deliverAfter(later);
    expect(told()).toEqual([expect.stringMatching(/does not exist.*unsubscribe it/)]);
    expect(await subscriptionOf()).toHaveProperty('suspension');
  });

  it('complaint 20: from its third message on gets the rest in the same thread (the parent is not reposted)', async () => {
    const { slack, channel, deliverAfter, threads, subscriptionOf } = await startDelivering();
    slack.fail('chat.postMessage', { kind: 'error', error: 'is_archived' }, { call: 3 });
    await deliverAfter(0);
    expect(threads()).toEqual([openingsOf('2026-04-01').slice(0, 2)]);
    expect(await subscriptionOf(channel)).toHaveProperty('suspension');
    await deliverAfter(hour);
    expect(threads()).toEqual([openingsOf('2026-04-01')]);
  });

  it('for days gets the newest edition alone, and no flood of a backlog', async () => {
    const { slack, channel, make, deliverAfter, threads, told } = await startDelivering();
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
    const { slack, channel, make, deliverAfter, told } = await startDelivering();
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
    const { slack, channelWith, deliverAfter, threads, subscriptionOf, stage } = await startDelivering();
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
    const { slack, channelWith, deliverAfter, threads, subscriptionOf, told, status, stage, channel } =
      await startDelivering();
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

describe('a channel that subscribes after the time of its edition', () => {
  it('has the edition of the day by the button, the next one the next morning, and no backlog', async () => {
    const { slack, stage, user, make, deliverAfter, threads } = await startDelivering();
    const channel = slack.addChannel().id;
    const subscribed = await stage.ask('subscribe at:08:00', { user, channel });
    await deliverAfter(hour);
    expect(threads(channel)).toEqual([]);
    expect(readBlocks((await stage.press("Post today's edition now", subscribed, user)).blocks)).toContain('is posted');
    await deliverAfter(hour);
    expect(threads(channel)).toEqual([openingsOf('2026-04-01')]);
    await make('2026-04-02');
    await deliverAfter(day);
    expect(threads(channel)).toEqual([openingsOf('2026-04-01'), openingsOf('2026-04-02')]);
  });
});

describe('a channel that subscribes twice', () => {
  it('has changed what it gets, and gets it once', async () => {
    const { stage, user, channel, deliverAfter, threads, subscriptionOf } = await startDelivering();
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
