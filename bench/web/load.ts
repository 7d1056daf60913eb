/** Readers who come at their own pace, however long the answers take: an open loop, in which a slow answer is not waited for. */
import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export interface Load {
  readonly origin: string;
  readonly perSecond: number;
  /** What the readers ask for, one after the other. */
  readonly paths: readonly string[];
}

const connections = 64;

/**
 * Milliseconds of each answer, from when it was due to be asked for until all of it is there.
 * @throws Error where an answer is not the page.
 */
export const putLoad = async ({ origin, perSecond, paths }: Load): Promise<readonly number[]> => {
  // Node's own client, which adds the least to what is measured.
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const ask = async (path: string, due: number): Promise<number> => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    get(origin + path, { agent, headers: { 'accept-encoding': 'gzip' } }, response => {
      if (response.statusCode !== 200) reject(new Error(`${path} was answered with ${response.statusCode}.`));
      response.resume();
      response.on('end', () => resolve(performance.now() - due));
    }).on('error', reject);
    return promise;
  };
  const asking: Promise<number>[] = [];
  const start = performance.now();
  for (const [index, path] of paths.entries()) {
    const due = start + (index * 1_000) / perSecond;
    while (performance.now() < due) await wait(Math.max(0, due - performance.now()));
    asking.push(ask(path, due));
  }
  const times = await Promise.all(asking);
  agent.destroy();
  return times;
};
