/** Whether a run can do its work, for those who ask over the web: people are heard somewhere, and no end was asked for. */
import type { Bot } from '../chat/bot.ts';
import type { Unready } from '../web/parts.ts';

interface ReadinessOptions {
  /** Whether it is to hear people at all. */
  readonly hears: boolean;
  /** Aborted once it is to end. */
  readonly stopping: AbortSignal;
  readonly now: () => Date;
}

export interface Readiness {
  /** A bot that can hear people now, until it ends. */
  add(bot: Pick<Bot, 'ended'>): void;
  /** What keeps it from its work, and since when. */
  unready(): readonly Unready[];
}

export const createReadiness = ({ hears, stopping, now }: ReadinessOptions): Readiness => {
  const instant = (): string => now().toISOString();
  const listening = new Set<Pick<Bot, 'ended'>>();
  let deafSince = instant();
  let stoppingSince: string | undefined;
  const stop = (): void => {
    stoppingSince = instant();
  };
  stopping.addEventListener('abort', stop, { once: true });
  if (stopping.aborted) stop();
  return {
    add: bot => {
      listening.add(bot);
      void bot.ended.then(() => {
        listening.delete(bot);
        if (listening.size === 0) deafSince = instant();
      });
    },
    unready: () => [
      ...(stoppingSince === undefined ? [] : [{ part: 'process', since: stoppingSince }]),
      ...(hears && listening.size === 0 ? [{ part: 'platforms', since: deafSince }] : []),
    ],
  };
};
