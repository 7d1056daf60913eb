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
