/** What a channel gets: subscribing, changing, leaving, and who may. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveEdition } from '../../src/archive/editions.ts';
import {
  getSubscription,
  listSubscriptions,
  saveSubscription,
  suspendSubscription,
} from '../../src/archive/subscriptions.ts';
import type { Subscription } from '../../src/edition/subscription.ts';
import { anEdition } from '../an-edition.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { aTalk, channel, commandOf, fill, manager, member, now, type Talk } from './a-conversation.ts';

const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

describe('/digest subscribe', () => {
  let talk: Talk;
  const posted: Subscription[] = [];
  const saved = () => getSubscription(talk.archive, channel);

  beforeEach(async () => {
    posted.length = 0;
    talk = await aTalk({
      deliveries: {
        postNow: async subscription => {
          posted.push(subscription);
          return 'Posted the edition of 2026-04-01.';
        },
        obstacleTo: () => undefined,
      },
    });
    await fill(talk.archive);
  });
  afterEach(() => talk.archive.close());

  it('to everything gives the whole edition each day, at the usual time, in the zone of the person', async () => {
    const { text, answer } = await talk.ask('subscribe theme:all');
    expect(answer.audience).toBe('person');
    expect(text).toContain('Editions every day at 07:30, Europe/Berlin.');
    expect(text).toContain(
      'Next edition: Thursday 26 November at about 08:30, when the edition is made, Europe/Berlin',
    );
    expect(await saved()).toEqual({
      ...channel,
      themes: [],
      companies: [],
      at: '07:30',
      timeZone: 'Europe/Berlin',
      weekdays: everyDay,
      tellsQuietDays: false,
      subscriber: manager.id,
      createdAt: now,
      savedAt: now,
    });
  });

  it('tells that an edition comes at once whose time a change brought forward into the past', async () => {
    await saveEdition(talk.archive, anEdition({ date: now.slice(0, 10) }), { until: now, builtAt: now });
    const early = aSubscription({ ...channel, at: '23:00', timeZone: 'UTC' });
    await saveSubscription(talk.archive, early, `${now.slice(0, 10)}T00:00:00Z`);
    const { text } = await talk.ask('subscribe at:00:30');
    expect(text).toContain('The edition of Wednesday 25 November is due already, and comes within minutes.');
    expect(text).toContain('Next edition: Thursday 26 November at ');
    expect((await talk.ask('subscribe theme:mcp at:23:00')).text).not.toContain('due already');
  });

  it('says what will come next and when, in the zone of the channel', async () => {
    const { text, actions } = await talk.ask(
      'subscribe theme:zero trust company:cloudflare,acme at:8 zone:"New York" days:mon-fri quiet:yes',
    );
    expect(text).toContain('Editions Monday to Friday at 08:00, America/New_York.');
    expect(text).toContain(
      'Next edition: Wednesday 25 November at 08:00, America/New_York, about Zero trust or from Cloudflare or Acme.',
    );
    expect(actions.map(({ label }) => label)).toEqual([
      'Post the edition of Wednesday 1 April now',
      'Change',
      'Unsubscribe',
    ]);
    expect(await saved()).toMatchObject({
      themes: ['zero-trust'],
      companies: ['Cloudflare', 'Acme'],
      weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
      tellsQuietDays: true,
    });
  });

  it('offers to post the latest edition by its date, and calls it that of today where it is', async () => {
    const labelled = async () => (await talk.ask('subscribe at:23:00')).actions[0]?.label;
    expect(await labelled()).toBe('Post the edition of Wednesday 1 April now');
    await saveEdition(talk.archive, anEdition({ date: '2026-11-25' }), { until: now, builtAt: now });
    expect(await labelled()).toBe("Post today's edition now");
    await talk.ask('subscribe zone:Kiritimati');
    expect(await labelled()).toBe('Post the edition of Wednesday 25 November now');
  });

  it('offers to post nothing before there is an edition', async () => {
    const empty = await aTalk({ deliveries: { postNow: async () => '', obstacleTo: () => undefined } });
    const { actions } = await empty.ask('subscribe theme:all');
    expect(actions.map(({ label }) => label)).toEqual(['Change', 'Unsubscribe']);
    await empty.archive.close();
  });

  describe('where the edition is made after the time of the channel', () => {
    it.each([
      ['zone:Auckland at:08:00', 'Thursday 26 November at about 20:30, when the edition is made, Pacific/Auckland'],
      ['zone:Kiritimati at:08:00', 'Thursday 26 November at about 21:30, when the edition is made, Pacific/Kiritimati'],
      ['zone:UTC at:07:29', 'Thursday 26 November at about 07:30, when the edition is made, UTC'],
      ['zone:UTC at:07:30', 'Thursday 26 November at 07:30, UTC'],
      ['zone:Honolulu at:08:00', 'Wednesday 25 November at 08:00, Pacific/Honolulu'],
    ])('says when it really comes: %s', async (typed, next) => {
      expect((await talk.ask(`subscribe ${typed}`)).text).toContain(`Next edition: ${next}, about everything.`);
    });

    it('says what to do about it', async () => {
      expect((await talk.ask('subscribe zone:Auckland at:08:00')).text).toContain(
        'Editions are made at 07:30, UTC: 08:00 in Pacific/Auckland is before that. To get them at your own time, ' +
          'choose a time after 20:30, or ask whoever runs the bot for an earlier DIGEST_AT.',
      );
      expect((await talk.ask('subscribe at:21:00')).text).not.toContain('DIGEST_AT');
    });
  });

  it('does nothing where its form could not be shown, and says how to subscribe by words', async () => {
    const { text, actions } = await talk.ask('subscribe');
    expect(text).toContain('nothing was changed');
    expect(text).toContain('/digest subscribe theme:all company:all');
    expect(await saved()).toBeUndefined();
    const [, example = ''] = text.split('\n').filter(line => line.startsWith('/digest '));
    await talk.ask(example);
    expect(await saved()).toMatchObject({ themes: ['zero-trust'], at: '08:00', weekdays: everyDay.slice(0, 5) });
    await talk.ask(commandOf(actions, 'Subscribe to everything') ?? '');
    expect(await saved()).toMatchObject({ themes: [], companies: [] });
  });

  it('resumes a subscription that was suspended, and says so', async () => {
    await talk.ask('subscribe theme:all');
    await suspendSubscription(talk.archive, channel, 'The channel is archived.', now);
    const { text } = await talk.ask('subscribe at:09:00');
    expect(text).toContain(
      'It was suspended, since nothing could be posted here: The channel is archived. It is tried again from now on.',
    );
    expect(await saved()).not.toHaveProperty('suspension');
    expect((await talk.ask('subscribe at:10:00')).text).not.toContain('suspended');
  });

  it.each([
    ['8', '08:00'],
    ['08:00', '08:00'],
    ['8.15', '08:15'],
    ['8am', '08:00'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['11:30PM', '23:30'],
    ['0:00', '00:00'],
  ])('takes at:%s for %s', async (typed, at) => {
    await talk.ask(`subscribe at:${typed}`);
    expect(await saved()).toMatchObject({ at });
  });

  it.each([
    ['daily', everyDay],
    ['weekdays', ['mon', 'tue', 'wed', 'thu', 'fri']],
    ['Mondays,thu', ['mon', 'thu']],
    ['fri-mon', ['mon', 'fri', 'sat', 'sun']],
    ['"tuesday to wednesday"', ['tue', 'wed']],
    ['"Monday, Wednesday and fri-sat"', ['mon', 'wed', 'fri', 'sat']],
  ])('takes days:%s', async (typed, days) => {
    await talk.ask(`subscribe days:${typed}`);
    expect(await saved()).toMatchObject({ weekdays: days });
  });

  it.each([
    ['theme:zero-trsut', 'Showing Zero trust: no theme is called "zero-trsut".'],
    ['zone:Berlim', 'Taking Europe/Berlin: no time zone is called "Berlim".'],
  ])('says what it took %s for', async (typed, said) => {
    expect((await talk.ask(`subscribe ${typed}`)).text).toContain(said);
  });

  it.each<[string, string, RegExp]>([
    ['theme:cooking', 'theme', /No theme is called "cooking". Near it: \w+/],
    ['company:Qwxyz', 'company', /No company is called "Qwxyz". A channel can follow those that the blogs have/],
    ['company:cloudfish', 'company', /No company is called "cloudfish". Near it: .*Cloudflare/],
    ['at:25:00', 'at', /"25:00" is no time of day/],
    ['at:13pm', 'at', /"13pm" is no time of day/],
    ['at:noon', 'at', /"noon" is no time of day/],
    ['at:24:00', 'at', /"24:00" is no time of day/],
    ['zone:Atlantis', 'zone', /No time zone is called "Atlantis"/],
    ['zone:Lond', 'zone', /No time zone is called "Lond". Near it: .*Europe\/London/],
    ['zone:PST', 'zone', /No time zone is called "PST"/],
    ['days:mon,blursday', 'days', /"blursday" is no weekday/],
    ['days:someday', 'days', /"someday" is no weekday/],
    ['days:mon-', 'days', /is no weekday/],
    ['quiet:maybe', 'quiet', /yes or no, not "maybe"/],
  ])('refuses %s, says so of that option, and changes nothing', async (typed, option, said) => {
    const { text, answer } = await talk.ask(`subscribe ${typed}`);
    expect(text).toMatch(said);
    expect(answer.problems).toMatchObject([{ option }]);
    expect(await saved()).toBeUndefined();
  });

  it.each(['theme', 'company', 'at', 'zone', 'days', 'quiet'])(
    'is refused with a blank %s as an option of Discord, which changes nothing (an empty filter is not "everything")',
    async name => {
      await talk.ask('subscribe theme:zero-trust company:acme at:09:00');
      const before = await saved();
      const { text } = await talk.ask({ command: 'subscribe', options: { [name]: [' '] } });
      expect(text).toContain('""');
      expect(await saved()).toEqual(before);
    },
  );

  it.each(['theme:', 'theme:""', 'theme:,', 'company:', 'at:', 'zone:', 'days:', 'quiet:'])(
    'refuses %s with nothing after it, and changes nothing',
    async typed => {
      const { text } = await talk.ask(`subscribe ${typed}`);
      expect(text).toContain(
        `${typed.slice(0, typed.indexOf(':'))}: needs a value after it. For example: /digest subscribe`,
      );
      expect(await saved()).toBeUndefined();
    },
  );

  it('tells all that is wrong at once', async () => {
    const { answer, text } = await talk.ask('subscribe theme:cooking at:25:00 days:never');
    expect(text.split('\n')).toHaveLength(4);
    expect(text).toContain('Nothing was changed.');
    expect(answer.problems?.map(({ option }) => option)).toEqual(['theme', 'at', 'days']);
  });

  it('asks of what a free word is to be understood', async () => {
    expect((await talk.ask('subscribe kafka')).text).toMatch(/"kafka" needs one of these before it: theme:, company:/);
  });

  describe('said again', () => {
    beforeEach(() => talk.ask('subscribe theme:zero-trust company:acme at:08:00'));

    it('changes what is said, keeps the rest, and tells what changed', async () => {
      const { text } = await talk.ask('subscribe at:09:00');
      expect(text).toContain('Time: 09:00, was 08:00');
      expect(text).not.toContain('Themes:');
      expect(await saved()).toMatchObject({ at: '09:00', themes: ['zero-trust'], companies: ['Acme'] });
      expect(await listSubscriptions(talk.archive)).toHaveLength(1);
    });

    it('takes filters away with "all"', async () => {
      const { text } = await talk.ask('subscribe theme:all company:ALL');
      expect(text).toContain('Themes: all, was Zero trust');
      expect(await saved()).toMatchObject({ themes: [], companies: [] });
    });

    it('says so where nothing changed', async () => {
      expect((await talk.ask('subscribe at:08:00')).text).toContain('Nothing was changed.');
    });
  });

  describe('as a form', () => {
    const formOf = (asked: string, person = manager) => talk.conversation.form({ asked, person, place: channel });

    it('asks five things, answered as the channel has them', async () => {
      await talk.ask('subscribe theme:zero-trust company:acme at:08:00 days:mon,tue');
      const form = await formOf('subscribe');
      expect(form).toMatchObject({ command: 'subscribe' });
      expect(form?.fields.map(({ name, initial }) => [name, initial.map(({ value }) => value)])).toEqual([
        ['theme', ['zero-trust']],
        ['company', ['Acme']],
        ['at', ['08:00']],
        ['zone', ['Europe/Berlin']],
        ['days', ['mon', 'tue']],
      ]);
    });

    it('takes its own answers for no change, and what is left empty for none', async () => {
      await talk.ask('subscribe theme:zero-trust quiet:yes');
      const form = await formOf('subscribe');
      const options = Object.fromEntries(
        (form?.fields ?? []).map(({ name, initial }) => [name, initial.map(({ value }) => value)]),
      );
      expect((await talk.ask({ command: 'subscribe', options })).text).toContain('Nothing was changed.');
      await talk.ask({ command: 'subscribe', options: { ...options, theme: [] } });
      expect(await saved()).toMatchObject({ themes: [], tellsQuietDays: true });
    });

    it('is not for a request that says it all, for other commands, or for who may not', async () => {
      expect(await formOf('subscribe at:08:00')).toBeUndefined();
      expect(await formOf('kafka')).toBeUndefined();
      expect(await formOf('subscribe', member)).toBeUndefined();
      expect(await formOf('"kafka')).toBeUndefined();
      expect(await talk.conversation.form({ asked: 'subscribe', person: manager })).toBeUndefined();
    });
  });

  describe('its buttons', () => {
    beforeEach(() => talk.ask('subscribe theme:zero-trust'));

    it('post the latest edition at once', async () => {
      expect((await talk.ask('post')).text).toBe('Posted the edition of 2026-04-01.');
      expect(posted).toMatchObject([{ channel: 'C1', themes: ['zero-trust'] }]);
    });

    it('leads to a subscription as it was, after unsubscribing', async () => {
      const { text, actions } = await talk.ask('unsubscribe');
      expect(text).toContain('This channel gets no more editions.');
      expect(commandOf(actions, 'Subscribe again')).toBe('subscribe');
      expect(await saved()).toBeUndefined();
    });
  });

  it.each(['unsubscribe', 'post'])('%s says so where the channel has no subscription', async asked => {
    expect((await talk.ask(asked)).text).toContain('This channel gets no editions');
    expect(posted).toEqual([]);
  });

  it.each(['subscribe', 'subscribe at:08:00', 'unsubscribe', 'post', 'subscriptions'])(
    '%s is for those who may manage the channel, and says so to others',
    async asked => {
      await saveSubscription(talk.archive, aSubscription({ ...channel, at: '09:00' }), now);
      expect((await talk.ask(asked, { person: member })).text).toContain('Only people who may manage this channel');
      expect(await saved()).toMatchObject({ at: '09:00' });
      expect(posted).toEqual([]);
    },
  );

  it('who is not among those is told who is, where the platform knows', async () => {
    const person = { ...member, whoMayManage: 'Only administrators may: ask one of them.' };
    expect((await talk.ask('subscribe', { person })).text).toBe('Only administrators may: ask one of them.');
  });

  it.each(['subscribe', 'unsubscribe', 'post', 'subscriptions'])('%s needs a channel, and says so', async asked => {
    expect((await talk.ask(asked, { place: 'nowhere' })).text).toContain('there is no channel here');
  });
});
