import { type REST, Routes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { DiscordServer } from './server.ts';
import { codeOf, known, start } from './started.ts';

const text = (rest: object = {}) => ({ type: 3, name: 'company', description: 'Whose', ...rest });
const command = (rest: object = {}) => ({ name: 'digest', description: 'Looks up', ...rest });
const put = (rest: REST, server: DiscordServer, ...body: object[]) =>
  rest.put(Routes.applicationCommands(server.applicationId), { body });

describe('registering commands', () => {
  it.each<[string, object]>([
    ['a name in capitals', command({ name: 'Digest' })],
    ['a name with a space', command({ name: 'two words' })],
    ['a name over 32 characters', command({ name: 'x'.repeat(33) })],
    ['no description', { name: 'digest' }],
    ['a description over 100 characters', command({ description: 'x'.repeat(101) })],
    ['an option’s description over 100 characters', command({ options: [text({ description: 'x'.repeat(101) })] })],
    ['over 25 options', command({ options: Array.from({ length: 26 }, (_, n) => text({ name: `o${n}` })) })],
    [
      'over 25 choices',
      command({ options: [text({ choices: Array.from({ length: 26 }, (_, n) => ({ name: 'n', value: `${n}` })) })] }),
    ],
    ['an option twice', command({ options: [text(), text()] })],
    ['a required option after one that is not', command({ options: [text(), text({ name: 'b', required: true })] })],
    [
      'autocomplete beside choices',
      command({ options: [text({ autocomplete: true, choices: [{ name: 'n', value: 'v' }] })] }),
    ],
    ['a subcommand beside a value', command({ options: [text(), { type: 1, name: 'b', description: 'd' }] })],
    ['permissions that are no number', command({ default_member_permissions: 'manage' })],
    ['an unknown context', command({ contexts: [7] })],
    ['an unknown integration type', command({ integration_types: [7] })],
  ])('refuses %s', async (_what, body) => {
    const { server, rest } = await start();
    expect(await codeOf(put(rest, server, body))).toBe(50035);
    expect(await codeOf(rest.post(Routes.applicationCommands(server.applicationId), { body }))).toBe(50035);
    expect(server.commands()).toEqual([]);
  });

  it('refuses two of one name at once', async () => {
    const { server, rest } = await start();
    expect(await codeOf(put(rest, server, command(), command()))).toBe(50035);
  });

  it('puts all, keeping the id of what stays', async () => {
    const { server, rest } = await start();
    await put(rest, server, command({ default_member_permissions: '16' }), command({ name: 'old' }));
    const before = server.commands()[0];
    expect(before).toMatchObject({ default_member_permissions: '16', integration_types: [0], contexts: null, type: 1 });
    await put(rest, server, command({ description: 'Finds' }));
    expect(server.commands()).toHaveLength(1);
    expect(server.commands()[0]).toMatchObject({ id: before?.id, description: 'Finds' });
  });

  it('keeps those of a guild apart from the global ones', async () => {
    const { server, guild, rest } = await start();
    await put(rest, server, command());
    const path = Routes.applicationGuildCommands(server.applicationId, guild.id);
    const made = known(await rest.post(path, { body: command({ options: [text()] }) }));
    expect(made).toMatchObject({ guild_id: guild.id, options: [{ name: 'company' }] });
    expect(await rest.get(path)).toMatchObject([{ id: made.id }]);
    await rest.delete(`${path}/${made.id}`);
    expect(server.commands(guild.id)).toEqual([]);
    expect(server.commands()).toHaveLength(1);
    expect(await codeOf(rest.delete(`${path}/${made.id}`))).toBe(10063);
  });
});
