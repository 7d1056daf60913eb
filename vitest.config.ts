import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // One fixed zone, so that no test depends on where it runs; tests of zones name their own.
    // Whole processes are started by some tests, on machines that are busy with others.
    testTimeout: 60_000,
    env: { TZ: 'UTC', NO_COLOR: '1' },
  },
});
