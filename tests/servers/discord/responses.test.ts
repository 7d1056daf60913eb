import { existsSync, readFileSync } from 'node:fs';
import { ChannelType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { button, layout, link, row, text } from './bodies.ts';
import { isRecord } from './forms/form.ts';
import { createSchemaCheck } from './json-schema.ts';
import { openApiFile } from './openapi.ts';
import { known, start } from './started.ts';

const member = (value: unknown, ...names: readonly string[]): unknown =>
  names.reduce<unknown>((here, name) => (isRecord(here) ? here[name] : undefined), value);

describe.skipIf(!existsSync(openApiFile))('what is answered has the vendor’s shape (needs ../shared/discord)', () => {
  it('on each route that a digest uses', async () => {
    const description: unknown = JSON.parse(readFileSync(openApiFile, 'utf8'));
    const check = createSchemaCheck(description);
    const { server, guild, channel } = await start();
    const forum = server.addChannel(guild, { name: 'forum', type: ChannelType.GuildForum, tags: ['daily'] });
    const problems: string[] = [];

    /** Calls the route that the description names, with its ids filled in. */
    const call = async (method: string, route: string, ids: readonly string[], body?: unknown) => {
      const path = ids.reduce((filled, id) => filled.replace(/\{[a-z_]+\}/, id), route);
      const response = await fetch(`${server.api}/v10${path}`, {
        method,
        headers: {
          authorization: `Bot ${server.token}`,
          'user-agent': 'DiscordBot (test, 1)',
          'content-type': 'application/json',
        },
        body: body === undefined ? null : JSON.stringify(body),
      });
      const answered: unknown = await response.json();
      const operation = member(description, 'paths', route, method.toLowerCase());
      const schema = member(operation, 'responses', String(response.status), 'content', 'application/json', 'schema');
      const problem = schema === undefined ? `answers ${response.status}` : check(schema, answered, 'body');
      if (problem !== undefined) problems.push(`${method} ${route}: ${problem}`);
      return answered;
    };

    for (const route of [
      '/gateway/bot',
      '/users/@me',
      '/users/@me/guilds',
      '/applications/@me',
      '/oauth2/applications/@me',
    ]) {
      await call('GET', route, []);
    }
    for (const route of ['', '/roles', '/channels', '/threads/active'])
      await call('GET', `/guilds/{guild_id}${route}`, [guild.id]);
    await call('GET', '/guilds/{guild_id}/members/{user_id}', [guild.id, server.bot.id]);
    for (const one of [channel, forum]) await call('GET', '/channels/{channel_id}', [one.id]);
    const section = { type: 9, components: [text(1)], accessory: link('https://example.org') };
    const body = layout({ type: 17, components: [text(1), section, { type: 14 }, row(button('a'))] });
    const { id } = known(await call('POST', '/channels/{channel_id}/messages', [channel.id], body));
    await call('POST', '/channels/{channel_id}/messages', [channel.id], { embeds: [{ title: 'T' }], nonce: '1' });
    await call('POST', '/channels/{channel_id}/messages/{message_id}/threads', [channel.id, id], { name: 'digest' });
    for (const one of [channel.id, id]) await call('GET', '/channels/{channel_id}/messages', [one]);
    await call('GET', '/channels/{channel_id}', [id]);
    await call('GET', '/channels/{channel_id}/thread-members', [id]);
    await call('POST', '/channels/{channel_id}/threads', [forum.id], { name: 'digest', message: { content: 'x' } });
    server.moderator.archive(id);
    await call('GET', '/channels/{channel_id}/threads/archived/public', [channel.id]);
    const command = {
      name: 'digest',
      description: 'Looks up',
      options: [{ type: 3, name: 'company', description: 'Whose' }],
    };
    for (const method of ['PUT', 'GET']) {
      await call(
        method,
        '/applications/{application_id}/commands',
        [server.applicationId],
        method === 'PUT' ? [command] : undefined,
      );
    }
    expect(problems).toEqual([]);
  });
});
