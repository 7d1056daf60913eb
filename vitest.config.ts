import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // One fixed zone, so that no test depends on where it runs; tests of zones name their own.
    env: { TZ: 'UTC', NO_COLOR: '1' },
  },
});
