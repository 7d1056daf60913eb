import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getSubscription, listSubscriptions } from '../../src/archive/subscriptions.ts';
import type { Edition } from '../../src/edition/edition.ts';
import type { Subscription } from '../../src/edition/subscription.ts';
import { anEdition, anEntry } from '../an-edition.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import type { Message } from '../servers/slack/contract.ts';
import { recordedEdition } from './recorded-edition.ts';
import { type SlackStage, startStage, type Transport } from './slack-stage.ts';
import { readBlocks } from './slack-text.ts';
import { there } from './there.ts';

const hostile = '<!channel> *all* <@U0BOT> <https://evil.example|good> `code` :tada: & @here';

/** A day before, with which the entries of Cloudflare fill three pages. */
const dayBefore = anEdition({
  date: '2026-03-31',
  title: 'Engineering @ Scale — 2026-03-31',
  deepDives: Array.from({ length: 5 }, (_, place) =>
    anEntry({
      id: `dddddddddd0${place}`,
      title: place === 0 ? hostile : `Rust at the edge, part ${place}`,
      company: 'Cloudflare',
      url: `https://blog.example/${place}`,
      ...(place === 0 && { body: hostile, source: hostile }),
    }),
  ),
  signal: { headline: '', body: '', entries: [] },
  patterns: [],
});

let edition: Edition;
beforeAll(async () => {
  edition = await recordedEdition();
});

