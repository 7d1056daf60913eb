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

export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'digest-'));

export interface Surroundings {
  readonly cwd?: string;
  /** Adds to an environment that has but a path, a zone and the cache. */
  readonly env?: Readonly<Record<string, string>>;
  /** Once it settles the process is killed, as by a power cut. */
  readonly killedAfter?: Promise<unknown>;
  /** Once it settles the process is told to end, as by Docker (SIGTERM). */
  readonly endedAfter?: Promise<unknown>;
}

/** stdin is closed, as it is in CI. */
export const digest = (
  args: readonly string[],
  { cwd = emptyFolder(), env = {}, killedAfter, endedAfter }: Surroundings = {},
): Promise<Run> =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, [main, ...args], {
      cwd,
      env: { PATH: process.env.PATH, TZ: 'UTC', NODE_COMPILE_CACHE: compileCache, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    void killedAfter?.then(() => child.kill('SIGKILL'));
    void endedAfter?.then(() => child.kill('SIGTERM'));
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output.stderr += text;
    });
    child.on('error', failed).on('close', code => done({ code, ...output }));
  });
