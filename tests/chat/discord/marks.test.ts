import { describe, expect, it } from 'vitest';
import { bodyOf, isMarked, markOf, nonceOf } from '../../../src/chat/discord/marks.ts';
import { renderDiscord } from '../../../src/chat/discord/render.ts';
import { paragraph } from '../../../src/chat/message.ts';

const keys = Array.from({ length: 10_000 }, (_, at) => `2026-11-25/discord:${at % 500}/${at}`);

describe('what a part carries of its key', () => {
  it('is a nonce of its own, within the 25 characters that Discord takes', () => {
    expect(new Set(keys.map(nonceOf)).size).toBe(keys.length);
    expect(keys.every(key => nonceOf(key).length <= 25)).toBe(true);
  });

  it('is a positive number of 32 bits, far from those that Discord gives', () => {
    expect(keys.map(markOf).every(mark => mark >= 2 ** 30 && mark < 2 ** 31)).toBe(true);
  });

  it('is found in the message again, and not under another key', () => {
    for (const { payload } of renderDiscord({ blocks: [paragraph('Text')] })) {
      const body = bodyOf(payload, 'a');
      expect(isMarked({ components: body.components?.map(({ id }) => ({ id: id ?? 0 })) }, 'a')).toBe(true);
      expect(isMarked({ components: body.components?.map(({ id }) => ({ id: id ?? 0 })) }, 'b')).toBe(false);
    }
  });

  it('pings nobody (MonitoRSS #396)', () => {
    expect(bodyOf({ content: '@everyone', allowed_mentions: { parse: [] } }, 'a')).toMatchObject({
      allowed_mentions: { parse: [] },
      enforce_nonce: true,
    });
  });
});
