/** Writes to one person, in the channel that only they and the bot see: https://discord.com/developers/docs/resources/user#create-dm */
import type { Message } from '../message.ts';
import type { DiscordApi } from './api.ts';
import { renderDiscord } from './render.ts';
import { sendInto } from './sending.ts';

/**
 * Told again within minutes, the same stands once.
 * @throws What discord.js' REST client throws.
 */
export const tellPerson = async (api: DiscordApi, userId: string, message: Message): Promise<void> => {
  const { id } = await api.directChannel(userId);
  for (const [ordinal, { payload }] of renderDiscord(message).entries()) {
    await sendInto(api, id, payload, `told ${userId} ${ordinal} ${JSON.stringify(payload)}`);
  }
};