describe.each<Transport>(['Socket Mode', 'HTTP'])('Slack over %s', transport => {
  let stage: SlackStage;
  let user: string;
  let channel: string;
  beforeAll(async () => {
    stage = await startStage([dayBefore, edition], transport);
    user = stage.slack.addUser().id;
    channel = stage.slack.addChannel().id;
  });
  afterAll(() => stage.close());

  const ask = (words: string): Promise<Message> => stage.ask(words, { user, channel });
  const press = (button: string, on: Message): Promise<Message> => stage.press(button, on, user);
  const read = ({ blocks }: Pick<Message, 'blocks'>): string => readBlocks(blocks);
  /** The titles of the entries that a message shows, of the recorded edition and the day before. */
  const titlesIn = (message: Message): readonly string[] =>
    [...edition.deepDives, ...dayBefore.deepDives]
      .map(({ title }) => title)
      .filter(title => read(message).includes(title));

  describe('an edition in a channel', () => {
    let subscription: Subscription;
    let thread: readonly Message[];
    const post = () => stage.running.dispatcher.bring({ subscription, edition: edition.date });
    beforeAll(async () => {
      const { slack } = stage;
      subscription = aSubscription({ workspace: slack.teamId, channel: slack.addChannel().id });
      expect(await post()).toEqual({ outcome: 'posted' });
      thread = slack.thread(subscription.channel, there(slack.messages(subscription.channel)[0]).ts);
    });

    it('is a message with the Signal, what there is, and buttons', () => {
      const parent = read(there(thread[0]));
      expect(parent).toMatch(
        /^Engineering @ Scale — 2026-04-01\nThe edition of Wednesday 1 April, delivered late\.\nSignal of the Day\n/,
      );
      expect(parent).toContain(edition.signal.headline);
      expect(parent).toContain('18 entries from 12 companies, 30 sources read, 1 failed');
      expect(parent).toMatch(/\n\[Subscribe this channel\] \[Browse\]$/);
    });

    it('has a reply for each Deep Dive in order, then the patterns, then the rest', () => {
      const replies = thread.slice(1).map(read);
      const { deepDives, patterns, alsoPublished } = edition;
      expect(replies).toHaveLength(deepDives.length + 2);
      for (const [place, { title, company, body }] of deepDives.entries()) {
        expect(replies[place]).toContain(`${title} · ${company} · Source\n${body}\n`);
      }
      expect(replies.at(-2)).toMatch(/^Patterns Across Companies\n/);
      for (const { body } of patterns) expect(replies.at(-2)).toContain(body);
      expect(replies.at(-1)).toMatch(/^Also published\n/);
      for (const { title } of alsoPublished) expect(replies.at(-1)).toContain(title);
      expect(replies.at(-1)).toContain('Sources that could not be read\n• SoundCloud Backstage Blog: ');
    });

    it('bears a key in each message, by which it is found again', async () => {
      const { workspace, channel: where } = subscription;
      const keys = thread.map(({ metadata }) => String(metadata?.event_payload.key));
      expect(new Set(keys).size).toBe(thread.length);
      const { platform } = stage.running.bot.bot;
      const parent = there(thread[0]);
      const sentAt = new Date().toISOString();
      const target = { workspace, channel: where };
      expect(await platform.find(target, there(keys[0]), sentAt)).toMatchObject({ id: parent.ts });
      const found = await platform.find({ ...target, thread: parent.ts }, there(keys.at(-1)), sentAt);
      expect(found).toMatchObject({ id: thread.at(-1)?.ts, thread: parent.ts });
    });

    it('is not posted twice', async () => {
      await post();
      expect(stage.slack.messages(subscription.channel)).toHaveLength(1);
      expect(stage.slack.thread(subscription.channel, there(thread[0]).ts)).toHaveLength(thread.length);
    });

    it('is browsed by whoever presses its button, who alone sees the entries', async () => {
      const reader = stage.slack.addUser().id;
      const entries = await stage.press('Browse', there(thread[0]), reader);
      expect(entries.onlyFor).toBe(reader);
      expect(read(entries)).toMatch(/^18 entries for date:2026-04-01\n/);
    });
  });

  describe('a look-up', () => {
    it('alone shows the latest edition', async () => {
      expect(read(await ask(''))).toMatch(/^Engineering @ Scale — 2026-04-01\n/);
    });

    it('finds the entries of a company, newest first, for the person alone', async () => {
      const answer = await ask('company:cloudflare');
      expect(answer.onlyFor).toBe(user);
      expect(read(answer)).toMatch(/^8 entries for company:cloudflare\n/);
      expect(titlesIn(answer)).toEqual(
        edition.deepDives.filter(({ company }) => company === 'Cloudflare').map(({ title }) => title),
      );
      expect(read(answer)).toContain('Page 1 of 3\n[Next] [Share in channel]');
    });

    it.each(['theme:"zero trust"', 'theme:zero-trust', 'theme:“zero trust”', 'theme:zero trust', 'THEME:Zero-Trust'])(
      'finds the same entries for %s',
      async words => {
        const tagged = edition.deepDives.filter(({ themes }) => themes.includes('zero-trust'));
        expect(tagged.length).toBeGreaterThan(1);
        expect(titlesIn(await ask(words))).toEqual(tagged.map(({ title }) => title));
      },
    );

    it('shows the text of a feed as it is: no mention, link or markup comes alive (complaint 12: feed text pings @everyone)', async () => {
      const answer = await ask('evil date:2026-03-31');
      const shared = await press('Share in channel', answer);
      for (const { blocks, text } of [answer, shared]) {
        expect(readBlocks(blocks)).toContain(`${hostile} · Cloudflare · Source\n${hostile}\n${hostile} · `);
        const json = JSON.stringify(blocks);
        expect(json).not.toMatch(/"type":"(mrkdwn|user|usergroup|broadcast|emoji)"/);
        expect(json).not.toContain('"url":"https://evil.example');
        expect(text).not.toMatch(/[<>]/);
      }
    });

    it('turns its pages in place', async () => {
      const first = await ask('company:cloudflare');
      const second = await press('Next', first);
      expect(second.ts).toBe(first.ts);
      expect(read(second)).toContain('Page 2 of 3\n[Previous] [Next] [Share in channel]');
      const third = await press('Next', second);
      expect(read(third)).toContain('Page 3 of 3\n[Previous] [Share in channel]');
      const titles = [first, second, third].flatMap(titlesIn);
      expect(titles).toHaveLength(8);
      expect(new Set(titles).size).toBe(8);
    });

    it('turns its pages after the bot was stopped and another was started', async () => {
      const first = await ask('company:cloudflare');
      await stage.restart();
      expect(read(await press('Next', first))).toContain('Page 2 of 3');
    });

    it('is shared with the channel by its button, to be shared no more', async () => {
      const where = stage.slack.addChannel().id;
      const answer = await stage.ask('theme:zero-trust', { user, channel: where });
      const shared = await press('Share in channel', answer);
      expect(shared.onlyFor).toBeUndefined();
      expect(stage.slack.messages(where).map(read)).toEqual([read(answer).replace('\n[Share in channel]', '')]);
    });
  });

  describe('a channel', () => {
    const kept = (where: string) =>
      getSubscription(stage.running.archive, { platform: 'slack', workspace: stage.slack.teamId, channel: where });

    it('complaint 28: is subscribed by a form that finds themes and companies, and gets the edition at once', async () => {
      const { people } = stage.running;
      const where = stage.slack.addChannel().id;
      const form = await (await people.command('subscribe', { user, channel: where })).view();
      const themes = await people.type('theme', 'zero', form, user);
      expect(themes.options).toContainEqual({ label: 'Zero trust', value: 'zero-trust' });
      const companies = await people.type('company', 'pint', form, user);
      expect(companies.options).toEqual([{ label: 'Pinterest', value: 'Pinterest' }]);
      const zones = await people.type('zone', 'berl', form, user);
      expect(zones.options).toContainEqual({ label: 'Europe/Berlin', value: 'Europe/Berlin' });
      const done = await people.submit(form, {
        theme: ['zero-trust'],
        company: ['Pinterest'],
        at: '07:15',
        zone: 'Europe/Berlin',
        days: ['mon', 'fri'],
      });
      expect(done.payload).toBeUndefined();
      const told = await stage.slack.next('ephemeral', message => message.channel === where);
      expect(read(told)).toContain(
        'Next edition: Friday 3 April at about 10:00, when the edition is made, Europe/Berlin, about Zero trust or from Pinterest.',
      );
      expect(await kept(where)).toMatchObject({ themes: ['zero-trust'], companies: ['Pinterest'], subscriber: user });

      await press("Post today's edition now", told);
      const [parent] = stage.slack.messages(where);
      expect(stage.slack.thread(where, there(parent).ts).slice(1, 4).map(titlesIn)).toEqual(
        edition.deepDives
          .filter(({ themes, company }) => themes.includes('zero-trust') || company === 'Pinterest')
          .map(({ title }) => [title]),
      );
    });

    it('is subscribed by a command, is told of, and is left', async () => {
      const where = stage.slack.addChannel().id;
      const by = { user, channel: where };
      const told = await stage.ask('subscribe theme:databases at:9 zone:Berlin days:mon-fri', by);
      expect(read(told)).toMatch(/^This channel is subscribed\nEditions Monday to Friday at 09:00, Europe\/Berlin\.\n/);
      const listed = read(await stage.ask('subscriptions', by));
      expect(listed).toContain(`• #${where} — about Databases, Monday to Friday at 09:00, Europe/Berlin.`);
      expect(read(await stage.ask('unsubscribe', by))).toMatch(/^This channel gets no more editions\./);
      expect(await kept(where)).toBeUndefined();
    });
  });

  it('the home tab shows the channels and the latest edition, and is browsed in a modal', async () => {
    const { people, archive } = stage.running;
    const subscribed = await listSubscriptions(archive, { platform: 'slack', workspace: stage.slack.teamId });
    const someone = stage.slack.addUser().id;
    await people.openHome(someone);
    const home = await stage.slack.next('view', view => view.type === 'home' && view.user === someone);
    for (const { channel: id } of subscribed) expect(readBlocks(home.blocks)).toContain(`• #${id} — `);
    expect(readBlocks(home.blocks)).toContain(edition.title);
    const modal = await (await people.press('Browse', home, someone)).view();
    expect(readBlocks(modal.blocks)).toContain('Page 1 of 6');
    const turned = await (await people.press('Next', modal, someone)).view();
    expect(turned.id).toBe(modal.id);
    expect(readBlocks(turned.blocks)).toContain('Page 2 of 6');
  });

  it('nothing of this troubled the operator', () => {
    expect(stage.running.bot.log.filter(({ level }) => level >= 40)).toEqual([]);
  });
});
