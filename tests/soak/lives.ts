/** The bot through all its lives: killed at the planned moments, and started again at once. */
import { isPost } from '../torture/chats.ts';
import type { Kill } from '../torture/fates.ts';
import type { Call } from '../torture/gate.ts';
import type { Bot } from './bot.ts';
import type { PlannedKill, Stretch } from './kills.ts';

export interface Lives {
  /** Counts requests anew, and arms the kills that are due on this day. */
  beginDay(day: number): void;
  /** Counts a request of the bot. @returns The kill of this call, where the gate is to carry it out. */
  onCall(call: Call): Kill | undefined;
  /** As that, of a request to a blog. */
  onReading(what: 'collecting' | 'editing'): void;
  /** Resolves when the bot is dead; another is started then. */
  strike(): Promise<void>;
  /** The bot that lives. */
  bot(): Bot;
  /** How often it was killed amid each. */
  readonly kills: ReadonlyMap<Stretch, number>;
  /** Rejects once a bot has ended that nobody killed. */
  readonly broken: Promise<never>;
  /** Tells it to end. */
  end(): Promise<number | null>;
}

export const createLives = (start: () => Bot, planned: readonly PlannedKill[]): Lives => {
  const left = [...planned];
  const kills = new Map<Stretch, number>();
  const { promise: broken, reject: breakDown } = Promise.withResolvers<never>();
  broken.catch(() => {});
  let isEnding = false;
  let today = -1;
  let counts: Record<Stretch, number> = { collecting: 0, editing: 0, delivering: 0 };
  let striking: Promise<void> | undefined;

  const live = (): Bot => {
    const bot = start();
    void bot.ended.then(({ code, tail }) => {
      if (code !== null && !isEnding) breakDown(new Error(`The bot ended by itself (${code}). It said:\n${tail}`));
    });
    return bot;
  };
  let present = live();

  const strike = (): Promise<void> => {
    striking ??= present
      .kill()
      .then(() => {
        if (!isEnding) present = live();
      })
      .finally(() => {
        striking = undefined;
      });
    return striking;
  };

  /** The kill whose request this is. One at a time: the next waits until the bot lives again. */
  const due = (stretch: Stretch): PlannedKill | undefined => {
    counts[stretch] += 1;
    const [next] = left;
    const isNow = next !== undefined && next.day <= today && next.amid === stretch && next.request <= counts[stretch];
    if (!isNow || striking !== undefined) return undefined;
    left.shift();
    kills.set(stretch, (kills.get(stretch) ?? 0) + 1);
    return next;
  };

  return {
    kills,
    broken,
    bot: () => present,
    beginDay: day => {
      today = day;
      counts = { collecting: 0, editing: 0, delivering: 0 };
    },
    onCall: call => {
      const kill = isPost(call) ? due('delivering')?.kill : undefined;
      if (kill?.point !== 'at any instant') return kill;
      setTimeout(() => void strike(), kill.after);
      return undefined;
    },
    onReading: what => {
      const kill = due(what);
      if (kill !== undefined) setTimeout(() => void strike(), kill.after);
    },
    strike,
    end: async () => {
      isEnding = true;
      await striking;
      return present.stop();
    },
  };
};
