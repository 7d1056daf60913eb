import { describe, expect, it } from 'vitest';
import { plainer } from '../../../src/chat/discord/plainer.ts';
import { type DiscordPayload, renderDiscord } from '../../../src/chat/discord/render.ts';
import { type Block, heading, paragraph } from '../../../src/chat/message.ts';

const render = (...blocks: Block[]): DiscordPayload[] => renderDiscord({ blocks }).map(({ payload }) => payload);
const again = (payloads: readonly DiscordPayload[]): readonly DiscordPayload[] =>
  payloads.flatMap(payload => plainer(payload) ?? []);
const row = (label: string, custom_id: string) => ({ type: 1, components: [{ type: 2, style: 2, label, custom_id }] });

const help: Block = { kind: 'actions', actions: [{ label: 'Help', command: 'help' }] };
const allowed_mentions = { parse: [] };

describe('plainer', () => {
  it('makes an embed of components, and content of an embed, buttons last; then nothing is plainer', () => {
    const embeds = again(render(heading(1, 'Today'), help, paragraph('*')));
    expect(embeds).toEqual([
      {
        embeds: [{ description: '# Today\n\n\\*', color: expect.any(Number) }],
        components: [row('Help', '0:help')],
        allowed_mentions,
      },
    ]);
    const contents = again(embeds);
    expect(contents).toEqual([
      { content: '# Today\n\n\\*', flags: 4, components: [row('Help', '0:help')], allowed_mentions },
    ]);
    expect(contents.map(plainer)).toEqual([undefined]);
  });

  it('keeps a page of 4,000 characters in one embed, and needs two contents for it', () => {
    const [page] = again(render(paragraph('x'.repeat(1_990)), paragraph('y'.repeat(1_990))));
    expect(page?.embeds?.[0]?.description).toHaveLength(1_990 * 2 + 2);
    expect(again(page === undefined ? [] : [page]).map(({ content }) => content?.length)).toEqual([1_990, 1_990]);
  });

  it('gives more than 25 buttons a message of their own', () => {
    const actions = Array.from({ length: 30 }, (_, index) => ({ label: `${index}`, command: 'help' }));
    const embeds = again(render(paragraph('Many'), { kind: 'actions', actions }));
    expect(embeds.map(({ embeds: shown, components }) => [shown?.length, components?.length])).toEqual([
      [1, 5],
      [undefined, 1],
    ]);
  });

  it('keeps buttons without any text', () => {
    expect(again(render(help))).toEqual([{ components: [row('Help', '0:help')], allowed_mentions }]);
  });
});
