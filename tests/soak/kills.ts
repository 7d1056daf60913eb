/** When the bot is killed: on which day, amid what, and at which request of that. */
import type { Draw } from '../torture/draw.ts';
import { type Kill, killAt } from '../torture/fates.ts';

/** In the order of a day. */
export const stretches = ['collecting', 'editing', 'delivering'] as const;
export type Stretch = (typeof stretches)[number];

export interface PlannedKill {
  /** From 0. Where nothing struck that day, it waits for the next. */
  readonly day: number;
  readonly amid: Stretch;
  /** At which request of the stretch on that day, from 1: for a feed, for an article, or a call that posts. */
  readonly request: number;
  /** While articles are read and after: milliseconds of the machine's clock from that request. */
  readonly after: number;
  /** While it delivers: where, as the platform sees it. */
  readonly kill: Kill;
}

/** Milliseconds of the machine's clock in which an edition is written, once its articles are there. */
const writing = 1_500;

/**
 * Evenly from the third day on to two thirds of the way, so that the life after the last of them is long. Each stretch comes
 * in turn, delivering twice as often.
 */
export const plannedKills = (
  draw: Draw,
  { kills, days, channels }: { readonly kills: number; readonly days: number; readonly channels: number },
): readonly PlannedKill[] => {
  const first = Math.min(2, days - 1);
  const span = Math.max(1, Math.floor((days * 2) / 3) - first);
  const planned = Array.from({ length: kills }, (_, index): PlannedKill => {
    const on = (question: string) => draw('kill of the bot', index, question);
    const amid = (['delivering', 'collecting', 'delivering', 'editing'] as const)[index % 4] ?? 'delivering';
    const requests = { collecting: 12, editing: 6, delivering: channels * 2 }[amid];
    return {
      day: first + Math.floor((index * span) / kills),
      amid,
      request: 1 + Math.floor(on('request') * requests),
      after: amid === 'editing' ? on('after') * writing : 0,
      kill: killAt(draw, index, 1),
    };
  });
  return planned.toSorted(
    (one, other) =>
      one.day - other.day || stretches.indexOf(one.amid) - stretches.indexOf(other.amid) || one.request - other.request,
  );
};
