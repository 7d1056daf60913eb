import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { build } from '../../src/cli/build.ts';
import { explain } from '../../src/cli/explain.ts';
import type { Parts } from '../../src/cli/parts.ts';
import { recordedParts } from '../../src/cli/parts.ts';
import type { Progress } from '../../src/cli/progress.ts';
import { readConfig } from '../../src/config.ts';

const silent: Progress = { start() {}, update() {}, done() {}, warn() {}, stop() {} };

describe('what --explain says', () => {
  let parts: Parts;
  beforeEach(async () => {
    parts = await recordedParts(readConfig({}));
  });
  afterEach(() => parts.close());

  it('is the same of an edition that is written now and of one that comes from the archive', async () => {
    const written = explain(await build(parts, {}, silent));
    const kept = explain(await build(parts, {}, silent));
    expect(kept).toContain('Deep Dives\n  ');
    expect(kept).toContain('Also published\n  ');
    expect(kept).toMatch(/Other tellings of the same story\n {2}.*\n {4}- same address as https:/);
    // What of Signal and Patterns was refused is told when they are written.
    expect(written.startsWith(kept.trimEnd())).toBe(true);
  });

  it('is that nothing was kept, of an edition from before reasons were', async () => {
    const { edition } = await build(parts, {}, silent);
    await parts.archive.db.deleteFrom('decisions').execute();
    expect((await build(parts, {}, silent)).edition).toEqual(edition);
    expect(explain(await build(parts, {}, silent))).toMatch(
      /^No decisions are kept of this edition: .*--rebuild decides anew\.\n$/,
    );
  });
});
