/** What fuzzing once found does no harm any more. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { attempt } from './attempt.ts';
import { corpus } from './corpus/index.ts';
import type { Target, TargetName } from './target.ts';
import { openTarget } from './targets/index.ts';

const folder = join(import.meta.dirname, 'corpus');

const opened = new Map<TargetName, Promise<Target>>();
const targetNamed = (name: TargetName): Promise<Target> => {
  const target = opened.get(name) ?? openTarget(name);
  opened.set(name, target);
  return target;
};
afterAll(async () => {
  for (const target of opened.values()) await (await target).close?.();
});

it.each(corpus)('$target/$file, which once $once', async ({ target, file, as }) => {
  const bytes = readFileSync(join(folder, target, file));
  const { crash, faults } = await attempt(await targetNamed(target), { bytes, as });
  expect({ crash, faults }).toEqual({ crash: undefined, faults: [] });
});

it('the corpus lists each of its files', () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.parentPath !== folder)
    .map(entry => join(entry.parentPath, entry.name));
  expect(files.sort()).toEqual(corpus.map(({ target, file }) => join(folder, target, file)).sort());
});
