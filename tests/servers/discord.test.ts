/** A digest's whole way through the real client; each rule of the vendor's has its own test in discord/. */
import { Events, GatewayIntentBits, MessageFlags, ThreadAutoArchiveDuration } from 'discord.js';
import { expect, it } from 'vitest';
import { button, row, text } from './discord/bodies.ts';
import { connect, createClient, start } from './discord/started.ts';

it('the real client posts a thread and answers a person, and the server shows both as people see them', async () => {
  const { server, guild, channel, ada } = await start();
  const client = await connect(server, async interaction => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: 'found', flags: MessageFlags.Ephemeral });
    if (interaction.isButton()) await interaction.reply('subscribed');
  });
  await client.application?.commands.set([{ name: 'digest', description: 'Looks up' }]);

  const place = await client.channels.fetch(channel.id);
  if (!place?.isSendable() || place.isThread() || !('threads' in place)) throw new TypeError('no text channel');
  const parent = await place.send({
    flags: MessageFlags.IsComponentsV2,
    components: [text(3), row(button('subscribe'))],
    allowedMentions: { parse: [] },
    nonce: 'edition/0',
    enforceNonce: true,
  });
  const thread = await parent.startThread({ name: 'digest', autoArchiveDuration: ThreadAutoArchiveDuration.OneDay });
  await thread.send({ content: 'first' });
  await thread.send({ content: 'second' });

  const [shown] = server.messages(channel.id);
  if (shown === undefined) throw new TypeError('nothing was posted');
  expect(shown).toMatchObject({ components: [{ id: 1 }, { id: 2, components: [{ id: 3 }] }], threadId: thread.id });
  expect(server.messages(thread.id).map(({ content }) => content)).toEqual(['first', 'second']);
  expect((await ada.command(channel.id, 'digest')).answer?.content).toBe('found');
  expect((await ada.press(shown, 'subscribe')).answer?.content).toBe('subscribed');
  expect(server.messages(channel.id).map(({ content }) => content)).toEqual(['', 'subscribed']);
  expect(server.ephemerals.map(({ content }) => content)).toEqual(['found']);
  expect(client.guilds.cache.get(guild.id)?.members.me?.permissionsIn(channel.id).has('SendMessagesInThreads')).toBe(
    true,
  );
});

it('the real client is up in a guild that it is added to later', async () => {
  const { server } = await start();
  const client = createClient(server, [GatewayIntentBits.Guilds]);
  const joined = new Promise(resolve => client.once(Events.GuildCreate, guild => resolve(guild.name)));
  await client.login(server.token);
  await server.gateway.ready();
  const ready = client.isReady() ? undefined : new Promise(resolve => client.once(Events.ClientReady, resolve));
  await ready;
  server.addGuild({ name: 'Another team' });
  expect(await joined).toBe('Another team');
});
