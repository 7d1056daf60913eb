import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it.each([
  [0, 'by itself'],
  [0, 'at once'],
  [3, 'by itself'],
  [3, 'at once'],
])(
  'a process that had a Postgres ends with the code %i that it has, %s: runs that failed ended with 0',
  async (code, end) => {
    const script = join(import.meta.dirname, 'ending-run.ts');
    const child = spawn(process.execPath, [script, String(code), end], { stdio: ['ignore', 'ignore', 'inherit'] });
    expect(await once(child, 'exit')).toEqual([code, null]);
  },
);
