/** One folder for all that a run of the tests leaves in the system's folder for temporary files. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `os.tmpdir()` is that folder in all the tests' processes, until it is removed at the end. */
export default function keepTemporaryFilesTogether(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'tests-of-digest-'));
  // Postgres runs as a user of its own where the tests run as root: it has to find its way to its files.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
