import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('a process that had a Postgres ends as it says: runs of tests that failed ended with 0', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'failing-run.ts')], { stdio: 'ignore' });
  expect(await once(child, 'exit')).toEqual([3, null]);
});
