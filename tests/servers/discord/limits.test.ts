import { existsSync } from 'node:fs';
import { MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { button, embed, layout, link, row, select, text } from './bodies.ts';
import { openApiFile } from './openapi.ts';
import { codeOf, refused, send, start } from './started.ts';

describe('a message over a limit is refused with 50035', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => index);
  it.each<[string, object, object]>([
    ['content of 2,000', { content: 'x'.repeat(2_000) }, { content: 'x'.repeat(2_001) }],
    [
      '40 components, nested ones counted',
      layout({ type: 17, components: many(39).map(() => text(1)) }),
      layout({ type: 17, components: many(40).map(() => text(1)) }),
    ],
    ['4,000 characters over all text displays', layout(text(2_000), text(2_000)), layout(text(2_000), text(2_001))],
    ['no content beside Components V2', layout(text(1)), { ...layout(text(1)), content: 'too' }],
    ['no embeds beside Components V2', layout(text(1)), { ...layout(text(1)), ...embed({}) }],
    ['layout only with the flag', layout(text(1)), { components: [text(1)] }],
    [
      'custom_id of 100',
      { components: [row(button('a'.repeat(100)))] },
      { components: [row(button('a'.repeat(101)))] },
    ],
    [
      'custom_id once',
      { components: [row(button('a'), button('b'))] },
      { components: [row(button('a'), button('a'))] },
    ],
    [
      'label of 80',
      { components: [row({ ...button('a'), label: 'x'.repeat(80) })] },
      { components: [row({ ...button('a'), label: 'x'.repeat(81) })] },
    ],
    [
      'URL of 512',
      { components: [row(link(`https://example.org/${'a'.repeat(492)}`))] },
      { components: [row(link(`https://example.org/${'a'.repeat(493)}`))] },
    ],
    [
      'URL of a web page',
      { components: [row(link('https://example.org'))] },
      { components: [row(link('javascript:alert(1)'))] },
    ],
    [
      'rows of 5',
      { components: [row(...many(5).map(n => button(`${n}`)))] },
      { components: [row(...many(6).map(n => button(`${n}`)))] },
    ],
    [
      '5 rows',
      { components: many(5).map(n => row(button(`${n}`))) },
      { components: many(6).map(n => row(button(`${n}`))) },
    ],
    ['a select alone in its row', { components: [row(select({}))] }, { components: [row(select({}), button('a'))] }],
    [
      '25 options',
      { components: [row(select({ options: many(25).map(n => ({ label: 'a', value: `${n}` })) }))] },
      { components: [row(select({ options: many(26).map(n => ({ label: 'a', value: `${n}` })) }))] },
    ],
    [
      'a section with an accessory',
      layout({ type: 9, components: [text(1)], accessory: button('a') }),
      layout({ type: 9, components: [text(1)] }),
    ],
    [
      'a section of 3 texts',
      layout({ type: 9, components: many(3).map(() => text(1)), accessory: button('a') }),
      layout({ type: 9, components: many(4).map(() => text(1)), accessory: button('a') }),
    ],
    [
      'a container with something in it',
      layout({ type: 17, components: [text(1)] }),
      layout({ type: 17, components: [] }),
    ],
    ['10 embeds', { embeds: many(10).map(() => ({ title: 'T' })) }, { embeds: many(11).map(() => ({ title: 'T' })) }],
    ['embed title of 256', embed({ title: 'x'.repeat(256) }), embed({ title: 'x'.repeat(257) })],
    [
      'embed description of 4,096',
      embed({ description: 'x'.repeat(4_096) }),
      embed({ description: 'x'.repeat(4_097) }),
    ],
    [
      '25 fields',
      embed({ fields: many(25).map(() => ({ name: 'n', value: 'v' })) }),
      embed({ fields: many(26).map(() => ({ name: 'n', value: 'v' })) }),
    ],
    [
      'field name of 256',
      embed({ fields: [{ name: 'x'.repeat(256), value: 'v' }] }),
      embed({ fields: [{ name: 'x'.repeat(257), value: 'v' }] }),
    ],
    [
      'field value of 1,024',
      embed({ fields: [{ name: 'n', value: 'x'.repeat(1_024) }] }),
      embed({ fields: [{ name: 'n', value: 'x'.repeat(1_025) }] }),
    ],
    ['footer of 2,048', embed({ footer: { text: 'x'.repeat(2_048) } }), embed({ footer: { text: 'x'.repeat(2_049) } })],
    ['author of 256', embed({ author: { name: 'x'.repeat(256) } }), embed({ author: { name: 'x'.repeat(257) } })],
    [
      '6,000 over all embeds of one message',
      { embeds: [{ description: 'x'.repeat(3_000) }, { description: 'x'.repeat(3_000) }] },
      { embeds: [{ description: 'x'.repeat(3_000) }, { description: 'x'.repeat(3_001) }] },
    ],
    ['ephemeral only as an answer', { content: 'x' }, { content: 'x', flags: MessageFlags.Ephemeral }],
    ['nonce of 25', { content: 'x', nonce: 'n'.repeat(25) }, { content: 'x', nonce: 'n'.repeat(26) }],
  ])('%s', async (_rule, within, over) => {
    const { server, rest, channel } = await start();
    await send(rest, channel.id, within);
    const error = await refused(send(rest, channel.id, over));
    expect([error.status, error.code]).toEqual([400, 50035]);
    expect(server.messages(channel.id)).toHaveLength(1);
  });

  it('names the field as Discord does', async () => {
    const { rest, channel } = await start();
    const error = await refused(send(rest, channel.id, { content: 'x'.repeat(2_001) }));
    expect(error.rawError).toMatchObject({
      message: 'Invalid Form Body',
      errors: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' }] } },
    });
  });

  it.skipIf(!existsSync(openApiFile))(
    'holds bodies against the vendor’s own schema (needs ../shared/discord)',
    async () => {
      const { rest, channel } = await start();
      const body = { content: 'x', tts: true, message_reference: { message_id: '1', channel_id: 'no id' } };
      const error = await refused(send(rest, channel.id, body));
      expect(error.code).toBe(50035);
    },
  );

  it('refuses an empty message with 50006', async () => {
    const { rest, channel } = await start();
    expect(await codeOf(send(rest, channel.id, { content: ' ' }))).toBe(50006);
  });
});
