/** What surrounds the task of a command: its settings, the parts that it works with, its progress. Each is loaded where it is used. */
import { Option } from 'commander';
import type { Archive } from '../archive/archive.ts';
import type { Parts } from './parts.ts';
import type { Progress } from './progress.ts';

export type Task = (parts: Parts, progress: Progress) => Promise<void>;

/** What the environment and `.env` say. Throws ConfigError. */
export const settings = async () => (await import('../config.ts')).readConfig();

/** `text` without what the settings keep secret; those that cannot be used show nothing of themselves. */
export const withoutSecrets = async (text: string): Promise<string> => {
  const { createHiding } = await import('./hiding.ts');
  const secrets = await settings().then(
    config => config.secrets,
    () => [],
  );
  return createHiding(secrets)(text);
};

/** Runs `task` with the live parts, or those of the recorded day, and takes them apart whatever happens. */
export const withParts = async (
  sample: boolean | undefined,
  task: Task,
  open?: () => Promise<Archive>,
): Promise<void> => {
  const { liveParts, recordedParts } = await import('./parts.ts');
  const progress = await startProgress();
  const parts = await (sample ? recordedParts(await settings()) : liveParts(await settings(), open));
  try {
    for (const note of parts.notes) progress.warn(note);
    await task(parts, progress);
  } finally {
    progress.stop();
    await parts.close();
  }
};

/** Runs `task` with the archive and nothing else. */
export const withArchive = async (task: (archive: Archive) => Promise<void>): Promise<void> => {
  const { openArchive } = await import('../archive/archive.ts');
  const archive = await openArchive((await settings()).database);
  try {
    await task(archive);
  } finally {
    await archive.close();
  }
};

export const startProgress = async (): Promise<Progress> =>
  (await import('./progress.ts')).createProgress(process.stderr);

export const sample = new Option('--sample', 'over the recorded day, with no network');
