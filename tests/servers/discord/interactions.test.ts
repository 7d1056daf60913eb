import { PermissionFlagsBits as Bits, type ChatInputCommandInteraction, type Interaction, Routes } from 'discord.js';
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  InteractionResponseType,
  MessageFlags,
  TextInputStyle,
} from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { button, row } from './bodies.ts';
import { NoAnswerError } from './exchange.ts';
import type { DiscordOptions } from './server.ts';
import { codeOf, connect, start } from './started.ts';

const commands = [
  {
    name: 'digest',
    description: 'Looks up',
    options: [{ type: 3, name: 'company', description: 'Whose entries', autocomplete: true }],
  },
  {
    name: 'digest-channel',
    description: 'Settings of the channel',
    default_member_permissions: Bits.ManageChannels.toString(),
    options: [
      {
        type: 1,
        name: 'subscribe',
        description: 'Posts here',
        options: [{ type: 4, name: 'hour', description: 'When', required: true }],
      },
    ],
  },
];

/** A guild whose bot answers commands in this way. */
async function answering(answer: (interaction: Interaction) => Promise<unknown>, options?: DiscordOptions) {
  const started = await start(options);
  await connect(started.server, answer);
  await started.rest.put(Routes.applicationCommands(started.server.applicationId), { body: commands });
  return started;
}

const onCommand =
  (answer: (interaction: ChatInputCommandInteraction) => Promise<unknown>) => async (interaction: Interaction) =>
    interaction.isChatInputCommand() ? answer(interaction) : undefined;

describe('an interaction', () => {
  it('carries what the vendor’s does', async () => {
    const { server, guild, channel, ada } = await answering(onCommand(one => one.reply('x')));
    const { interaction } = await ada.command(channel.id, 'digest', { company: 'acme' });
    expect(interaction).toMatchObject({
      application_id: server.applicationId,
      type: 2,
      data: { name: 'digest', options: [{ name: 'company', type: 3, value: 'acme' }] },
      guild_id: guild.id,
      channel: { id: channel.id, permissions: expect.stringMatching(/^\d+$/) },
      member: { user: { id: ada.user.id }, permissions: expect.stringMatching(/^\d+$/) },
      app_permissions: expect.stringMatching(/^\d+$/),
      locale: 'en-US',
      entitlements: [],
      authorizing_integration_owners: { 0: guild.id },
      context: 0,
    });
  });

  it('a deferred answer is filled in later, and stays as ephemeral as it was deferred', async () => {
    const { server, channel, ada } = await answering(
      onCommand(async one => {
        await one.deferReply({ flags: MessageFlags.Ephemeral });
        await one.editReply('found');
        await one.followUp('and more');
      }),
    );
    const exchange = await ada.command(channel.id, 'digest');
    expect(exchange.callback.type).toBe(InteractionResponseType.DeferredChannelMessageWithSource);
    expect(await exchange.answered()).toMatchObject({ content: 'found', flags: MessageFlags.Ephemeral });
    expect((await exchange.followup(0)).content).toBe('and more');
    expect(server.ephemerals.map(({ content }) => content)).toEqual(['found']);
    expect(server.messages(channel.id).map(({ content }) => content)).toEqual(['and more']);
  });

  it('a first follow-up to a deferred answer fills that in', async () => {
    const { server, channel, ada } = await answering(
      onCommand(async one => {
        await one.deferReply({ flags: MessageFlags.Ephemeral });
        await one.followUp('found');
      }),
    );
    const exchange = await ada.command(channel.id, 'digest');
    expect((await exchange.answered()).isEphemeral).toBe(true);
    expect(exchange.followups).toEqual([]);
    expect(server.messages(channel.id)).toEqual([]);
  });

  it('refuses an answer after 3 s (10062), which the person sees', async () => {
    let later = 0;
    const codes: Promise<unknown>[] = [];
    const { channel, ada } = await answering(
      onCommand(async one => {
        later = 3_001;
        codes.push(codeOf(one.reply('late')));
      }),
      { now: () => Date.now() + later },
    );
    await expect(ada.command(channel.id, 'digest')).rejects.toThrow(NoAnswerError);
    expect(await Promise.all(codes)).toEqual([10062]);
  });

  it('takes one answer (40060), and no words before it (10015)', async () => {
    const codes: unknown[] = [];
    const { rest, server, channel, ada } = await answering(
      onCommand(async one => {
        const words = { body: { content: 'early' }, auth: false };
        codes.push(await codeOf(rest.post(Routes.webhook(server.applicationId, one.token), words)));
        const answer = {
          body: { type: InteractionResponseType.ChannelMessageWithSource, data: { content: 'x' } },
          auth: false,
        };
        await rest.post(Routes.interactionCallback(one.id, one.token), answer);
        codes.push(await codeOf(rest.post(Routes.interactionCallback(one.id, one.token), answer)));
        await one.client.rest.get(Routes.gatewayBot());
      }),
    );
    const asked = server.next('request', ({ route }) => route === '/gateway/bot');
    await ada.command(channel.id, 'digest');
    await asked;
    expect(codes).toEqual([10015, 40060]);
    expect(server.messages(channel.id)).toHaveLength(1);
  });

  it('lets go of its token after 15 minutes (50027)', async () => {
    let later = 0;
    const { rest, server, channel, ada } = await answering(
      onCommand(one => one.reply('x')),
      { now: () => Date.now() + later },
    );
    const { interaction } = await ada.command(channel.id, 'digest');
    later = 15 * 60_000 + 1_000;
    const late = rest.post(Routes.webhook(server.applicationId, String(interaction.token)), {
      body: { content: 'late' },
      auth: false,
    });
    expect(await codeOf(late)).toBe(50027);
  });

  it('takes only answers of its kind', async () => {
    const codes: unknown[] = [];
    const { rest, channel, ada } = await answering(
      onCommand(async one => {
        const wrong = { type: InteractionResponseType.UpdateMessage, data: { content: 'x' } };
        codes.push(
          await codeOf(rest.post(Routes.interactionCallback(one.id, one.token), { body: wrong, auth: false })),
        );
        await one.reply('x');
      }),
    );
    await ada.command(channel.id, 'digest');
    expect(codes).toEqual([50035]);
  });
});

