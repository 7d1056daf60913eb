/** Whether something was heard before: by this process, where it is the only one, or by any that shares the archive. */
import type { Logger } from 'pino';
import type { Heard } from '../../archive/heard.ts';
import { createOnce } from '../once.ts';

/** Requests that are remembered, so that a repeated one is told. Slack repeats within minutes. */
const mostRemembered = 10_000;

/** Of this process alone. */
export const heardHere = (most = mostRemembered): Heard => {
  const { isFirst, forget } = createOnce(most);
  return { isFirst: async id => isFirst(id), forget: async id => forget(id) };
};

/** As `heard`; where that cannot be told, everything is new: to be answered twice is better than not at all. */
export const atLeastOnce = ({ isFirst, forget }: Heard, logger: Logger): Heard => ({
  isFirst: async id => {
    try {
      return await isFirst(id);
    } catch (error) {
      logger.warn({ err: error }, 'Whether a request of Slack is a repeated one is not known; it is answered');
      return true;
    }
  },
  forget: id =>
    forget(id).catch((error: unknown) => {
      logger.warn({ err: error }, 'A request of Slack cannot be repeated for a while');
    }),
});
