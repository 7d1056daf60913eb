/** A process that lives by the time of its parent: it pauses as long as it is told, and says when it woke. */
import { setTimeout as wait } from 'node:timers/promises';
import { createAtWork } from '../../bench/scale/at-work.ts';
import { followTime } from '../../bench/scale/follow-time.ts';

const [name = '', ...pauses] = process.argv.slice(2);
const atWork = createAtWork();
const time = followTime(atWork);
process.send?.({ kind: 'ready' });
await time.begun;
for (const pause of pauses) {
  await time.pause(Number(pause));
  // Takes real time, in which no other process may get ahead.
  await atWork.during(wait(5));
  process.send?.({ kind: 'woke', name, at: time.now().getTime() });
}
