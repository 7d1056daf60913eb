/** What the channels of a workspace are told beside subscribing: the list, one that cannot be read, a failure. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ArchiveError } from '../../src/archive/archive-error.ts';
import { deliveryKey, finishDelivery, planDeliveries } from '../../src/archive/deliveries.ts';
import { markStanding } from '../../src/archive/parts.ts';
import { saveSubscription, suspendSubscription } from '../../src/archive/subscriptions.ts';
import { PlatformError } from '../../src/chat/platform.ts';
import type { Subscription } from '../../src/edition/subscription.ts';
import { aTalk, channel, commandOf, fill, manager, now, type Talk, textOf } from './a-conversation.ts';

const wanted: Subscription = {
  ...channel,
  themes: [],
  companies: ['Acme'],
  at: '09:00',
  timeZone: 'Asia/Tokyo',
  weekdays: ['mon'],
  tellsQuietDays: false,
  subscriber: 'U9',
};

describe('a workspace', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await aTalk();
    await fill(talk.archive);
    for (const id of ['C0', 'C1', 'C2']) await saveSubscription(talk.archive, { ...wanted, channel: id }, now);
    await saveSubscription(talk.archive, { ...wanted, workspace: 'T2', channel: 'C9' }, now);
  });
  afterEach(() => talk.archive.close());

  it('lists its own channels, this one first', async () => {
    const { text } = await talk.ask('subscriptions');
    expect(text).toContain('3 channels get editions');
    expect(text.match(/#C\d/g)).toEqual(['#C1', '#C0', '#C2']);
    expect(text).toContain(
      'from Acme, Monday at 09:00, Asia/Tokyo. Next: Monday 30 November at about 16:30, when the edition is made, Asia/Tokyo.',
    );
  });

  it('is told that a thread which is being posted is still completed, when this channel leaves', async () => {
    const date = now.slice(0, 10);
    const parts = [
      { place: 'parent', payload: {} },
      { place: 'reply', payload: {} },
    ] as const;
    const completed = 'A thread that is being posted at this moment is still completed.';
    await planDeliveries(talk.archive, [{ edition: date, parts, channels: [channel] }], now);
    await markStanding(
      talk.archive,
      { key: deliveryKey({ ...channel, edition: date }), ordinal: 0 },
      { id: '1', thread: '1' },
      now,
    );
    expect((await talk.ask('unsubscribe')).text).toContain(completed);
    await finishDelivery(talk.archive, deliveryKey({ ...channel, edition: date }), 'posted', now);
    await talk.ask('subscribe theme:all');
    expect((await talk.ask('unsubscribe')).text).not.toContain(completed);
  });

  it('has a home with its channels by name and the latest edition', async () => {
    const message = await talk.conversation.home({ platform: 'slack', workspace: 'T1' });
    const channels = message.blocks.flatMap(block => (block.kind === 'list' ? block.items.flat() : []));
    expect(channels.flatMap(run => run.channel ?? [])).toEqual(['C0', 'C1', 'C2']);
    expect(JSON.stringify(message)).toContain('Engineering @ Scale — 2026-04-01');
  });

  it('marks those in which nothing can be posted, with since when and why, in the list and at home', async () => {
    const reason = 'Slack #two is archived. Unarchive it.';
    await suspendSubscription(talk.archive, { ...channel, channel: 'C2' }, reason, '2026-11-23T00:00:00Z');
    const { text } = await talk.ask('subscriptions');
    expect(text).toContain('2 of 3 channels get editions');
    const line = `Monday at 09:00, Asia/Tokyo. Nothing could be posted since Monday 23 November at 09:00: ${reason}`;
    expect(text.split('\n').filter(one => one.endsWith(line))).toEqual([expect.stringContaining('#C2 — ')]);
    const home = await talk.conversation.home({ platform: 'slack', workspace: 'T1' });
    expect(JSON.stringify(home)).toContain(line);
  });

  it('names those in which nothing can be posted before others, after this channel, however many there are', async () => {
    for (let index = 10; index < 40; index++)
      await saveSubscription(talk.archive, { ...wanted, channel: `C${index}` }, now);
    await suspendSubscription(talk.archive, { ...channel, channel: 'C39' }, 'It is archived.', now);
    const { text } = await talk.ask('subscriptions');
    expect(text.match(/#C\d+/g)?.slice(0, 3)).toEqual(['#C1', '#C39', '#C0']);
    expect(text).toContain('32 of 33 channels get editions');
    expect(text).toContain('And 13 more channels.');
    const home = await talk.conversation.home({ platform: 'slack', workspace: 'T1' });
    expect(textOf(home).match(/#C\d+/g)?.slice(0, 2)).toEqual(['#C39', '#C0']);
  });

  it('has a home before anything is there', async () => {
    const message = await talk.conversation.home({ platform: 'discord', workspace: 'G1' });
    expect(JSON.stringify(message)).toContain('No channel gets editions yet');
  });
});

describe('a subscription that can no longer be read, as its theme was removed from the program', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await aTalk({ deliveries: { postNow: async () => 'Posted.', obstacleTo: () => undefined } });
    for (const id of ['C1', 'C2']) await saveSubscription(talk.archive, { ...wanted, channel: id }, now);
    const document = JSON.stringify({ ...wanted, themes: ['astrology'] });
    await talk.archive.db
      .updateTable('subscriptions')
      .set({ subscription: document })
      .where('channel', '=', 'C1')
      .execute();
  });
  afterEach(() => talk.archive.close());

  it('hides no other channel, and is named to people and in the log', async () => {
    const { text } = await talk.ask('subscriptions');
    expect(text).toContain('1 channel gets editions');
    expect(text).toMatch(/#C1 — gets nothing: .* Subscribe it anew there/);
    expect(text).toContain('#C2 — from Acme');
    expect(talk.log.join()).toContain('the slack channel C1');
    expect(JSON.stringify(await talk.conversation.home({ platform: 'slack', workspace: 'T1' }))).toContain('#C1');
  });

  it.each(['status', 'post'])('%s says what is wrong and what to do', async asked => {
    expect((await talk.ask(asked)).text).toMatch(/can no longer be read, so it gets no editions.*\/digest subscribe/);
  });

  it('can be set anew, by the form too', async () => {
    expect(await talk.conversation.form({ asked: 'subscribe', person: manager, place: channel })).toBeDefined();
    expect((await talk.ask('subscribe theme:zero-trust')).text).toContain('This channel is subscribed');
    expect((await talk.ask('subscriptions')).text).toContain('2 channels get editions');
  });

  it('can be given up', async () => {
    expect((await talk.ask('unsubscribe')).text).toContain('This channel gets no more editions.');
    expect((await talk.ask('subscriptions')).text).not.toContain('#C1');
  });
});

describe('a failure', () => {
  it('of the platform is told in its words', async () => {
    const refusal = new PlatformError('no-permission', 'The bot lacks Send Messages in #news. Allow it there.');
    const postNow = async () => Promise.reject(refusal);
    const talk = await aTalk({ deliveries: { postNow, obstacleTo: () => undefined } });
    await talk.ask('subscribe theme:all');
    const { text, actions } = await talk.ask('post');
    expect(text).toContain('The bot lacks Send Messages in #news. Allow it there.');
    expect(commandOf(actions, 'Try again')).toBe('post');
    await talk.archive.close();
  });

  it('of a database server that does not answer is told as what will pass, without what it was', async () => {
    const away = new ArchiveError('unreachable', 'The Postgres database digest on db:5432 does not answer.');
    const postNow = async () => Promise.reject(away);
    const talk = await aTalk({ deliveries: { postNow, obstacleTo: () => undefined } });
    await talk.ask('subscribe theme:all');
    const { text, actions } = await talk.ask('post');
    expect(text).toMatch(/^The archive does not answer at the moment\. Try again in a minute\. It is in the log/);
    expect(text).not.toContain('db:5432');
    expect(commandOf(actions, 'Try again')).toBe('post');
    await talk.archive.close();
  });

  it('of ours is told with an id that is in the log, and nothing of what it was', async () => {
    const talk = await aTalk();
    await talk.archive.close();
    const { text, answer } = await talk.ask('kafka');
    const id = /in the log under ([\da-f]{8})\./.exec(text)?.[1] ?? 'none';
    expect(talk.log.filter(line => line.includes(id))).toHaveLength(1);
    expect(text).not.toMatch(/database|driver|destroyed/i);
    expect(answer.audience).toBe('person');
    expect(await talk.conversation.suggest('company', 'a')).toEqual([]);
    expect(await talk.conversation.form({ asked: 'subscribe', person: manager, place: channel })).toBeUndefined();
    expect((await talk.conversation.home({ platform: 'slack', workspace: 'T1' })).blocks).toHaveLength(1);
  });

  it('is in the log under the number of its request, as is all that is noted of that', async () => {
    const talk = await aTalk();
    const { platform, workspace } = channel;
    for (const id of ['C7', 'C8']) await saveSubscription(talk.archive, { ...wanted, channel: id }, now);
    await talk.archive.db.updateTable('subscriptions').set({ subscription: 'no JSON' }).execute();
    for (let asked = 0; asked < 2; asked += 1) await talk.conversation.home({ platform, workspace });
    const numbers = talk.log.map(line => JSON.parse(line).requestId);
    expect(numbers[0]).toMatch(/^[\da-f]{8}$/);
    expect(numbers).toEqual([numbers[0], numbers[0], numbers[2], numbers[2]]);
    expect(numbers[0]).not.toBe(numbers[2]);
    await talk.archive.close();
  });
});
