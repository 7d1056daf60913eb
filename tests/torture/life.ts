/** What a child is told to do, and how it is started. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { clockSetting } from './fast-clock.ts';

export const task = z.object({
  /** Where the archive is. */
  archive: z.union([z.object({ path: z.string() }), z.object({ postgresUrl: z.string() })]),
  /** Milliseconds of the machine's clock for which it holds what it gives no sign of; and how many deliveries at a time. */
  holdsFor: z.number(),
  atATime: z.number(),
  /** Whether its jobs are those of all, by pg-boss, or its own. */
  sharesJobs: z.boolean(),
  /** Date of the edition that it brings, and to how many channels. */
  edition: z.string(),
  channels: z.number(),
  /** Addresses of the Web API and of the REST API. */
  slack: z.object({ url: z.string(), token: z.string() }),
  discord: z.object({ url: z.string(), token: z.string() }),
  clock: clockSetting,
});
export type Task = z.infer<typeof task>;

export interface End {
  /** Null where it was killed. */
  readonly code: number | null;
  /** The end of its log. */
  readonly log: string;
}

/** A process that loads the program, and then waits for its task. */
export interface Life {
  /** Resolves when it has loaded the program, or ended. */
  readonly ready: Promise<unknown>;
  begin(task: Task): void;
  kill(): void;
  /** Stands still from now on, as a machine that sleeps. */
  stop(): void;
  goOn(): void;
  readonly ended: Promise<End>;
}

const program = join(import.meta.dirname, 'child.ts');
const mostLog = 20_000;

export const startLife = (): Life => {
  const child: ChildProcess = fork(program, {
    execArgv: [],
    env: { PATH: process.env.PATH, TZ: 'UTC', NODE_COMPILE_CACHE: join(tmpdir(), 'digest-compile-cache') },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let log = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-mostLog);
  });
  const ended = once(child, 'close').then(([code]) => ({ code: typeof code === 'number' ? code : null, log }));
  return {
    ready: Promise.race([once(child, 'message'), ended]),
    begin: given => void child.send(given),
    kill: () => void child.kill('SIGKILL'),
    stop: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    ended,
  };
};
