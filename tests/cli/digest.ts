/** Runs the command line as a person does: a process of its own, in a folder of its own. */
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const main = resolve(import.meta.dirname, '../../src/main.ts');

/** Starting the program is mostly compiling it: the processes of all tests share what the first of them compiled. */
const compileCache = join(tmpdir(), 'digest-compile-cache');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** One that has not ended yet. */
export interface Running {
  /** Of the process; undefined where it could not be started. */
  readonly pid: number | undefined;
  /** What the first group of `pattern` holds once stderr matches. Rejects where the run ends before. */
  said(pattern: RegExp): Promise<string>;
  kill(signal: 'SIGTERM' | 'SIGKILL'): void;
  readonly ended: Promise<Run>;
}

export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'digest-'));

export interface Place {
  readonly cwd?: string;
  /** Adds to an environment that has but a path, a zone, any free port and the cache. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Surroundings extends Place {
  /** Once it settles the process is killed, as by a power cut. */
  readonly killedAfter?: Promise<unknown>;
  /** Once it settles the process is told to end, as by Docker (SIGTERM). */
  readonly endedAfter?: Promise<unknown>;
}

/** stdin is closed, as it is in CI. */
export const begin = (args: readonly string[], { cwd = emptyFolder(), env = {} }: Place = {}): Running => {
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    env: { PATH: process.env.PATH, TZ: 'UTC', PORT: '0', NODE_COMPILE_CACHE: compileCache, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  const ended = new Promise<Run>((done, failed) => {
    child.on('error', failed).on('close', code => done({ code, ...output }));
  });
  return {
    pid: child.pid,
    said: pattern =>
      new Promise((found, missed) => {
        const look = (): void => {
          const match = pattern.exec(output.stderr);
          if (match) found(match[1] ?? match[0]);
        };
        child.stderr.on('data', look);
        void ended.then(() => missed(new Error(`It ended without saying ${pattern}: ${output.stderr}`)));
        look();
      }),
    kill: signal => void child.kill(signal),
    ended,
  };
};

export const digest = (
  args: readonly string[],
  { killedAfter, endedAfter, ...place }: Surroundings = {},
): Promise<Run> => {
  const running = begin(args, place);
  void killedAfter?.then(() => running.kill('SIGKILL'));
  void endedAfter?.then(() => running.kill('SIGTERM'));
  return running.ended;
};
