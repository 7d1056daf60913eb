/**
 * Pages of editions under 500 requests a second on loopback, over 3,000 editions: as readers ask, and any of all from cold;
 * beside a bare server that sends the same bytes from memory.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import { z } from 'zod';
import { openArchive } from '../src/archive/archive.ts';
import { scriptPath, stylePath } from '../src/web/assets.ts';
import { quantile, rounded } from './figures.ts';
import { seeded } from './filled-archive.ts';
import { fillWithEditions } from './web/archive.ts';
import type { Load } from './web/load.ts';

const editions = 3_000;
const pace = { perSecond: 500, seconds: 20 };
/** Before the clock counts: the engine compiles what runs often. Nine of ten pages are still to be made then. */
const warmUps = 300;
const limits = { milliseconds: 10, bytes: 60_000 };

/** Builds the archive in a folder of its own, measures, prints tables and removes it; sets the exit code where a limit is missed. */
export const run = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'web-bench-'));
  try {
    const path = join(folder, 'archive.db');
    const archive = await openArchive({ path });
    const dates = await fillWithEditions(archive, editions);
    await archive.close();
    await measure(path, join(folder, 'page.gz'), dates);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const measure = async (archive: string, page: string, dates: readonly string[]): Promise<void> => {
  const latest = `/${dates.at(-1)}`;
  const asReaders = await underLoad('server.ts', archive, readers(dates), async origin => {
    await checkBytes(origin, latest);
    writeFileSync(page, await download(origin + latest));
  });
  const fromCold = await underLoad('server.ts', archive, anyOf(dates));
  const bare = await underLoad('bare-server.ts', page, () => latest);
  const figures = [
    figuresOf('the latest edition, and some others', asReaders, bare),
    figuresOf('any of 3,000 editions, from cold', fromCold, bare),
    figuresOf('a bare server', bare, bare),
  ];
  console.table(figures);
  console.log(`Load of the machine over a minute: ${rounded(loadavg()[0] ?? 0)}.`);
  for (const { pages, p99 } of figures.slice(0, 2)) {
    if (!(p99 < limits.milliseconds)) fail(`${pages}: the 99th percentile is not under ${limits.milliseconds} ms.`);
  }
};

const fail = (message: string): void => {
  console.error(message);
  process.exitCode = 1;
};

type NextPath = () => string;

/** Three of four read the latest; the others, mostly one of the last month, and now and then a list or a search. */
const readers = (dates: readonly string[]): NextPath => {
  const random = seeded(1);
  const lately = anyOf(dates.slice(-30));
  const ever = anyOf(dates);
  return () => {
    const chance = random();
    if (chance < 0.75) return '/';
    if (chance < 0.9) return lately();
    return chance < 0.95 ? ever() : (lists[Math.floor(random() * lists.length)] ?? '/');
  };
};

const lists = ['/companies', '/company/cloudflare', '/themes', '/theme/databases', '/calendar', '/search?q=rareword'];

const anyOf = (dates: readonly string[]): NextPath => {
  const random = seeded(2);
  return () => `/${dates[Math.floor(random() * dates.length)]}`;
};

/** Milliseconds of the answers of a server that was just started. */
const underLoad = async (
  program: string,
  argument: string,
  path: NextPath,
  first?: (origin: string) => Promise<void>,
): Promise<readonly number[]> => {
  const { server, origin } = await start(program, argument);
  await first?.(origin);
  for (let count = 0; count < warmUps; count += 1) await download(origin + path());
  const { perSecond, seconds } = pace;
  const times = await timesOf({ origin, perSecond, paths: Array.from({ length: perSecond * seconds }, path) });
  server.disconnect();
  await once(server, 'exit');
  return times;
};

const timesOf = async (load: Load): Promise<readonly number[]> => {
  const readers = fork(new URL('./web/readers.ts', import.meta.url), { execArgv: [] });
  readers.send(load);
  const [times] = await Promise.race([once(readers, 'message'), once(readers, 'exit')]);
  return z.array(z.number(), 'The readers broke off.').parse(times);
};

const start = async (program: string, argument: string): Promise<{ server: ChildProcess; origin: string }> => {
  const server = fork(new URL(`./web/${program}`, import.meta.url), [argument], { execArgv: [] });
  const [message] = await once(server, 'message');
  const { port } = z.object({ port: z.number() }).parse(message);
  return { server, origin: `http://127.0.0.1:${port}` };
};

/** As it is sent. */
const download = async (url: string): Promise<Buffer> => {
  const { body } = await request(url, { headers: { 'accept-encoding': 'gzip' } });
  return Buffer.from(await body.arrayBuffer());
};

const figuresOf = (pages: string, times: readonly number[], bare: readonly number[]) => ({
  pages,
  requests: times.length,
  p50: rounded(quantile(times, 0.5)),
  p99: rounded(quantile(times, 0.99)),
  worst: rounded(Math.max(...times)),
  'p50 × bare': rounded(quantile(times, 0.5) / quantile(bare, 0.5)),
  'p99 × bare': rounded(quantile(times, 0.99) / quantile(bare, 0.99)),
});

/** What a reader who has nothing yet downloads: the page, its style and its script, with the heads of the answers. */
const checkBytes = async (origin: string, page: string): Promise<void> => {
  const parts = { page, style: stylePath, script: scriptPath };
  const bytes = await Promise.all(
    Object.entries(parts).map(async ([part, path]) => [part, await bytesOf(origin, path)] as const),
  );
  const total = bytes.reduce((sum, [, count]) => sum + count, 0);
  console.table({ 'bytes transferred': { ...Object.fromEntries(bytes), total } });
  if (!(total < limits.bytes)) fail(`A page takes ${total} bytes: the limit is ${limits.bytes}.`);
};

/** As they come over the wire. */
const bytesOf = async (origin: string, path: string): Promise<number> => {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n`);
  let count = 0;
  for await (const chunk of socket) count += (chunk as Buffer).length;
  return count;
};
