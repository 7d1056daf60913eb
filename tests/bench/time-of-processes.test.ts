import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { keepTime } from '../../bench/scale/timekeeper.ts';

const start = Date.parse('2026-04-01T09:00:00Z');
const woke = z.object({ kind: z.literal('woke'), name: z.string(), at: z.number() });

describe('the time that several processes live by', () => {
  const processes: ChildProcess[] = [];
  const wakings: string[] = [];

  /** A process that makes these pauses in turn, in milliseconds. */
  const sleeper = async (name: string, ...pauses: readonly number[]): Promise<ChildProcess> => {
    const child = fork(new URL('./a-sleeper.ts', import.meta.url), [name, ...pauses.map(String)], { execArgv: [] });
    processes.push(child);
    child.on('message', message => {
      const { data } = woke.safeParse(message);
      if (data !== undefined) wakings.push(`${data.name} +${data.at - start}`);
    });
    await once(child, 'message');
    return child;
  };

  afterEach(() => {
    for (const child of processes.splice(0)) child.kill();
    wakings.length = 0;
  });

  it('goes from one waking to the next, whichever process it is in', async () => {
    const sleepers = [await sleeper('one', 100, 300, 100), await sleeper('other', 200, 250, 3_600_000)];
    const time = keepTime(start);
    await time.run(sleepers, () => wakings.length === 6);
    expect(wakings).toEqual(['one +100', 'other +200', 'one +400', 'other +450', 'one +500', 'other +3600450']);
    expect(time.now()).toBe(start + 3_600_450);
  });

  it('wakes those of the same fraction of a moment at once, and none early', async () => {
    const sleepers = [await sleeper('one', 1), await sleeper('other', 49)];
    await keepTime(start).run(sleepers, () => wakings.length === 2);
    expect(wakings.toSorted()).toEqual(['one +50', 'other +50']);
  });

  it('ends with an error where nobody waits for anything', async () => {
    await expect(keepTime(start).run([await sleeper('one', 50)], () => false)).rejects.toThrow('would never end');
  });

  it('ends with an error where a process ends in the middle', async () => {
    const child = await sleeper('one', 50, 50);
    const run = keepTime(start).run([child], () => false);
    child.kill();
    await expect(run).rejects.toThrow('in the middle');
  });
});
