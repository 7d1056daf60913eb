/** Collecting a thousand feeds, against a bare loop that downloads the same bytes from the same server at the same concurrency. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import Keyv from 'keyv';
import { createDispatcher } from '../src/sources/http/fetcher.ts';
import { collectAll, concurrency, feedCount, feedUrls, gateFor, startFeeds } from './collecting.ts';
import { memoryOptions } from './scale/memory.ts';

const rounds = 5;
const limits = { allNew: 1.3, all304: 1.2, megabytes: 250 };

/** Prints the ratios and the peak memory; sets the exit code where a limit is missed. */
export async function run(): Promise<void> {
  const { server, port } = await startFeeds();
  try {
    await measureTime(feedUrls(port));
    await measureMemory(port);
  } finally {
    server.disconnect();
  }
}

async function measureTime(urls: readonly string[]): Promise<void> {
  const allNew: Timing[] = [];
  const all304: Timing[] = [];
  // The first round only warms up: the server's bodies, the compiler.
  for (let round = 0; round <= rounds; round++) {
    const cache = new Keyv();
    const full = await timeBoth(
      () => collectAll(urls, cache, 'ok'),
      () => download(urls, () => ({})),
    );
    const conditional = (feed: number) => ({ 'if-none-match': `"${feed}"` });
    const unchanged = await timeBoth(
      () => collectAll(urls, cache, 'unchanged'),
      () => download(urls, conditional),
    );
    if (round === 0) continue;
    allNew.push(full);
    all304.push(unchanged);
  }
  reportTime('all new', allNew, limits.allNew);
  reportTime('all 304', all304, limits.all304);
}

/** Milliseconds. */
interface Timing {
  readonly ours: number;
  readonly bare: number;
}

const timeBoth = async (ours: () => Promise<void>, bare: () => Promise<void>): Promise<Timing> => ({
  bare: await time(bare),
  ours: await time(ours),
});

async function time(task: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

/** The bare loop: undici, and nothing done with the bytes. */
async function download(urls: readonly string[], headersOf: (feed: number) => Record<string, string>): Promise<void> {
  const dispatcher = createDispatcher(gateFor(urls));
  const waiting = urls.entries();
  const work = async (): Promise<void> => {
    for (const [feed, url] of waiting) {
      const { origin, pathname } = new URL(url);
      const { body } = await dispatcher.request({ origin, path: pathname, method: 'GET', headers: headersOf(feed) });
      await body.bytes();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  await dispatcher.destroy();
}

function reportTime(what: string, timings: readonly Timing[], limit: number): void {
  const ours = median(timings.map(timing => timing.ours));
  const bare = median(timings.map(timing => timing.bare));
  const ratio = ours / bare;
  console.log(
    `collect, ${feedCount} feeds ${what}: ${ratio.toFixed(2)} of a bare loop (limit ${limit}); ` +
      `${(ours / 1000).toFixed(2)} s against ${(bare / 1000).toFixed(2)} s, ${concurrency} at a time, median of ${rounds}`,
  );
  if (ratio > limit) process.exitCode = 1;
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;

async function measureMemory(port: number): Promise<void> {
  const measured = fork(new URL('./collect-memory.ts', import.meta.url), [String(port)], {
    execArgv: [...memoryOptions],
  });
  const [megabytes] = await once(measured, 'message');
  console.log(
    `collect, ${feedCount} feeds, peak memory: ${Number(megabytes).toFixed(0)} MB (limit ${limits.megabytes}), ${memoryOptions.join(' ')}`,
  );
  if (!(megabytes <= limits.megabytes)) process.exitCode = 1;
}
