/** Readers who come at their own pace, however long the answers take: an open loop, in which a slow answer is not waited for. */
import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'undici';

export interface Load {
  readonly origin: string;
  readonly perSecond: number;
  readonly seconds: number;
  /** The path that the next reader asks for. */
  readonly path: () => string;
}

const connections = 64;

/**
 * Milliseconds of each answer, from when it was due to be asked for until all of it is there.
 * @throws Error where an answer is not the page.
 */
export const putLoad = async ({ origin, perSecond, seconds, path }: Load): Promise<readonly number[]> => {
  const pool = new Pool(origin, { connections });
  const times: number[] = [];
  const ask = async (due: number): Promise<void> => {
    const asked = path();
    const { statusCode, body } = await pool.request({
      method: 'GET',
      path: asked,
      headers: { 'accept-encoding': 'gzip' },
    });
    await body.arrayBuffer();
    if (statusCode !== 200) throw new Error(`${asked} was answered with ${statusCode}.`);
    times.push(performance.now() - due);
  };
  const asking: Promise<void>[] = [];
  const start = performance.now();
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const due = start + (index * 1_000) / perSecond;
    while (performance.now() < due) await wait(Math.max(0, due - performance.now()));
    asking.push(ask(due));
  }
  await Promise.all(asking);
  await pool.close();
  return times;
};
