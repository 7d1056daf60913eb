/** Ids whose order is that in which they are made, as pg-boss begins the jobs of a group in the order of their ids. */
import { randomUUID } from 'node:crypto';

/** Ids that one millisecond has room for; more borrow of the next. */
const perMillisecond = 0x1000;

/**
 * UUIDs of version 7 with a counter within the millisecond, so that each of a process is greater than those before:
 * https://www.rfc-editor.org/rfc/rfc9562#section-6.2, method 1.
 * @param now Milliseconds since 1970.
 */
export const orderedIds = (now: () => number = Date.now): (() => string) => {
  let time = 0;
  let count = -1;
  return () => {
    count += 1;
    if (now() > time) [time, count] = [now(), 0];
    else if (count === perMillisecond) [time, count] = [time + 1, 0];
    const [high, low] = [time.toString(16).padStart(12, '0'), count.toString(16).padStart(3, '0')];
    // What comes after is as random as in version 4, whose variant is the same.
    return `${high.slice(0, 8)}-${high.slice(8)}-7${low}${randomUUID().slice(18)}`;
  };
};
