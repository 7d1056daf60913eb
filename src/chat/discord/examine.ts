/** Looks at Discord for the doctor: the token, the servers, and in each channel every permission that posting needs. */
import { Routes } from 'discord.js';
import { z } from 'zod';
import type { Examine, Finding } from '../bot.ts';
import type { Place } from '../conversation.ts';
import { explain, grantedIn } from './access.ts';
import { createApi, type DiscordApi } from './api.ts';
import { platformErrorOf } from './errors.ts';
import { invitePermissions, lacking, takesDigests } from './permissions.ts';
import { createRest } from './rest.ts';

export const application = z.object({ id: z.string(), name: z.string() });
export const guilds = z.array(z.object({ id: z.string(), name: z.string() }));

/** Needs no gateway; it calls Discord a few times for each channel. */
export const examineDiscord = ({ token, apiUrl }: { readonly token: string; readonly apiUrl?: string }): Examine => {
  const rest = createRest(token, apiUrl);
  const api = createApi(rest);

  const examineBot = async (): Promise<readonly Finding[]> => {
    const { username } = await api.self();
    const { id, name } = application.parse(await rest.get(Routes.currentApplication()));
    const joined = guilds.parse(await rest.get(Routes.userGuilds()));
    const token = { isWell: true, what: `Discord: the token is that of bot ${username}, application ${name} (${id}).` };
    if (joined.length > 0) {
      const servers = joined.map(guild => guild.name).join(', ');
      return [token, { isWell: true, what: `Discord: the bot is in ${servers}.` }];
    }
    return [
      token,
      { isWell: false, what: 'Discord: the bot is in no server.', remedy: `Invite it: ${inviteLink(id)}` },
    ];
  };

  return async channels => {
    try {
      const ofBot = await examineBot();
      const places = channels.filter(({ platform }) => platform === 'discord');
      return [...ofBot, ...(await Promise.all(places.map(place => examineChannel(api, place))))];
    } catch (error) {
      const { message } = platformErrorOf(error, 'the bot itself');
      return [{ isWell: false, what: 'Discord: the bot cannot be examined.', remedy: message }];
    }
  };
};

/** Adds the bot to a server with exactly the permissions that it uses. */
export const inviteLink = (applicationId: string): string => {
  const scopes = 'bot%20applications.commands';
  return `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=${scopes}&permissions=${invitePermissions}`;
};

export const examineChannel = async (api: DiscordApi, place: Place): Promise<Finding> => {
  const where = `Discord: channel ${place.channel}`;
  try {
    const channel = await api.channel(place.channel);
    const named = `${where} (${channel.name ?? 'without a name'})`;
    if (!takesDigests(channel.type)) {
      const remedy = 'Subscribe a text, announcement, forum or voice channel or a thread instead.';
      return { isWell: false, what: `${named} is of a kind that takes no messages.`, remedy };
    }
    const missing = lacking(channel.type, await grantedIn(api, place.workspace, channel));
    if (missing.length === 0) return { isWell: true, what: `${named} can be posted in.` };
    const remedy = "Give the bot's role these permissions in the channel's settings.";
    return { isWell: false, what: `${named}: the bot lacks ${missing.join(', ')}.`, remedy };
  } catch (error) {
    const { message } = await explain(api, place, error);
    return { isWell: false, what: `${where} cannot be posted in.`, remedy: message };
  }
};
