import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/material.ts', 'tests/temporary-folder.ts', 'tests/postgres/for-all-tests.ts'],
    // Whole processes are started by some tests, on machines that are busy with others.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Much of the time is spent waiting for those: while one waits, another file has its core.
    maxWorkers: availableParallelism() + 1,
    // No module keeps state and no test replaces one, so files can share a process and what it has loaded.
    isolate: false,
    // One fixed zone, so that no test depends on where it runs; tests of zones name their own.
    env: { TZ: 'UTC', NO_COLOR: '1' },
  },
});
