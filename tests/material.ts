/** What some tests need and a machine may not have: the material beside the project, and a browser. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** A path in the folder `shared` beside the project, which is not part of it. */
export const shared = (path: string): string => resolve(import.meta.dirname, '../../shared', path);

/** Debian's Chromium; `.ci/run` installs it. */
export const chromium = '/usr/bin/chromium';

/** Says once, before the tests, which of them are skipped and why. */
export default function announceSkips(): void {
  if (!existsSync(shared('.'))) console.log('There is no ../shared: the tests that read its fixtures are skipped.');
  if (!existsSync(chromium)) console.log(`There is no ${chromium}: the tests that open pages in it are skipped.`);
}
