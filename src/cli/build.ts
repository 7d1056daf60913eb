/** `build`: the edition of a date, from the archive where it stands there, else gathered and written now. */
import { getEdition } from '../archive/editions.ts';
import type { Config } from '../config.ts';
import { collectSources } from '../delivery/jobs/collect.ts';
import { editEdition } from '../delivery/jobs/edit.ts';
import { checkArrived, localDate } from '../delivery/window.ts';
import { editionDate } from '../edition/edition.ts';
import type { SourceStatus } from '../edition/source.ts';
import type { Edited } from '../editor/edit.ts';
import { extractiveWriter } from '../editor/writing/extractive.ts';
import type { Parts } from './parts.ts';
import type { Progress } from './progress.ts';

/** A request that cannot be met as it was made; the message says how it can. */
export class UsageError extends Error {
  readonly code = 'usage';
  override readonly name = 'UsageError';
}

/** Nothing could be fetched at all. */
export class NoSourceError extends Error {
  readonly code = 'no-source';
  override readonly name = 'NoSourceError';
}

export interface BuildOptions {
  /** `YYYY-MM-DD`; today where absent. */
  readonly date?: string | undefined;
  /** Whether an edition that was built but not posted is written anew. */
  readonly rebuild?: boolean | undefined;
}

/**
 * Returns the edition, and the decisions behind it where it was written now.
 * @throws UsageError, FutureDateError, NoSourceError, ArchiveError
 */
export const build = async (
  parts: Parts,
  config: Config,
  { date = localDate(parts.now().toISOString(), config.timeZone), rebuild = false }: BuildOptions,
  progress: Progress,
): Promise<Edited> => {
  if (!editionDate.safeParse(date).success) {
    throw new UsageError(`"${date}" is not a date of the calendar. Write it as YYYY-MM-DD, for example 2026-04-01.`);
  }
  checkArrived(date, parts.now().toISOString(), config.timeZone);
  const kept = await getEdition(parts.archive, date);
  if (kept && !rebuild) {
    progress.warn(`The edition of ${date} was built before and is shown as it was. --rebuild writes it anew.`);
    return { edition: kept, decisions: [] };
  }
  const statuses = await gather(parts, progress);
  progress.start('Reading the articles');
  const result = await editEdition({
    ...parts,
    statuses,
    writer: extractiveWriter,
    date,
    at: config.digestAt,
    timeZone: config.timeZone,
    cap: config.cap,
    perSource: config.perSource,
    replace: rebuild,
    onRead: (done, of) => progress.update(`Reading the articles: ${done} of ${of}`),
  });
  const { deepDives, patterns, alsoPublished } = result.edition;
  progress.done(
    `Edition of ${date}: ${deepDives.length} deep dives, ${patterns.length} patterns, ${alsoPublished.length} also published`,
  );
  return result;
};

const gather = async (parts: Parts, progress: Progress): Promise<readonly SourceStatus[]> => {
  const { length } = parts.sources;
  let done = 0;
  progress.start(`Reading ${length} sources`);
  const statuses = await collectSources({
    ...parts,
    onProgress: ({ name }) => progress.update(`Reading ${length} sources: ${++done}, ${name}`),
  });
  const failed = statuses.filter(({ status }) => status === 'failed');
  if (failed.length === length) throw nothingReached(failed);
  progress.done(`Read ${length - failed.length} of ${length} sources`);
  for (const { name, reason } of failed) progress.warn(`${name}: ${reason}`);
  return statuses;
};

const nothingReached = (failed: readonly SourceStatus[]): NoSourceError =>
  new NoSourceError(
    `None of the ${failed.length} sources could be read. The first: ${failed[0]?.name}: ${failed[0]?.reason} ` +
      'Is this machine on a network? `npm run demo` shows the product without one.',
  );
