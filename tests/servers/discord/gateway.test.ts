import { Events, GatewayIntentBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { addressOf, identify, plain } from './plain-connection.ts';
import type { DiscordServer } from './server.ts';
import { connect, createClient, start } from './started.ts';

/** The real client with a command that answers "here", and a note of the interactions that it heard. */
async function answering(server: DiscordServer, heard: string[]): Promise<void> {
  const client = await connect(server, async interaction => {
    heard.push(interaction.id);
    if (interaction.isChatInputCommand()) await interaction.reply('here');
  });
  await client.application?.commands.set([{ name: 'digest', description: 'Looks up' }]);
}

describe('the gateway', () => {
  it.each(['drop', 'reconnect'] as const)('a client resumes after %s, and hears what it missed', async how => {
    const { server, channel, ada } = await start();
    const heard: string[] = [];
    await answering(server, heard);
    const closed = server.next('gateway', ({ kind }) => kind === 'closed');
    server.gateway.hold(true);
    server.gateway[how]();
    const asked = ada.command(channel.id, 'digest');
    await closed;
    const resumed = server.next('gateway', ({ kind }) => kind === 'resumed');
    server.gateway.hold(false);
    await resumed;
    expect((await asked).answer?.content).toBe('here');
    expect(heard).toHaveLength(1);
  });

  it('a client resumes a session that it is told is invalid, but resumable', async () => {
    const { server, channel, ada } = await start();
    const heard: string[] = [];
    await answering(server, heard);
    server.gateway.invalidate(true);
    const asked = ada.command(channel.id, 'digest');
    await server.next('gateway', ({ kind }) => kind === 'resumed');
    expect((await asked).answer?.content).toBe('here');
    expect(heard).toHaveLength(1);
  });

  it('a session that was forgotten, or ended by its client, cannot be resumed', async () => {
    const { server } = await start();
    for (const end of [() => server.gateway.forget(), undefined]) {
      const first = plain(addressOf(server.api));
      await first.opened;
      const ready = server.next('gateway', ({ kind }) => kind === 'ready');
      first.send(identify(server.token));
      const { session } = await ready;
      end?.();
      const gone = server.next('gateway', ({ kind }) => kind === 'closed');
      first.close(1000);
      await gone;
      const second = plain(addressOf(server.api));
      await second.opened;
      const answered = second.next();
      second.send({ op: 6, d: { token: server.token, session_id: session, seq: 1 } });
      expect(await answered).toMatchObject({ op: 9, d: false });
    }
  });

  it('refuses a bad token with 4004', async () => {
    const { server } = await start();
    const { closed, opened, send } = plain(addressOf(server.api));
    await opened;
    send(identify('another'));
    expect(await closed).toBe(4004);
    await expect(createClient(server).login('another')).rejects.toThrow(/token/);
  });

  it('refuses a revoked token to all', async () => {
    const { server, rest } = await start();
    server.revokeToken();
    await expect(rest.get('/users/@me')).rejects.toMatchObject({ status: 401 });
  });

  it('refuses privileged intents that are not switched on with 4014', async () => {
    const { server } = await start();
    const refused = server.next('gateway', ({ kind }) => kind === 'refused');
    const client = createClient(server, [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent]);
    await expect(client.login(server.token)).rejects.toThrow(/intents/);
    expect(await refused).toMatchObject({ code: 4014 });
  });

  it.each<[string, unknown, number]>([
    ['no JSON object', 'x', 4002],
    ['anything before identify', { op: 3, d: {} }, 4003],
    ['an identify without intents', { op: 2, d: { token: 'a' } }, 4002],
  ])('closes after %s', async (_what, frame, code) => {
    const { server } = await start();
    const { closed, opened, send } = plain(addressOf(server.api));
    await opened;
    send(frame);
    expect(await closed).toBe(code);
  });

  it('answers a resume of no session with op 9, and a second identify with 4005', async () => {
    const { server } = await start();
    const { frames, closed, opened, send } = plain(addressOf(server.api));
    await opened;
    send({ op: 6, d: { token: server.token, session_id: 'none', seq: 0 } });
    const ready = server.next('gateway', ({ kind }) => kind === 'ready');
    send(identify(server.token));
    await ready;
    send(identify(server.token));
    expect(await closed).toBe(4005);
    expect(frames).toMatchObject([
      { op: 10 },
      { op: 9, d: false },
      { op: 0, t: 'READY', s: 1 },
      { t: 'GUILD_CREATE', s: 2 },
    ]);
  });

  it('takes a client that sends no heartbeats for dead, and acknowledges those of another', async () => {
    const { server } = await start({ heartbeatInterval: 40 });
    const { frames, closed, opened, send } = plain(addressOf(server.api));
    await opened;
    send({ op: 1, d: null });
    expect(await closed).toBe(4009);
    expect(frames).toContainEqual(expect.objectContaining({ op: 11 }));
  });

  it('a client takes a gateway for dead that acknowledges no heartbeats, and resumes', async () => {
    const { server } = await start({ heartbeatInterval: 40 });
    await connect(server);
    server.gateway.acknowledge(false);
    const closed = await server.next('gateway', ({ kind }) => kind === 'closed');
    expect(closed.session).toBeDefined();
    server.gateway.acknowledge(true);
    await server.next('gateway', ({ kind }) => kind === 'resumed');
  });

  it('tells the client of what others do', async () => {
    const { server, guild, channel } = await start();
    const client = await connect(server);
    const deleted = new Promise(resolve => client.once(Events.ChannelDelete, ({ id }) => resolve(id)));
    server.moderator.deleteChannel(channel.id);
    expect(await deleted).toBe(channel.id);
    const left = new Promise(resolve => client.once(Events.GuildDelete, ({ id }) => resolve(id)));
    server.moderator.kick(guild.id);
    expect(await left).toBe(guild.id);
  });

  it('sends messages only to sessions with the intent', async () => {
    const { server, channel, ada } = await start();
    const client = createClient(server, [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages]);
    const heard = new Promise(resolve => client.once(Events.MessageCreate, message => resolve(message.content)));
    const ready = new Promise(resolve => client.once(Events.ClientReady, resolve));
    await client.login(server.token);
    await ready;
    const without = plain(addressOf(server.api));
    await without.opened;
    const second = server.next('gateway', ({ kind }) => kind === 'ready');
    without.send(identify(server.token));
    await second;
    ada.say(channel.id, 'secret');
    // Without the privileged intent the words of others are empty.
    expect(await heard).toBe('');
    expect(without.frames).not.toContainEqual(expect.objectContaining({ t: 'MESSAGE_CREATE' }));
  });
});
