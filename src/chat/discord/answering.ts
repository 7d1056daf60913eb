/** Shows answers to the people who asked, or to their channel, once the interaction was acknowledged. */
import { MessageFlags, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Answer } from '../conversation.ts';
import { paragraph } from '../message.ts';
import { createOnce } from '../once.ts';
import { markedAsPart } from './marks.ts';
import { type DiscordPayload, mentionsNobody, renderDiscord } from './render.ts';
import { sendPlainly } from './sending.ts';
import { createSeverals, original, routeOf, type Webhook } from './severals.ts';

/** The message with the button that was pressed, where it is the person's alone and the answer takes its place. */
export interface Pressed {
  readonly id: string;
  /** The custom id of the button. */
  readonly button: string;
  /** Whether it is one of several messages that were an answer together. */
  readonly isPart: boolean;
}

/** Answers that are remembered to have been shared, the newest ones. */
const mostShares = 1_000;

const sent = z.object({ id: z.string() });

export type Answering = ReturnType<typeof createAnswering>;

/**
 * Fills in what was acknowledged: of a command a message that nobody else sees, of a button in such a message that message
 * itself. What all should see follows as a message of its own, and the message with the button stays.
 * Source: https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages
 */
export const createAnswering = (rest: REST) => {
  const severals = createSeverals(rest);
  const shares = createOnce(mostShares);

  /** Returns the ids of the messages. */
  const followUp = async (
    webhook: Webhook,
    payloads: readonly DiscordPayload[],
    visibility: number,
  ): Promise<string[]> => {
    const route = Routes.webhook(webhook.applicationId, webhook.token);
    const ids: string[] = [];
    for (const payload of payloads) {
      const { result } = await sendPlainly(payload, form =>
        rest.post(route, { body: { ...form, flags: (form.flags ?? 0) | visibility }, auth: false }),
      );
      ids.push(sent.parse(result).id);
    }
    return ids;
  };

  const fillIn = async (webhook: Webhook, [first, ...others]: Payloads): Promise<string[]> => {
    await sendPlainly(first, body => rest.patch(routeOf(webhook, original), { body, auth: false }));
    return [original, ...(await followUp(webhook, others, MessageFlags.Ephemeral))];
  };

  /** Once for each button, as people press twice what does not change. */
  const share = async (webhook: Webhook, payloads: Payloads, pressed: Pressed | undefined): Promise<void> => {
    // The first follow-up would take the place of a deferred answer, and be as hidden as that.
    if (pressed === undefined) await rest.delete(routeOf(webhook, original), { auth: false });
    const id = pressed && `${pressed.id} ${pressed.button}`;
    if (id !== undefined && !shares.isFirst(id)) return await tell(webhook, sharedAlready, pressed);
    try {
      await followUp(webhook, payloads, 0);
    } catch (error) {
      if (id !== undefined) shares.forget(id);
      throw error;
    }
  };

  /** Leaves the message that was pressed for another try. */
  const tell = async (webhook: Webhook, answer: Answer, pressed?: Pressed): Promise<void> => {
    const payloads = payloadsOf(answer);
    if (pressed === undefined) await fillIn(webhook, payloads);
    else await followUp(webhook, payloads, MessageFlags.Ephemeral);
  };

  return {
    /** @throws What discord.js' REST client throws. */
    async show(webhook: Webhook, answer: Answer, pressed?: Pressed): Promise<void> {
      const payloads = payloadsOf(answer);
      if (answer.audience === 'channel') return await share(webhook, payloads, pressed);
      const takesPlace = pressed?.isPart !== true || (await severals.removeBefore(pressed.id));
      // What cannot be replaced as a whole is left as a whole.
      severals.remember(
        webhook,
        takesPlace ? await fillIn(webhook, payloads) : await followUp(webhook, payloads, MessageFlags.Ephemeral),
      );
    },

    /** Shows that something went wrong. Throws what discord.js' REST client throws. */
    tell,
  };
};

/** An answer for the person alone. */
export const alone = (text: string): Answer => ({ message: { blocks: [paragraph(text)] }, audience: 'person' });

const sharedAlready = alone('This is in the channel already.');

type Payloads = readonly [DiscordPayload, ...DiscordPayload[]];

const nothingToShow: DiscordPayload = { content: 'There is nothing to show.', allowed_mentions: mentionsNobody };

/** Where there are several, each says so, for those who press a button in it after a restart. */
const payloadsOf = ({ message }: Answer): Payloads => {
  const payloads = renderDiscord(message).map(({ payload }) => payload);
  const [first = nothingToShow, ...others] = payloads.length > 1 ? payloads.map(markedAsPart) : payloads;
  return [first, ...others];
};
