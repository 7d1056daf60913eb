/** The conversation on this machine: the same commands as in a chat, without channels. */
import { pino } from 'pino';
import { createConversation } from '../../commands/conversation.ts';
import type { Archive } from '../archive/archive.ts';
import type { Message } from '../chat/message.ts';

/** Answers words as typed after `/digest`, for a person outside of any channel, whence the defaults of subscriptions never matter. */
export const createLocalAnswer = (archive: Archive): ((typed: string) => Promise<Message>) => {
  const conversation = createConversation({
    archive,
    now: () => new Date(),
    logger: pino({ level: 'error' }, pino.destination({ dest: 2, sync: true })),
    defaults: { at: '08:00', timeZone: 'UTC' },
  });
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return async typed => {
    const { message } = await conversation.answer({
      asked: typed,
      person: { id: 'local', mayManage: false, timeZone },
    });
    return message;
  };
};
