/** `sources list|check|import|drop|export`: the operator's list of blogs. */
import { type SourceHealth, sourceHealth } from '../archive/health.ts';
import type { Config } from '../config.ts';
import { counted } from '../edition/counted.ts';
import { failureText, type Source, type SourceStatus, successText } from '../edition/source.ts';
import { writeOpml } from '../sources/catalogue/opml-writer.ts';
import { addSources, dropSource } from '../sources/catalogue/source-list.ts';
import { NoSourceError, UsageError } from './errors.ts';
import { gather, isFailed } from './gather.ts';
import type { Parts } from './parts.ts';
import type { Progress } from './progress.ts';
import { fetchSourceList, isAddress } from './source-address.ts';
import { readSourceFile, readSources, saveSources } from './source-file.ts';

const addressOf = ({ feeds, page, site }: Source): string => feeds[0] ?? page?.url ?? site;

const healthText = (health: SourceStatus | undefined): string => {
  if (!health) return 'not read yet';
  if (health.status !== 'failed') return successText(health);
  return `failed: ${failureText(health)}`;
};

const table = (sources: readonly Source[], healths: ReadonlyMap<string, SourceStatus>): string => {
  const width = Math.max(...sources.map(({ name }) => name.length));
  const line = (source: Source): string =>
    `${source.name.padEnd(width)}  ${addressOf(source)}\n${' '.repeat(width)}  ${healthText(healths.get(source.name))}\n`;
  return sources.map(line).join('');
};

const byName = <Named extends { readonly name: string }>(all: readonly Named[]): ReadonlyMap<string, Named> =>
  new Map(all.map(one => [one.name, one]));

/** Each source, where it is read and how it fared when it was last read. */
export const listSources = async ({ archive, sources }: Parts): Promise<string> => {
  const healths: readonly SourceHealth[] = await sourceHealth(archive);
  return table(sources, byName(healths));
};

/** Reads every source now. Throws NoSourceError where none could be read. */
export const checkSources = async (parts: Parts, progress: Progress): Promise<string> => {
  const statuses = await gather(parts, progress);
  const shown = table(parts.sources, byName(statuses));
  if (statuses.every(isFailed)) throw new NoSourceError(`No source could be read.\n${shown}`);
  return shown;
};

/**
 * Adds the sources of an OPML file to the list, or puts them in its place.
 * @param from the path of the file, or its address
 * @throws OpmlError, UsageError or FetchError, which leave the list as it was.
 */
export const importSources = async (
  from: string,
  { replace }: { readonly replace: boolean },
  config: Config,
  progress: Progress,
): Promise<string> => {
  const { sources, notes } = await (isAddress(from) ? fetchSourceList(from, config) : readSourceFile(from));
  for (const note of notes) progress.warn(note);
  const before = replace ? [] : (await readSources(config.sourcesFile)).sources;
  const list = addSources(before, sources);
  await saveSources(config.sourcesFile, list);
  const added = list.length - before.length;
  const outcome = replace
    ? `${counted(list.length, 'source replaces', 'sources replace')} the list`
    : `${counted(added, 'source')} added, ${sources.length - added} updated`;
  return `${outcome}; ${config.sourcesFile} now has ${list.length}.\n`;
};

/** Takes one source off the list. Throws UnknownSourceError, or UsageError where it is the only one. */
export const dropFromSources = async (name: string, config: Config): Promise<string> => {
  const list = dropSource((await readSources(config.sourcesFile)).sources, name);
  if (list.length === 0) throw new UsageError(`${name} is the only source. Import others in its place with --replace.`);
  await saveSources(config.sourcesFile, list);
  return `${name} is off the list; ${config.sourcesFile} now has ${list.length}.\n`;
};

/** The list as OPML, with everything that an import needs to restore it. */
export const exportSources = async (config: Config): Promise<string> =>
  writeOpml((await readSources(config.sourcesFile)).sources);
