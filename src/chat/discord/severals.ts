/** Answers that took several messages, so that the next page can take the place of all of them. */
import { type REST, Routes } from 'discord.js';
import { isRefusal, isUnknownMessage } from './errors.ts';
import type { Answerable } from './requests.ts';

/** What messages of an interaction are reached by, for 15 minutes: Discord shows those for one person to nothing else. */
export type Webhook = Pick<Answerable, 'applicationId' | 'token'>;

/** What Discord calls the answer to an interaction; of a button's, the message that it is on. */
export const original = '@original';

export const routeOf = ({ applicationId, token }: Webhook, messageId: string) =>
  Routes.webhookMessage(applicationId, token, messageId);

/** What stands before the last message of an answer. */
interface Former {
  readonly webhook: Webhook;
  readonly messages: readonly string[];
}

/** The newest are remembered. */
const most = 1_000;

export const createSeverals = (rest: REST) => {
  /** By the id of the last message, which has the buttons. */
  const formers = new Map<string, Former>();

  /** A person may have dismissed it. */
  const remove = async (webhook: Webhook, id: string): Promise<void> => {
    try {
      await rest.delete(routeOf(webhook, id), { auth: false });
    } catch (error) {
      if (!isUnknownMessage(error)) throw error;
    }
  };

  return {
    /** @param ids Of the messages of one answer, in order. */
    remember({ applicationId, token }: Webhook, ids: readonly string[]): void {
      const last = ids.at(-1);
      if (last === undefined || ids.length < 2) return;
      formers.set(last, { webhook: { applicationId, token }, messages: ids.slice(0, -1) });
      for (const oldest of [...formers.keys()].slice(0, -most)) formers.delete(oldest);
    },

    /**
     * Removes what an answer has before its last message.
     * @returns False where it is not known, or can no longer be reached.
     * @throws What discord.js' REST client throws where Discord does not answer.
     */
    async removeBefore(last: string): Promise<boolean> {
      const former = formers.get(last);
      if (former === undefined) return false;
      // A second press of the same button finds nothing left to remove.
      formers.set(last, { ...former, messages: [] });
      try {
        for (const id of former.messages) await remove(former.webhook, id);
        return true;
      } catch (error) {
        formers.delete(last);
        if (isRefusal(error)) return false;
        throw error;
      }
    },
  };
};
