/** The first answer to an interaction, which Discord waits three seconds for. */
import { type InteractionResponseType, RateLimitError, type REST, Routes } from 'discord.js';
import { isAcknowledged, isRefusal } from './errors.ts';

/** How often it is sent at most. */
const attempts = 3;

export interface Acknowledgement {
  readonly type: InteractionResponseType;
  readonly data?: object;
}

/**
 * Sends it again after a fault of Discord's, which does not say whether it took effect: the second is refused where the
 * first did. A first that is refused so was answered by another process of the bot.
 * Source: https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response
 * @param rest One that repeats no call by itself (`createRest`).
 * @throws What discord.js' REST client throws.
 */
export const acknowledge = async (
  rest: REST,
  { id, token }: { readonly id: string; readonly token: string },
  body: Acknowledgement,
): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return void (await rest.post(Routes.interactionCallback(id, token), { body, auth: false }));
    } catch (error) {
      if (attempt > 1 && isAcknowledged(error)) return;
      if (isRefusal(error) || error instanceof RateLimitError || attempt === attempts) throw error;
    }
  }
};
