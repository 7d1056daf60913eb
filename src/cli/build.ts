/** `build`: the edition of a date, from the archive where it stands there, else gathered and written now. */
import { ArchiveError } from '../archive/archive-error.ts';
import { decisionsOf } from '../archive/decisions.ts';
import { getEdition } from '../archive/editions.ts';
import { editEdition, hasNews } from '../delivery/jobs/edit.ts';
import { checkArrived, localDate } from '../delivery/window.ts';
import { counted } from '../edition/counted.ts';
import type { Edition } from '../edition/edition.ts';
import type { SourceStatus } from '../edition/source.ts';
import { costText } from '../edition/written.ts';
import type { Edited } from '../editor/edit.ts';
import { extractiveWriter } from '../editor/extractive.ts';
import { checkDate } from './check-date.ts';
import { NoSourceError } from './errors.ts';
import { type Gather, gather, isFailed } from './gather.ts';
import type { Parts } from './parts.ts';
import type { Progress } from './progress.ts';
import { createWriter } from './writing.ts';

export interface BuildOptions {
  /** `YYYY-MM-DD`; today where absent. */
  readonly date?: string | undefined;
  /** Whether an edition that was built but not posted is written anew. */
  readonly rebuild?: boolean | undefined;
}

/**
 * Returns the edition, and the decisions behind it where they were kept.
 * @throws UsageError, FutureDateError, NoSourceError, ArchiveError
 */
export const build = async (
  parts: Parts,
  { date: asked, rebuild = false }: BuildOptions,
  progress: Progress,
  gathering: Gather = gather,
): Promise<Edited> => {
  const { config } = parts;
  const now = parts.now().toISOString();
  const date = asked ?? localDate(now, config.timeZone);
  checkDate(date);
  checkArrived(date, now, config.timeZone);
  const kept = await getEdition(parts.archive, date);
  if (kept && !rebuild) {
    progress.warn(`The edition of ${date} was built before and is shown as it was. --rebuild writes it anew.`);
    return fromArchive(parts, kept);
  }
  const dated = { ...parts, date, at: config.digestAt, timeZone: config.timeZone };
  const statuses = await gathering(parts, progress);
  if (statuses.every(isFailed)) {
    if (!(await hasNews(dated))) throw nothingReached(statuses);
    progress.warn('No source could be read. The edition is made of what was gathered before.');
  } else {
    for (const { name, reason } of statuses.filter(isFailed)) progress.warn(`${name}: ${reason}`);
  }
  progress.start('Reading the articles');
  const note = (sentence: string): void => progress.warn(sentence);
  try {
    const result = await editEdition({
      ...dated,
      statuses,
      writer: await createWriter(parts, note),
      onNote: note,
      cap: config.cap,
      perSource: config.perSource,
      replace: rebuild,
      onRead: (done, of) => progress.update(`Reading the articles: ${done} of ${of}`),
      onWritten: (done, of) => progress.update(`Writing the Deep Dives: ${done} of ${of}`),
    });
    progress.done(`Edition of ${date}: ${contentsOf(result.edition, config)}`);
    return result;
  } catch (error) {
    const written = isWrittenMeanwhile(error) ? await getEdition(parts.archive, date) : undefined;
    if (!written) throw error;
    progress.warn(`Another run wrote the edition of ${date} meanwhile. It is shown as that run wrote it.`);
    return fromArchive(parts, written);
  }
};

/** What of Signal and Patterns was refused is not kept. */
const fromArchive = async ({ archive }: Parts, edition: Edition): Promise<Edited> => ({
  edition,
  decisions: await decisionsOf(archive, edition.date),
  overview: { dropped: [], quoted: [] },
});

const isWrittenMeanwhile = (error: unknown): boolean => error instanceof ArchiveError && error.code === 'exists';

/** What is in it; where models were to write it, also what that cost, and that nothing came of it. */
const contentsOf = (edition: Edition, { models }: Parts['config']): string => {
  const { deepDives, patterns, alsoPublished, usage, writer } = edition;
  return [
    `${counted(deepDives.length, 'deep dive')}, ${counted(patterns.length, 'pattern')}, ${alsoPublished.length} also published`,
    ...(models !== undefined && writer === extractiveWriter.name ? ['all of it is quoted'] : []),
    ...(usage.calls + usage.cached === 0 ? [] : [costText(usage)]),
  ].join('; ');
};

/** Where a blog was reached, or its address refused, the network is not what fails. */
const ofTheNetwork: ReadonlySet<string> = new Set(['dns', 'network', 'refused', 'timeout', 'unreachable']);

const nothingReached = (failed: readonly SourceStatus[]): NoSourceError => {
  const isOffline = failed.every(({ code = '' }) => ofTheNetwork.has(code));
  return new NoSourceError(
    `None of ${counted(failed.length, 'source')} could be read. The first, ${failed[0]?.name}: ${failed[0]?.reason}. ` +
      `${isOffline ? 'Is this machine on a network? ' : ''}\`npm run demo\` shows the product without one.`,
  );
};
