/** Discord for the setup: the bot by its token, and the servers that it is in. */
import { Routes } from 'discord.js';
import { z } from 'zod';
import type { Account, SeenChannel } from '../account.ts';
import { channelSchema, createApi } from './api.ts';
import { platformErrorOf } from './errors.ts';
import { application, examineChannel, guilds, inviteLink } from './examine.ts';
import { takesDigests } from './permissions.ts';
import { createDiscordPlatform } from './platform.ts';
import { createRest } from './rest.ts';

export interface DiscordAccount extends Account {
  /** Adds the bot to a server, with the permissions that it uses. */
  readonly inviteLink: string;
  /**
   * Names of the servers that it is in by now.
   * @throws PlatformError
   */
  servers(): Promise<readonly string[]>;
}

/** @throws PlatformError where the token is refused, or Discord cannot be reached. */
export const discordAccount = async (
  token: string,
  { apiUrl }: { readonly apiUrl?: string | undefined },
): Promise<DiscordAccount> => {
  const rest = createRest(token, apiUrl);
  const api = createApi(rest);
  const asked = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await ask();
    } catch (error) {
      throw platformErrorOf(error, 'the bot itself');
    }
  };
  const joined = () => asked(async () => guilds.parse(await rest.get(Routes.userGuilds())));
  const { id, name } = await asked(async () => application.parse(await rest.get(Routes.currentApplication())));
  const { username } = await asked(api.self);
  return {
    who: `${username}, of the application ${name}`,
    lacks: [],
    inviteLink: inviteLink(id),
    servers: async () => (await joined()).map(guild => guild.name),
    platform: createDiscordPlatform(rest),
    channels: async () => {
      const found: SeenChannel[] = [];
      for (const guild of await joined()) {
        const channels = await asked(async () =>
          z.array(channelSchema).parse(await rest.get(Routes.guildChannels(guild.id))),
        );
        for (const channel of channels.filter(({ type }) => takesDigests(type))) {
          const place = { platform: 'discord', workspace: guild.id, channel: channel.id } as const;
          found.push({ ...place, name: `#${channel.name ?? channel.id} in ${guild.name}` });
        }
      }
      return found;
    },
    examine: place => examineChannel(api, place),
  };
};
