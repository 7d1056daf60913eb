import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { renderDiscord } from '../../../src/chat/discord/render.ts';
import { renderSlack } from '../../../src/chat/slack/render.ts';
import { discordUse } from '../../../src/web/preview/discord-use.ts';
import { type LimitUse, limitsUsed } from '../../../src/web/preview/limits-used.ts';
import { slackUse } from '../../../src/web/preview/slack-use.ts';
import { randomMessage } from '../../chat/random-edition.ts';

/** A component of Discord as it is sent, and all that stand in it. */
const nested = (component: unknown): readonly unknown[] => {
  if (typeof component !== 'object' || component === null) return [];
  const children = 'components' in component && Array.isArray(component.components) ? component.components : [];
  const accessory = 'accessory' in component ? nested(component.accessory) : [];
  return [component, ...children.flatMap(nested), ...accessory];
};

const used = (uses: readonly LimitUse[], what: string): number | undefined => uses.find(use => use.what === what)?.used;

describe('the limits that a part takes', () => {
  it('are never more than there are, whatever is posted', () => {
    fc.assert(
      fc.property(randomMessage, message => {
        const uses = [
          ...renderSlack(message).flatMap(({ payload }) => slackUse(payload)),
          ...renderDiscord(message).flatMap(({ payload }) => discordUse(payload)),
        ];
        for (const { used, most } of uses) expect(used).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('are what is counted in what is sent', () => {
    fc.assert(
      fc.property(randomMessage, message => {
        for (const { payload } of renderSlack(message)) {
          const sent: { readonly blocks?: readonly unknown[] } = JSON.parse(JSON.stringify(payload));
          const { blocks = [] } = sent;
          expect(used(slackUse(payload), 'blocks')).toBe(blocks.length);
          expect(used(slackUse(payload), 'characters of JSON')).toBe(JSON.stringify(blocks).length);
        }
        for (const { payload } of renderDiscord(message)) {
          const sent: { readonly components?: readonly unknown[] } = JSON.parse(JSON.stringify(payload));
          const { components = [] } = sent;
          expect(used(discordUse(payload), 'components')).toBe(components.flatMap(nested).length);
          expect(used(discordUse(payload), 'bytes of JSON')).toBe(Buffer.byteLength(JSON.stringify(components)));
        }
      }),
    );
  });

  it('are written out, with a bar that marks what is nearly full', async () => {
    const list = await limitsUsed([{ what: 'characters of JSON', used: 11_500, most: 12_000 }]);
    const { document } = parseHTML(list.toString());
    expect(document.querySelector('li')?.textContent.trim()).toBe('11,500 of 12,000 characters of JSON');
    const meter = document.querySelector('meter');
    expect(['max', 'high', 'value'].map(name => meter?.getAttribute(name))).toEqual(['12000', '10800', '11500']);
  });
});
