/** The commands as a whole: what platforms are told of them, and what people are. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Typing } from '../../src/chat/conversation.ts';
import { aTalk, channel, type From, fill, type Talk } from './a-conversation.ts';

describe('the commands', () => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await aTalk();
    await fill(talk.archive);
  });
  afterAll(() => talk.archive.close());

  it('are described with their options, and say which of them are suggested', () => {
    expect(talk.conversation.commands.map(({ name, group }) => `${name} ${group}`)).toEqual([
      ' look-up',
      'sources look-up',
      'status look-up',
      'subscribe channel',
      'unsubscribe channel',
      'subscriptions channel',
      'help look-up',
    ]);
    const options = Object.fromEntries(
      talk.conversation.commands.map(({ name, options }) => [
        name,
        options.map(option => (option.isSuggested ? option.name : `(${option.name})`)).join(' '),
      ]),
    );
    expect(options).toMatchObject({
      '': 'company theme source date after before words (page)',
      subscribe: 'theme company at zone days quiet',
      sources: '',
    });
  });

  it('fit the one line and the names that platforms have for them, and every option has its help', () => {
    for (const { name, help, options } of talk.conversation.commands) {
      expect(help).toMatch(/^[A-Z].{5,98}\.$/);
      for (const described of [{ name: name || 'digest', help }, ...options]) {
        expect(described.name).toMatch(/^[a-z]{1,32}$/);
        expect(described.help).toMatch(/^[A-Z].{5,98}\.$/);
      }
    }
  });

  it('are found by their name in any case, as the first word alone', async () => {
    expect((await talk.ask('HELP')).text).toContain('What you can ask');
    expect((await talk.ask('kafka help')).text).not.toContain('What you can ask');
  });

  it.each(['sources', 'status', 'subscribe', 'unsubscribe', 'subscriptions', 'help'])(
    'help tells of %s',
    async name => {
      expect((await talk.ask('help')).text).toContain(`/digest ${name} — `);
    },
  );

  it('help explains one with its options and an example that is understood', async () => {
    const { text } = await talk.ask('help subscribe');
    expect(text).toContain('zone: — Time zone or its city');
    const example = /For example: \/digest (.*)/.exec(text)?.[1] ?? '';
    expect((await talk.ask(example)).text).toContain('Editions Monday to Friday at 08:00, Europe/Berlin.');
  });

  it('examples are understood, whatever is wrong with what was asked', async () => {
    for (const name of ['', 'sources ', 'status ', 'subscribe ', 'help ']) {
      const { text } = await talk.ask({ command: name.trim(), options: { nonsense: ['x'] } });
      const example = /For example: \/digest ?(.*)/.exec(text)?.[1];
      expect(example).toMatch(new RegExp(`^${name.trim()}`));
      expect((await talk.ask(example ?? 'nonsense:x')).text).not.toContain('There is no');
    }
  });

  describe('on a platform where not everything is typed after /digest', () => {
    const typing: Typing = { before: { 'look-up': '/about', channel: '/channel' }, words: 'words:' };
    const ask = (asked: string, given: Partial<From> = {}) => talk.ask(asked, { typing, ...given });

    it('help tells how each is typed there', async () => {
      const { text } = await ask('help');
      for (const typed of ['/digest', '/about sources', '/about help', '/channel subscribe', '/channel unsubscribe'])
        expect(text).toContain(`${typed} — `);
      expect(text).toContain('words: — ');
      expect(text).toContain('For example: /digest company:cloudflare theme:"zero trust" after:2026-03-01 words:kafka');
    });

    it('help explains one as it is typed there', async () => {
      const { text } = await ask('help subscribe');
      expect(text).toContain('For example: /channel subscribe theme:"zero trust"');
    });

    it.each([
      ['date:soon', 'For example: /digest company:cloudflare'],
      ['subscribe nonsense:x', 'For example: /channel subscribe theme:'],
      ['unsubscribe', 'Say /channel subscribe to change that.'],
    ])('%s is told how it is done there', async (asked, told) => {
      expect((await ask(asked, { place: { ...channel, channel: 'another' } })).text).toContain(told);
    });
  });

  it('suggests words of entries for the look-up alone, not for the command that help explains', () => {
    const help = talk.conversation.commands.find(({ name }) => name === 'help');
    expect(help?.options).toMatchObject([{ name: 'words', isSuggested: false }]);
  });

  it('sources names those that failed, with cause and since when', async () => {
    expect((await talk.ask('sources')).text).toContain(
      'Initech Blog — 404 Not Found at https://initech.example/feed (failing since 2026-03-30)',
    );
  });
});
