/** Why an edition is not there yet, as far as that can be known from here: the failure itself may be another process's. */
import type { Archive } from '../../archive/archive.ts';
import { sourceHealth } from '../../archive/health.ts';
import { counted } from '../../edition/counted.ts';
import { failureText } from '../../edition/source.ts';
import { editKind } from '../jobs/edit.ts';
import type { Jobs } from '../jobs/jobs.ts';

export interface WhyNotMadeOptions {
  readonly archive: Archive;
  readonly jobs: Pick<Jobs, 'deadLetters' | 'depths'>;
  /** Names of the sources of the list. */
  readonly sources: readonly string[];
  /** Why it failed the last time in this process, where it did. */
  readonly lastFailure: (date: string) => string | undefined;
}

/** Sentences, where anything is known of the edition of `date`. Throws ArchiveError. */
export const whyNotMade = async (
  date: string,
  { archive, jobs, sources, lastFailure }: WhyNotMadeOptions,
): Promise<string | undefined> => {
  const given = (await jobs.deadLetters()).find(({ kind, key }) => kind === editKind.name && key === date);
  if (given !== undefined) return `It is given up. The last time: ${given.reason}`;
  const failure = lastFailure(date);
  if (failure !== undefined) return `The last time it failed: ${failure}`;
  const health = (await sourceHealth(archive)).filter(({ name }) => sources.includes(name));
  const [first] = health;
  if (first !== undefined && health.every(({ status }) => status === 'failed'))
    return `None of ${counted(health.length, 'source')} could be read. The first, ${first.name}: ${failureText(first)}.`;
  const making = (await jobs.depths()).find(({ kind }) => kind === editKind.name);
  if (making === undefined) return undefined;
  if (making.inHand > 0) return 'It is being made now.';
  return making.waiting > 0 ? 'It waits to be made: is a process running that makes editions?' : undefined;
};
