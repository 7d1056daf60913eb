/** `/digest` and what stands after it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTalk, commandOf, fill, member, type Talk } from './a-conversation.ts';

describe('before there is an edition', () => {
  it.each([
    ['', 'There is no edition yet'],
    ['sources', 'No source has been read yet'],
    ['status', 'There is no edition yet'],
    ['kafka', 'No entry for kafka'],
  ])('/digest %s says so', async (asked, said) => {
    const talk = await aTalk();
    expect((await talk.ask(asked)).text).toContain(said);
    await talk.archive.close();
  });
});

describe('/digest', () => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await aTalk({ publicUrl: 'https://digest.example/editions' });
    await fill(talk.archive);
  });
  afterAll(() => talk.archive.close());

  describe('alone', () => {
    it('shows the latest edition on one screen, without a thread', async () => {
      const { text, answer } = await talk.ask('  ');
      expect(text).toMatch(/^Engineering @ Scale — 2026-04-01/);
      expect(text).toContain('Databases: 2 companies in one day');
      expect(text).toContain('Sharding without tears');
      expect(text).toContain('10 entries from 3 companies · 1 also published');
      expect(answer).toMatchObject({ audience: 'person' });
      expect(answer.message.thread).toBeUndefined();
    });

    it('leads on to its entries, to the web, to the channel and to help', async () => {
      const { actions } = await talk.ask('');
      expect(actions).toMatchObject([
        { label: 'Browse', command: 'date:2026-04-01' },
        { label: 'Share in channel', command: 'share' },
        { label: 'Read on the web', href: 'https://digest.example/editions/2026-04-01' },
        { label: 'Sources', command: 'sources' },
        { label: 'Help', command: 'help' },
      ]);
    });
  });

  describe('with words', () => {
    it('finds entries, with the date of their edition', async () => {
      const { text } = await talk.ask('company:globex');
      expect(text).toContain('1 entry for company:globex');
      expect(text).toContain('Sharding without tears');
      expect(text).toContain('Edition of 2026-04-01');
    });

    it('finds a company despite a slip, and says what it took', async () => {
      expect((await talk.ask('company:globx')).text).toContain('Showing Globex: no company is called "globx".');
    });

    it('takes a theme of two words without quotes', async () => {
      expect((await talk.ask('theme:event streaming')).text).toContain('8 entries for theme:"event streaming"');
    });

    it('takes several names split by commas for any of them', async () => {
      expect((await talk.ask('company:acme,globex')).text).toContain('2 entries for company:acme company:globex');
    });

    it('takes options by name as well as words, and the two together', async () => {
      const asked = { command: '', options: { company: ['Initech, Globex'], words: ['shard'] } };
      expect((await talk.ask(asked)).text).toContain('1 entry for company:Initech company:Globex shard');
    });

    it('takes words alone for all that was typed, as where a platform has but one field', async () => {
      const { text } = await talk.ask({ command: '', options: { words: ['company:globex shard'] } });
      expect(text).toContain('1 entry for company:globex shard');
      expect((await talk.ask({ command: '', options: { words: ['help'] } })).text).toContain('What you can ask');
    });

    it.each([
      ['date:today', 'date:2026-11-25'],
      ['date:Yesterday', 'date:2026-11-24'],
      ['after:monday', 'after:2026-11-23'],
      ['after:wed', 'after:2026-11-25'],
      ['before:thursday', 'before:2026-11-19'],
    ])('takes %s for %s, as it is where the person is', async (typed, meant) => {
      expect((await talk.ask(`${typed} zeppelin`)).text).toContain(`No entry for ${meant} zeppelin`);
    });

    it('keeps on its buttons the date that was meant, for they are pressed on another day', async () => {
      const { actions } = await talk.ask('before:today company:initech');
      expect(commandOf(actions, 'Next')).toBe('page:2 before:2026-11-25 company:initech');
    });

    it.each([
      ['initech kafka', undefined],
      ['event streaming', 'theme:event-streaming'],
      ['Kafka', 'theme:event-streaming'],
    ])('offers for %s, which is a name, the filter by it: %s', async (typed, filter) => {
      const { actions } = await talk.ask(typed);
      const offered = actions.find(({ label }) => label.startsWith('company:') || label.startsWith('theme:'));
      expect(offered).toEqual(filter === undefined ? undefined : { label: filter, command: filter });
    });

    it.each([
      ['sources of latency', 'No entry for sources of latency'],
      ['"help" desk', 'No entry for "help" desk'],
      ['kafka help', 'No entry for kafka help'],
    ])('looks up %s, which only begins like a command or has one inside', async (asked, said) => {
      expect((await talk.ask(asked)).text).toContain(said);
    });
  });

  describe('by the page', () => {
    it('shows three entries and which page that is', async () => {
      const { text, actions } = await talk.ask('company:initech');
      expect(text).toContain('8 entries for company:initech');
      expect(text.match(/Kafka, part/g)).toHaveLength(3);
      expect(text).toContain('Page 1 of 3');
      expect(actions.map(({ label }) => label)).toEqual(['Next', 'Share in channel']);
    });

    it('its buttons lead through all entries, each once, and back', async () => {
      const titles: string[] = [];
      let next: string | undefined = 'company:initech kafka';
      let pages = 0;
      for (; next !== undefined; pages += 1) {
        const { text, actions } = await talk.ask(next);
        titles.push(...(text.match(/Kafka, part \d/g) ?? []));
        if (pages === 1) expect(commandOf(actions, 'Previous')).toBe('company:initech kafka');
        next = commandOf(actions, 'Next');
      }
      expect(pages).toBe(3);
      expect(new Set(titles).size).toBe(8);
      expect(titles).toHaveLength(8);
    });

    it('beyond the end says where the end is', async () => {
      const { text, actions } = await talk.ask('page:9 company:initech');
      expect(text).toContain('8 entries for company:initech: that is 3 pages.');
      expect(commandOf(actions, 'Last page')).toBe('page:3 company:initech');
    });

    it('shows nothing of pages where one is all', async () => {
      expect((await talk.ask('company:acme')).text).not.toContain('Page');
    });
  });

  describe('with no result', () => {
    it('says which part to leave out, with a button that does it', async () => {
      const { text, actions } = await talk.ask('company:initech theme:mcp');
      expect(text).toContain('No entry for company:initech theme:mcp');
      expect(text).toContain('Without theme:mcp there are 8.');
      expect(actions).toEqual([{ label: 'Without theme:mcp', command: 'company:initech' }]);
    });

    it('leaves out single words too', async () => {
      const { text, actions } = await talk.ask('shards zeppelin');
      expect(text).toContain('Without zeppelin there is 1.');
      expect(commandOf(actions, 'Without zeppelin')).toBe('shards');
    });

    it('offers names near one that nothing has, and keeps the rest of the look-up', async () => {
      const { text, actions } = await talk.ask('company:cloudfish kafka');
      expect(text).toContain('No company is called "cloudfish". Near it:');
      expect(commandOf(actions, 'company:Cloudflare')).toBe('company:Cloudflare kafka');
      expect(actions.length).toBeLessThanOrEqual(5);
    });

    it('offers a name that was misspelt as a word', async () => {
      const { text, actions } = await talk.ask('inytech');
      expect(text).toMatch(/Did you mean company:Initech/);
      expect(commandOf(actions, 'company:Initech')).toBe('company:Initech');
    });

    it.each([
      ['hlep', 'help', 'help'],
      ['Subcribe theme:mcp', 'subscribe', 'subscribe theme:mcp'],
      ['subscription', 'subscriptions', 'subscriptions'],
    ])('offers for %s the command that was meant', async (typed, label, command) => {
      const { text, actions } = await talk.ask(typed);
      expect(text).toContain(`Did you mean the command "${label}"?`);
      expect(commandOf(actions, label)).toBe(command);
    });

    it('leads elsewhere where nothing is near', async () => {
      const { text, actions } = await talk.ask('zeppelin');
      expect(text).toBe('No entry for zeppelin');
      expect(actions).toEqual([
        { label: 'Latest edition', command: 'date:2026-04-01' },
        { label: 'Help', command: 'help' },
      ]);
    });

    it('puts a name in place of the word that was misspelt, and keeps the words that some entry has', async () => {
      const { text, actions } = await talk.ask('inytech zeppelin kafka');
      expect(text).toContain('Nothing has "inytech" or "zeppelin". Did you mean company:Initech?');
      expect(commandOf(actions, 'company:Initech')).toBe('company:Initech kafka');
    });

    it('tells of a date without an edition which the latest is', async () => {
      expect((await talk.ask('date:2026-03-31')).text).toContain(
        'There is no edition of 2026-03-31. The latest is that of 2026-04-01.',
      );
    });
  });

  describe('shared', () => {
    it('shows the same page to all in the channel, to be shared no more', async () => {
      const { actions } = await talk.ask('page:2 company:initech kafka', { person: member });
      const share = commandOf(actions, 'Share in channel');
      expect(share).toBe('share page:2 company:initech kafka');
      const shared = await talk.ask(share ?? '', { person: member });
      expect(shared.answer.audience).toBe('channel');
      expect(shared.text).toContain('Page 2 of 3');
      expect(commandOf(shared.actions, 'Share in channel')).toBeUndefined();
    });

    it('is the latest edition where no words follow', async () => {
      const { text, answer } = await talk.ask('share');
      expect(answer.audience).toBe('channel');
      expect(text).toContain('Databases: 2 companies in one day');
    });

    it.each(['share firm:acme', 'share "kafka', 'share unsubscribe'])('%s is told to the person alone', async asked => {
      expect((await talk.ask(asked)).answer.audience).toBe('person');
    });

    it('needs a channel, and is not offered without', async () => {
      const { answer, actions } = await talk.ask('kafka', { place: 'nowhere' });
      expect(answer.audience).toBe('person');
      expect(commandOf(actions, 'Share in channel')).toBeUndefined();
      expect((await talk.ask('share kafka', { place: 'nowhere' })).answer.audience).toBe('person');
    });

    it('is not where the word was given to the option of a platform, to be looked for', async () => {
      const { text, answer } = await talk.ask({ command: '', options: { words: ['share kafka'] } });
      expect(answer.audience).toBe('person');
      expect(text).toContain('for share kafka');
    });

    it('is not by people who may not write in the channel', async () => {
      const reader = { ...member, mayPost: false };
      const asked = await talk.ask('kafka', { person: reader });
      expect(commandOf(asked.actions, 'Share in channel')).toBeUndefined();
      const { text, answer } = await talk.ask('share kafka', { person: reader });
      expect(answer.audience).toBe('person');
      expect(text).toContain('You may not write in this channel');
    });
  });

  describe('that cannot be understood', () => {
    it.each<[string, RegExp, string?]>([
      ['firm:acme', /There is no "firm:": there are company:, theme:.*For example: \/digest company:cloudflare/],
      ['compny:acme', /did you mean company:\?/],
      ['theme:"zero trust', /A quotation mark is left open at/],
      ['company:', /company: needs a value/],
      ['date:soon', /date: needs a date of the calendar as YYYY-MM-DD, not "soon"/, 'date'],
      ['page:0 kafka', /page: needs a number from 1 to 999999, not "0"/, 'page'],
      ['page:99999999999999999999', /page: needs a number from 1 to 999999/, 'page'],
      ['page:1,2 kafka', /page: stands there more than once/, 'page'],
      ['after:2026-04-02 before:2026-04-01', /No date is on or after/],
      ['***', /There is nothing to look up/],
      ['x'.repeat(10_000), /at most 500 characters, this one 10000/],
      ['kafka '.repeat(1_667), /at most 500 characters/],
      [`company:${'x'.repeat(9_990)}`, /takes names of at most 100 characters/, 'company'],
      [`company:${Array.from({ length: 3_000 }, (_, index) => index).join()}`, /company: takes at most 20 names/],
    ])('is answered with what was wrong: %#', async (asked, said, option) => {
      const { text, answer } = await talk.ask(asked);
      expect(text).toMatch(said);
      expect(text.length).toBeLessThan(1_000);
      if (option !== undefined) expect(answer.problems).toMatchObject([{ option }]);
    });
  });
});
