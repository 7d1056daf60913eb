/** One life of a process after another, each ended by its kill, until one of them has delivered everything. */
import type { Kill, Stall } from './fates.ts';
import { type End, type Life, startLife, type Task } from './life.ts';

export interface Lives {
  /** The kill that is to end the present life. Counts the call. @returns The kill where it is to strike at this call. */
  killAtCall(isPost: boolean): Kill | undefined;
  /** The stall that is to strike at the call that `killAtCall` has just counted. */
  stallAtCall(): Stall | undefined;
  /** Has the present life stand still for a while. Resolves when it does. */
  stall(stall: Stall): void;
  /** Kills the present life. Resolves when it is dead. */
  strike(kill: Kill): Promise<void>;
  /**
   * @param task Asked for when the process is there.
   * @returns How it ended, and by which kill, if any. @throws Error where it goes on for too long.
   */
  live(task: () => Task, kill: Kill | undefined, stall?: Stall): Promise<End & { readonly kill?: Kill }>;
  close(): Promise<void>;
}

/** Processes that have started and wait for their turn: it takes longer to load the program than to deliver a part. */
const reserve = 2;
/** Milliseconds of the machine's clock that a life may take that nobody ends. */
const longestLife = 240_000;

export interface LivesOptions {
  /** When one is dead, before anything else is told of it. */
  readonly onKilled: () => void;
  /** When one stands still. */
  readonly onStalled: (stall: Stall) => void;
}

export const createLives = ({ onKilled, onStalled }: LivesOptions): Lives => {
  const waiting = Array.from({ length: reserve }, startLife);
  let present: { readonly life: Life; readonly ended: Promise<End> } | undefined;
  let armed: Kill | undefined;
  let struck: Kill | undefined;
  let stalling: Stall | undefined;
  let awakening: NodeJS.Timeout | undefined;
  let calls = 0;

  const strike = async (kill: Kill): Promise<void> => {
    if (present === undefined) return;
    struck ??= kill;
    present.life.kill();
    await present.ended;
  };

  const stall = (one: Stall): void => {
    if (present === undefined || stalling !== one || struck !== undefined) return;
    const { life } = present;
    stalling = undefined;
    life.stop();
    awakening = setTimeout(() => life.goOn(), one.lasts);
    onStalled(one);
  };

  return {
    killAtCall: isPost => {
      if (armed === undefined || struck !== undefined) return undefined;
      if (armed.countsPosts && !isPost) return undefined;
      calls += 1;
      return armed.point !== 'at any instant' && calls === armed.call ? armed : undefined;
    },
    stallAtCall: () => (stalling?.point !== 'at any instant' && stalling?.call === calls ? stalling : undefined),
    stall,
    strike,
    live: async (task, kill, stalled) => {
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
      stalling = stalled;
      calls = 0;
      life.begin(task());
      const instant = kill?.point === 'at any instant' ? setTimeout(() => void strike(kill), kill.after) : undefined;
      const standstill =
        stalled?.point === 'at any instant' ? setTimeout(() => stall(stalled), stalled.after) : undefined;
      let isTooLong = false;
      const limit = setTimeout(() => {
        isTooLong = true;
        life.kill();
      }, longestLife);
      const end = await ended;
      for (const timer of [instant, standstill, awakening]) clearTimeout(timer);
      clearTimeout(limit);
      present = undefined;
      armed = undefined;
      stalling = undefined;
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
