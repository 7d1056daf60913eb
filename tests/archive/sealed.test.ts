import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyName, type SealingKeys, seal, unseal } from '../../src/archive/sealed.ts';

const [first, second, third] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const keys: SealingKeys = [first];
const owner = 'the Slack workspace T1';

describe('a sealed text', () => {
  it('is given back, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, whose) => {
        expect(unseal(seal(text, keys, whose), keys, whose)).toEqual({ text, isByFirstKey: true });
      }),
    );
  });

  it('shows nothing of what it holds, and is another each time', () => {
    const token = 'xoxb-1-secret';
    const sealed = seal(token, keys, owner);
    const data = Buffer.from(sealed.split('.').at(-1) ?? '', 'base64url').toString('latin1');
    expect(data).not.toContain('xoxb');
    expect(seal(token, keys, owner)).not.toBe(sealed);
  });

  it('names its key, and the name tells nothing of it', () => {
    expect(seal('', keys, owner).split('.')[1]).toBe(keyName(first));
    expect(first.toString('hex')).not.toContain(keyName(first));
    expect(keyName(second)).not.toBe(keyName(first));
  });

  it('is encrypted by the first key and opened by whichever encrypted it', () => {
    const old = seal('text', [second], owner);
    expect(unseal(old, [first, second], owner)).toEqual({ text: 'text', isByFirstKey: false });
    const anew = seal('text', [first, second], owner);
    expect(unseal(anew, [first], owner)).toEqual({ text: 'text', isByFirstKey: true });
  });

  it('is not opened without its key, and it is said what to do', () => {
    const sealed = seal('text', [third], owner);
    expect(() => unseal(sealed, [first, second], owner)).toThrow(
      expect.objectContaining({
        code: 'wrong-key',
        message: expect.stringMatching(/workspace T1 .*\(DIGEST_TOKEN_KEY=NEW,OLD\)\. Nothing was changed\./),
      }),
    );
  });

  it('is not opened as that of another owner', () => {
    const sealed = seal('text', keys, owner);
    expect(() => unseal(sealed, keys, 'the Slack workspace T2')).toThrow(
      expect.objectContaining({ code: 'corrupt', message: expect.stringContaining('workspace T2') }),
    );
  });

  it('is not opened where any bit of it was changed', () => {
    const sealed = seal('a text', keys, owner);
    const [form, name, data = ''] = sealed.split('.');
    const bytes = Buffer.from(data, 'base64url');
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), bit => {
        const changed = Buffer.from(bytes);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const text = [form, name, changed.toString('base64url')].join('.');
        expect(() => unseal(text, keys, owner)).toThrow(expect.objectContaining({ code: 'corrupt' }));
      }),
    );
  });

  it.each(['', 'text', 'v1.', 'v2.aaaaaaaa.AAAA', 'v1.a.b.c'])('is told from %j, which is none', text => {
    expect(() => unseal(text, keys, owner)).toThrow(expect.objectContaining({ code: 'corrupt' }));
  });

  it('is not opened where it was cut short', () => {
    const [form, name] = seal('text', keys, owner).split('.');
    for (const data of ['', 'AAAA', Buffer.alloc(28).toString('base64url')]) {
      expect(() => unseal([form, name, data].join('.'), keys, owner)).toThrow(
        expect.objectContaining({ code: 'corrupt' }),
      );
    }
  });
});
