import { describe, expect, it } from 'vitest';
import { plainer } from '../../../src/chat/discord/plainer.ts';
import { type DiscordPayload, renderDiscord } from '../../../src/chat/discord/render.ts';
import { type Block, heading, paragraph } from '../../../src/chat/message.ts';

const render = (...blocks: Block[]): DiscordPayload[] => renderDiscord({ blocks }).map(({ payload }) => payload);
const again = (payloads: readonly DiscordPayload[]): readonly DiscordPayload[] =>
  payloads.flatMap(payload => plainer(payload) ?? []);
const row = (label: string, custom_id: string) => ({ type: 1, components: [{ type: 2, style: 2, label, custom_id }] });
const embed = (description: string) => ({ description, color: expect.any(Number) });

const help: Block = { kind: 'actions', actions: [{ label: 'Help', command: 'help' }] };
const links: Block = {
  kind: 'actions',
  actions: [
    { label: 'Help', command: 'help' },
    { label: 'Read_on', href: 'https://example.org/a' },
    { label: 'Watch', href: 'https://example.org/b' },
  ],
};
const allowed_mentions = { parse: [] };

describe('plainer', () => {
  it('makes an embed of components, buttons below it; nothing is plainer than an embed alone', () => {
    const embeds = again(render(heading(1, 'Today'), help, paragraph('*')));
    expect(embeds).toEqual([
      { embeds: [embed('# Today\n\n\\*')], components: [row('Help', '0:help')], allowed_mentions },
    ]);
    const alone = again(embeds);
    expect(alone).toEqual([{ embeds: [embed('# Today\n\n\\*')], allowed_mentions }]);
    expect(alone.map(plainer)).toEqual([undefined]);
  });

  it('says the links of buttons where those are refused', () => {
    const [alone] = again(again(render(paragraph('Text'), links)));
    const lines = '[Read_on](<https://example.org/a>)\n[Watch](<https://example.org/b>)';
    expect(alone).toEqual({ embeds: [embed('Text'), embed(lines)], allowed_mentions });
  });

  it('has room for as many links as Discord takes', () => {
    const href = `https://example.org/${'a'.repeat(480)}`;
    const actions = Array.from({ length: 20 }, (_, index) => ({ label: `Read ${index}`, href }));
    const alone = again(again(render(paragraph('x'.repeat(1_990)), { kind: 'actions', actions })));
    for (const { embeds = [] } of alone) {
      expect(embeds.reduce((sum, { description = '' }) => sum + description.length, 0)).toBeLessThanOrEqual(5_900);
    }
    expect(JSON.stringify(alone)).toContain('Read 2]');
  });

  it('keeps a page of 4,000 characters in one embed', () => {
    const [page] = again(render(paragraph('x'.repeat(1_990)), paragraph('y'.repeat(1_990))));
    expect(page?.embeds?.[0]?.description).toHaveLength(1_990 * 2 + 2);
  });

  it('is one message also for more buttons than one can have below its text', () => {
    const actions = Array.from({ length: 30 }, (_, index) => ({ label: `${index}`, command: 'help' }));
    const pages = render(paragraph('Many'), { kind: 'actions', actions });
    expect(pages.map(page => plainer(page)?.components?.length)).toEqual([5, 1]);
  });

  it('keeps buttons without any text', () => {
    expect(again(render(help))).toEqual([{ components: [row('Help', '0:help')], allowed_mentions }]);
    expect(again(again(render(help)))).toEqual([]);
  });
});
