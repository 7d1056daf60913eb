/** What goes wrong in Slack while an edition is posted: nothing of it is doubled, lost or out of order. */
import { describe, expect, it } from 'vitest';
import type { Fault, Message, SlackServer } from '../servers/slack/contract.ts';
import { openingsOf } from './daily-edition.ts';
import { startDelivering } from './slack-delivering.ts';
import { there } from './there.ts';

const hour = 3_600_000;
const day = 24 * hour;

describe('an edition amid which Slack fails', () => {
  it.each<[string, Fault]>([
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
      const { slack, deliverAfter, threads } = await startDelivering(300);
      slack.fail('chat.postMessage', fault, { call });
      await deliverAfter(0);
      expect(slack.calls('chat.postMessage').filter(({ answer }) => answer?.body.ok !== true)).toHaveLength(1);
      await deliverAfter(hour);
      expect(threads()).toEqual([openingsOf('2026-04-01')]);
    }
  });

  it('for as long as an hour is completed after it', async () => {
    const { slack, deliverAfter, threads, subscriptionOf, told } = await startDelivering();
    slack.fail('chat.postMessage', { kind: 'status', status: 503 }, { call: 2, times: 6 });
    for (const later of [0, ...Array.from({ length: 60 }, () => 60_000)]) await deliverAfter(later);
    expect(threads()).toEqual([openingsOf('2026-04-01')]);
    expect(await subscriptionOf()).not.toHaveProperty('suspension');
    expect(told()).toEqual([]);
  });

  it('leaves a part whose answer was lost alone where the bot may not read back, posts the rest, and the status names it', async () => {
    const { slack, deliverAfter, threads, status } = await startDelivering();
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
    const { slack, deliverAfter, threads, status } = await startDelivering();
    slack.fail('chat.postMessage', { kind: 'error', error: 'external_channel_migrating' }, { call: 3 });
    await deliverAfter(0);
    await deliverAfter(hour);
    expect(threads()).toEqual([openingsOf('2026-04-01').toSpliced(2, 1)]);
    expect(await status()).toMatch(/Part 3 of the edition of 2026-04-01: .*external_channel_migrating/);
  });

  it('and whose parent somebody deletes gets no second one, and the status says why the rest is missing', async () => {
    const { slack, channel, make, deliverAfter, threads, status } = await startDelivering();
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
const deleteMessage = async ({ url, botToken }: SlackServer, { channel, ts }: Message): Promise<void> => {
  const headers = { authorization: `Bearer ${botToken}` };
  await fetch(`${url}chat.delete`, { method: 'POST', headers, body: new URLSearchParams({ channel, ts }) });
};
