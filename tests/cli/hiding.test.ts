import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHiding } from '../../src/cli/hiding.ts';

const secret = 'p@ss/wörd "of" a+database';
const hide = createHiding([secret]);

describe('a secret', () => {
  it.each([
    ['as it is', secret],
    ['in JSON', JSON.stringify({ secret })],
    ['in an address', `postgres://bot:${encodeURIComponent(secret)}@db.example/digest`],
    ['in a form', new URLSearchParams({ secret }).toString()],
    ['in base64', Buffer.from(secret).toString('base64')],
    ['in base64url', Buffer.from(secret).toString('base64url')],
    ['in hex', Buffer.from(secret).toString('hex')],
  ])('is not shown %s', (_, text) => {
    const shown = hide(`before ${text} after`);
    expect(shown).toMatch(/^before .*\[hidden\].* after$/);
    expect(shown).not.toMatch(/p@ss|p%40|database|\w{10}/);
  });

  it('is not shown in a header for whichever name it is the password of', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (name, rest) => {
        const header = Buffer.from(`${name}:${secret}${rest}`).toString('base64');
        const shown = Buffer.from(hide(header).replaceAll('[hidden]', ''), 'base64').toString('latin1');
        expect(hide(header)).toContain('[hidden]');
        expect(shown).not.toContain('ss/w');
      }),
    );
  });

  it('is hidden whole where it holds another', () => {
    expect(createHiding(['abcdefgh', 'abcdefgh-and-more'])('abcdefgh-and-more abcdefgh')).toBe('[hidden] [hidden]');
  });
});

describe('what no setting names', () => {
  it.each([
    ['a token of a workspace', 'xoxb-1234-5678-AbCdEf', '[hidden]'],
    ['one that is renewed', 'xoxe.xoxb-1-AbCdEfGh', '[hidden]'],
    ['an address for answers', 'https://hooks.slack.com/commands/T1/2/AbC', 'https://hooks.slack.com[hidden]'],
    ['one in JSON', 'https:\\/\\/hooks.slack.com\\/actions\\/T1', 'https:\\/\\/hooks.slack.com[hidden]'],
    [
      'the token of an interaction',
      '/webhooks/123/aW50ZXJhY3Rpb246MTIzNDU2/messages/@original',
      '/webhooks/123/[hidden]/messages/@original',
    ],
    ['that of its callback', '/interactions/1/aW50ZXJhY3Rpb246MTIzNDU2/callback', '/interactions/1/[hidden]/callback'],
  ])('is hidden by its looks: %s', (_, text, shown) => {
    expect(createHiding([])(`at ${text} it failed`)).toBe(`at ${shown} it failed`);
  });

  it('is not what is said of tokens', () => {
    for (const text of ['a token starts with xoxb-.', 'xapp-…, with a scope', 'see hooks.slack.com', '/webhooks/1/x'])
      expect(createHiding([])(text)).toBe(text);
  });
});

describe('all else', () => {
  it('stays as it is', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        fc.pre(!text.includes('p@ss'));
        expect(hide(text)).toBe(text);
      }),
    );
    expect(createHiding([])('text')).toBe('text');
    expect(createHiding([''])('text')).toBe('text');
  });

  it('is not taken for a form of a short secret', () => {
    expect(createHiding(['abc'])('YWJj is not it, abc is')).toBe('YWJj is not it, [hidden] is');
  });
});
