/** The bot as operators run it, `node src/main.ts run`, in a process of its own, by the soak's clock. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Answer, answer, type Measure, type Order } from './orders.ts';
import type { SteeredClock } from './steered-clock.ts';

export interface BotOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly clock: SteeredClock;
  /** File to which its log is added. */
  readonly log: string;
}

export interface Bot {
  /** Resolves once `pattern` stands in its log. Rejects where it ends before. */
  said(pattern: RegExp): Promise<void>;
  /** Has its clock go as the soak's does. */
  steer(): void;
  /** Collects its garbage first. */
  measure(): Promise<Measure>;
  /** Whether it mostly waited since this was asked the last time. False where it ends meanwhile. */
  isWaiting(): Promise<boolean>;
  /** Resolves when it is dead. */
  kill(): Promise<void>;
  /** Tells it to end (SIGTERM). Resolves to its exit code. */
  stop(): Promise<number | null>;
  /** Resolves to how it ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly tail: string }>;
}

const program = resolve(import.meta.dirname, '../../src/main.ts');
const hurry = join(import.meta.dirname, 'hurry.ts');
const mostTail = 10_000;
/** Share of the time. */
const mostlyWaiting = 0.3;

export const startBot = ({ cwd, env, clock, log }: BotOptions): Bot => {
  const child = fork(program, ['run'], {
    cwd,
    execArgv: ['--expose-gc', '--import', hurry],
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      NODE_COMPILE_CACHE: join(tmpdir(), 'digest-compile-cache'),
      SOAK_CLOCK: JSON.stringify(clock.setting()),
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let tail = '';
  const hears = new Set<() => void>();
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-mostTail);
    appendFileSync(log, text);
    for (const hear of hears) hear();
  });
  const ended = once(child, 'close').then(([code]) => ({ code: typeof code === 'number' ? code : null, tail }));
  // One that is killed at this moment takes no order, and `ended` says so.
  const send = (order: Order): void => void (child.connected && child.send(order, () => {}));
  /** Undefined where it ends before it answers. One at a time. */
  const ask = async (kind: 'measure' | 'look'): Promise<Answer | undefined> => {
    const answered = once(child, 'message').then(([message]) => answer.parse(message));
    send({ kind });
    return Promise.race([answered, ended.then(() => undefined)]);
  };
  return {
    said: async pattern => {
      const { promise, resolve: found } = Promise.withResolvers<void>();
      const hear = (): void => {
        if (pattern.test(tail)) found();
      };
      hears.add(hear);
      hear();
      const missed = ended.then(end => {
        throw new Error(`The bot ended (${end.code}) without saying ${pattern}. It said:\n${end.tail}`);
      });
      await Promise.race([promise, missed]).finally(() => hears.delete(hear));
    },
    steer: () => send({ kind: 'steer', setting: clock.setting() }),
    measure: async () => {
      const said = await ask('measure');
      if (said?.kind !== 'measured') throw new Error('The bot ended before it was measured.');
      return said.measure;
    },
    isWaiting: async () => {
      const said = await ask('look');
      return said?.kind === 'looked' && said.atWork < mostlyWaiting;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      return (await ended).code;
    },
    ended,
  };
};