describe('people', () => {
  it('use subcommands with typed options, if the command is for them', async () => {
    const { server, guild, channel, ada } = await answering(
      onCommand(one => one.reply(`${one.options.getSubcommand()} at ${one.options.getInteger('hour', true)}`)),
    );
    const manager = server.addPerson(guild, { name: 'grace', permissions: Bits.ManageChannels });
    expect((await manager.command(channel.id, 'digest-channel subscribe', { hour: 9 })).answer?.content).toBe(
      'subscribe at 9',
    );
    await expect(ada.command(channel.id, 'digest-channel subscribe', { hour: 9 })).rejects.toThrow(/not for ada/);
    await expect(manager.command(channel.id, 'digest-channel subscribe')).rejects.toThrow(/needs the option hour/);
    await expect(manager.command(channel.id, 'digest-channel subscribe', { hour: 'nine' })).rejects.toThrow(
      /takes a number/,
    );
    await expect(manager.command(channel.id, 'digest-channel')).rejects.toThrow(/subcommand/);
    await expect(ada.command(channel.id, 'digset')).rejects.toThrow(/no command/);
  });

  it('complete the option that they are typing; at most 25 choices are taken', async () => {
    const { channel, ada, server } = await answering(async one => {
      if (!one.isAutocomplete()) return;
      const { value } = one.options.getFocused(true);
      const many = value === 'many' ? 26 : 1;
      await one.respond(Array.from({ length: many }, () => ({ name: 'Acme', value: 'acme' })));
    });
    expect(await ada.complete(channel.id, 'digest', { company: 'ac' }, 'company')).toEqual([
      { name: 'Acme', value: 'acme' },
    ]);
    void ada.complete(channel.id, 'digest', { company: 'many' }, 'company');
    const refused = await server.next('request', ({ path }) => path.endsWith('/callback'));
    expect(refused).toMatchObject({ status: 400, code: 50035 });
  });

  it('press buttons of messages and of ephemeral answers', async () => {
    const { channel, ada } = await answering(async one => {
      if (one.isChatInputCommand())
        await one.reply({ content: 'page 1', components: [row(button('page:2'))], flags: MessageFlags.Ephemeral });
      if (one.isButton()) await one.update({ content: `pressed ${one.customId}`, components: [] });
    });
    const asked = await ada.command(channel.id, 'digest');
    const first = await asked.answered();
    await expect(ada.press(first, 'page:3')).rejects.toThrow(/has no button/);
    const pressed = await ada.press(first, 'Next');
    expect(pressed.answer).toBe(first);
    expect(first).toMatchObject({ content: 'pressed page:2', components: [] });
  });

  it('choose from selects', async () => {
    const theme = {
      type: ComponentType.StringSelect,
      custom_id: 'theme',
      options: [{ label: 'Kafka', value: 'kafka' }],
    } as const;
    const { channel, ada } = await answering(async one => {
      if (one.isChatInputCommand())
        await one.reply({ components: [{ type: ComponentType.ActionRow, components: [theme] }] });
      if (one.isStringSelectMenu()) await one.reply(one.values.join());
    });
    const { answer } = await ada.command(channel.id, 'digest');
    if (answer === undefined) throw new TypeError('no answer');
    expect((await ada.choose(answer, 'theme', ['kafka'])).answer?.content).toBe('kafka');
  });

  it('fill in and submit a modal', async () => {
    const modal: APIModalInteractionResponseCallbackData = {
      custom_id: 'subscribe',
      title: 'Subscribe',
      components: [
        {
          type: ComponentType.Label,
          label: 'Time',
          component: {
            type: ComponentType.TextInput,
            custom_id: 'time',
            style: TextInputStyle.Short,
            value: '09:00',
            max_length: 5,
          },
        },
        {
          type: ComponentType.Label,
          label: 'Themes',
          component: {
            type: ComponentType.StringSelect,
            custom_id: 'themes',
            max_values: 2,
            options: [
              { label: 'Kafka', value: 'kafka' },
              { label: 'Rust', value: 'rust' },
            ],
          },
        },
      ],
    };
    const { channel, ada } = await answering(async one => {
      if (one.isChatInputCommand()) await one.showModal(modal);
      if (!one.isModalSubmit()) return;
      await one.reply(`${one.fields.getTextInputValue('time')} ${one.fields.getStringSelectValues('themes').join()}`);
    });
    const asked = await ada.command(channel.id, 'digest');
    expect(asked.callback.data.title).toBe('Subscribe');
    expect((await ada.submit(asked, { themes: ['kafka', 'rust'] })).answer?.content).toBe('09:00 kafka,rust');
    await expect(ada.submit(asked, {})).rejects.toThrow(/themes must be chosen/);
    await expect(ada.submit(asked, { themes: ['go'] })).rejects.toThrow(/no option go/);
    await expect(ada.submit(asked, { themes: ['kafka'], time: '9 o’clock' })).rejects.toThrow(/too long/);
  });

  it('wait in vain where no bot is connected', async () => {
    const { rest, server, channel, ada } = await start();
    await rest.put(Routes.applicationCommands(server.applicationId), { body: commands });
    await expect(ada.command(channel.id, 'digest')).rejects.toThrow(NoAnswerError);
  });
});
