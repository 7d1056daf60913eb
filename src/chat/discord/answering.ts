/** Shows an answer to the person who asked, or to their channel, once the interaction was deferred. */
import { MessageFlags, type REST, Routes } from 'discord.js';
import type { Answer } from '../conversation.ts';
import { type DiscordPayload, mentionsNobody, renderDiscord } from './render.ts';
import type { Answerable } from './requests.ts';
import { sendPlainly } from './sending.ts';

type Webhook = Pick<Answerable, 'applicationId' | 'token'>;

/**
 * Fills in what was deferred: of a command a message that nobody else sees, of a button in such a message that message
 * itself (`isInPlace`). What all should see follows as a message of its own, and the message with the button stays.
 * Source: https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages
 * @throws What discord.js' REST client throws.
 */
export const show = async (rest: REST, webhook: Webhook, answer: Answer, isInPlace: boolean): Promise<void> => {
  const payloads = payloadsOf(answer);
  if (answer.audience === 'channel') {
    // The first follow-up would take the place of a deferred answer, and be as hidden as that.
    if (!isInPlace) await rest.delete(original(webhook), { auth: false });
    return await followUp(rest, webhook, payloads, 0);
  }
  const [first, ...others] = payloads;
  const { rest: over } = await sendPlainly(first, body => rest.patch(original(webhook), { body, auth: false }));
  await followUp(rest, webhook, [...over, ...others], MessageFlags.Ephemeral);
};

const nothingToShow: DiscordPayload = { content: 'There is nothing to show.', allowed_mentions: mentionsNobody };

const payloadsOf = ({ message }: Answer): readonly [DiscordPayload, ...DiscordPayload[]] => {
  const [first = nothingToShow, ...others] = renderDiscord(message).map(({ payload }) => payload);
  return [first, ...others];
};

const original = ({ applicationId, token }: Webhook) => Routes.webhookMessage(applicationId, token, '@original');

const followUp = async (
  rest: REST,
  webhook: Webhook,
  payloads: readonly DiscordPayload[],
  visibility: number,
): Promise<void> => {
  const route = Routes.webhook(webhook.applicationId, webhook.token);
  for (const payload of payloads) {
    const { rest: over } = await sendPlainly(payload, form =>
      rest.post(route, { body: { ...form, flags: (form.flags ?? 0) | visibility }, auth: false }),
    );
    await followUp(rest, webhook, over, visibility);
  }
};
