/** `/digest status`: what a channel got, what is in hand for it, what is next, and what is wrong and what to do about it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Deliveries } from '../../commands/command.ts';
import { deliveryKey, finishDelivery, planDeliveries, postponeDelivery } from '../../src/archive/deliveries.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { markFailed, markStanding } from '../../src/archive/parts.ts';
import { saveSubscription, suspendSubscription } from '../../src/archive/subscriptions.ts';
import type { Outcome } from '../../src/archive/tables.ts';
import { anEdition } from '../an-edition.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { aTalk, channel, commandOf, fill, manager, member, now, type Talk } from './a-conversation.ts';

const long = '2026-01-01T00:00:00Z';
const yesterday = '2026-11-24T07:01:00Z';
const parts = [
  { place: 'parent', payload: 'Parent' },
  { place: 'reply', payload: 'One' },
  { place: 'reply', payload: 'Two' },
] as const;

describe('/digest status', () => {
  let talk: Talk;
  let obstacle: ReturnType<Deliveries['obstacleTo']>;
  beforeEach(async () => {
    obstacle = undefined;
    const deliveries = { postNow: async () => '', obstacleTo: () => obstacle };
    talk = await aTalk({ deliveries });
    await fill(talk.archive);
    await saveSubscription(talk.archive, aSubscription(channel), long);
  });
  afterEach(() => talk.archive.close());

  const keyOf = (edition: string) => deliveryKey({ ...channel, edition });
  const plan = (edition: string, of: typeof parts | readonly [] = parts) =>
    planDeliveries(talk.archive, [{ edition, parts: of, channels: [channel] }], yesterday);
  const stand = async (edition: string, count: number): Promise<void> => {
    for (let ordinal = 0; ordinal < count; ordinal++)
      await markStanding(talk.archive, { key: keyOf(edition), ordinal }, { id: '1', thread: '1' }, yesterday);
  };
  const finish = (edition: string, outcome: Outcome) =>
    finishDelivery(talk.archive, keyOf(edition), outcome, yesterday);
  const status = async () => (await talk.ask('status')).text;

  it('of a channel in which all is well takes no more than a few lines', async () => {
    await plan('2026-11-24');
    await stand('2026-11-24', 3);
    await finish('2026-11-24', 'posted');
    const { text, actions } = await talk.ask('status', { person: member });
    expect(text.split('\n').slice(0, 4)).toEqual([
      'Status',
      'The latest edition is that of 2026-04-01, with 10 entries.',
      'This channel gets editions about everything, every day at 08:00, Europe/Berlin.',
      'Last: the edition of 2026-11-24, with 3 parts on Tuesday 24 November at 08:01. Next: Thursday 26 November at about 08:30, when the edition is made, Europe/Berlin.',
    ]);
    expect(text).not.toContain('wrong');
    expect(actions).toEqual([]);
  });

  it('names the blogs that fail', async () => {
    expect(await status()).toContain('1 of 3 sources could not be read:\nInitech Blog — 404 Not Found');
  });

  it('says so where nothing was posted yet, or the last day had nothing for the channel', async () => {
    expect(await status()).toContain('None was posted yet. Next: ');
    await plan('2026-11-24', []);
    expect(await status()).toContain('Last: the edition of 2026-11-24 had nothing of what this channel follows.');
  });

  it('tells how far the edition in hand came, why it waits, and when it is tried again in the zone of the channel', async () => {
    await plan('2026-11-25');
    await stand('2026-11-25', 2);
    expect(await status()).toContain('\nIn hand: the edition of 2026-11-25, 2 of 3 parts posted.\n');
    const problem = 'Slack gave no answer for #news: 503.';
    await postponeDelivery(talk.archive, keyOf('2026-11-25'), { problem, retryAt: '2026-11-25T10:20:00Z' });
    expect(await status()).toContain(
      'In hand: the edition of 2026-11-25, 2 of 3 parts posted. It is tried again on Wednesday 25 November at 11:20.\n',
    );
    expect(await status()).toContain(`What is wrong:\n${problem}\n`);
  });

  it('tells of an edition whose time has come though it is not begun, and what comes after it', async () => {
    const { archive } = talk;
    await saveEdition(archive, anEdition({ date: '2026-11-25' }), { until: now, builtAt: now });
    const text = await status();
    expect(text).toContain('\nDue: the edition of 2026-11-25.\nNone was posted yet. Next: Thursday 26 November at ');
    await plan('2026-11-25');
    expect(await status()).not.toContain('Due');
  });

  it('leaves out what is not to come any more: one that gives way to a newer, and one of long ago', async () => {
    for (const edition of ['2026-11-01', '2026-11-24', '2026-11-25']) await plan(edition);
    await stand('2026-11-01', 1);
    expect((await status()).match(/In hand: the edition of \S+,/g)).toEqual(['In hand: the edition of 2026-11-25,']);
  });

  it('tells since when and why nothing can be posted, once, and lets those try who may', async () => {
    const reason = 'The bot is not in #news. Type /invite there.';
    await plan('2026-11-25');
    await postponeDelivery(talk.archive, keyOf('2026-11-25'), { problem: reason, retryAt: '2026-11-25T10:20:00Z' });
    await suspendSubscription(talk.archive, channel, reason, yesterday);
    const { text, actions } = await talk.ask('status', { person: manager });
    expect(text).toContain(`Nothing could be posted since Tuesday 24 November at 08:01: ${reason}`);
    expect(text.split(reason)).toHaveLength(2);
    expect(text).toContain('What this channel follows is kept.');
    expect(commandOf(actions, 'Try now')).toBe('post');
    expect((await talk.ask('status', { person: member })).actions).toEqual([]);
  });

  it('names the parts that are missing, those of one reason together', async () => {
    await plan('2026-11-24');
    await stand('2026-11-24', 1);
    for (const ordinal of [1, 2])
      await markFailed(talk.archive, { key: keyOf('2026-11-24'), ordinal }, 'Slack refuses it.', yesterday);
    await finish('2026-11-24', 'posted');
    const text = await status();
    expect(text).toContain('Last: the edition of 2026-11-24, with 1 of 3 parts on');
    expect(text).toContain('What is wrong:\nParts 2 and 3 of the edition of 2026-11-24: Slack refuses it.\n');
  });

  it('says why the latest edition was given up, and what came last before it', async () => {
    await plan('2026-11-23');
    await stand('2026-11-23', 3);
    await finish('2026-11-23', 'posted');
    await plan('2026-11-24');
    await markFailed(talk.archive, { key: keyOf('2026-11-24'), ordinal: 0 }, 'Slack refuses it.', yesterday);
    await finish('2026-11-24', 'failed');
    const text = await status();
    expect(text).toContain('Last: the edition of 2026-11-23, with 3 parts');
    expect(text).toContain(
      'What is wrong:\nThe edition of 2026-11-24 could not be posted.\nPart 1 of the edition of 2026-11-24: Slack refuses it.\n',
    );
    await plan('2026-11-25');
    expect(await status()).not.toContain('2026-11-24');
  });

  it('tells what keeps editions from all channels', async () => {
    obstacle = { problem: 'Slack refuses the token. Install the app again.', until: '2026-11-25T10:10:00Z' };
    expect(await status()).toContain(
      'Slack refuses the token. Install the app again. It is tried again on Wednesday 25 November at 11:10.',
    );
    await plan('2026-11-25');
    const { problem } = obstacle;
    await postponeDelivery(talk.archive, keyOf('2026-11-25'), { problem, retryAt: '2026-11-25T10:01:00Z' });
    expect(await status()).toContain('0 of 3 parts posted. It is tried again on Wednesday 25 November at 11:10.');
    expect((await status()).split(problem)).toHaveLength(2);
    obstacle = { problem: 'Another process of the bot posts the editions.' };
    expect(await status()).toContain('What is wrong:\nAnother process of the bot posts the editions.\n');
  });
});
