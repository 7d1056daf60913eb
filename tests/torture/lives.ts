/** One life of the bot after another, each ended by its kill, until one of them has delivered everything. */

import type { Kill } from './fates.ts';
import { type End, type Life, startLife, type Task } from './life.ts';

export interface Lives {
  /** The kill that is to end the present life. Counts the call. @returns The kill where it is to strike at this call. */
  killAtCall(isPost: boolean): Kill | undefined;
  /** Kills the present life. Resolves when it is dead. */
  strike(kill: Kill): Promise<void>;
  /**
   * @param task Asked for when the process is there.
   * @returns How it ended, and by which kill, if any. @throws Error where it goes on for too long.
   */
  live(task: () => Task, kill: Kill | undefined): Promise<End & { readonly kill?: Kill }>;
  close(): Promise<void>;
}

/** Processes that have started and wait for their turn: it takes longer to load the program than to deliver a part. */
const reserve = 2;
/** Milliseconds of the machine's clock that a life may take that nobody ends. */
const longestLife = 240_000;

/** @param onKilled When one is dead, before anything else is told of it. */
export const createLives = (onKilled: () => void): Lives => {
  const waiting = Array.from({ length: reserve }, startLife);
  let present: { readonly life: Life; readonly ended: Promise<End> } | undefined;
  let armed: Kill | undefined;
  let struck: Kill | undefined;
  let calls = 0;

  const strike = async (kill: Kill): Promise<void> => {
    if (present === undefined) return;
    struck ??= kill;
    present.life.kill();
    await present.ended;
  };

  return {
    killAtCall: isPost => {
      if (armed === undefined || struck !== undefined || armed.point === 'at any instant') return undefined;
      if (armed.countsPosts && !isPost) return undefined;
      calls += 1;
      return calls === armed.call ? armed : undefined;
    },
    strike,
    live: async (task, kill) => {
      const life = waiting.shift() ?? startLife();
      waiting.push(startLife());
      await life.ready;
      const ended = life.ended.then(end => {
        if (end.code === null) onKilled();
        return end;
      });
      present = { life, ended };
      armed = kill;
      struck = undefined;
      calls = 0;
      life.begin(task());
      const instant = kill?.point === 'at any instant' ? setTimeout(() => void strike(kill), kill.after) : undefined;
      let isTooLong = false;
      const limit = setTimeout(() => {
        isTooLong = true;
        life.kill();
      }, longestLife);
      const end = await ended;
      clearTimeout(instant);
      clearTimeout(limit);
      present = undefined;
      armed = undefined;
      if (isTooLong) throw new Error(`The bot did not get done within ${longestLife / 1_000} s. It said:\n${end.log}`);
      return { ...end, ...(end.code === null && struck !== undefined && { kill: struck }) };
    },
    close: async () => {
      const left = [...waiting, ...(present === undefined ? [] : [present.life])];
      for (const life of left) life.kill();
      await Promise.all(left.map(({ ended }) => ended));
    },
  };
};
