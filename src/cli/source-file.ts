/** The operator's own list of sources in its file. */
import { existsSync } from 'node:fs';
import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Source } from '../edition/source.ts';
import { defaultSourcesFile } from '../settings.ts';
import { OpmlError, type OpmlReading, readOpml } from '../sources/catalogue/opml.ts';
import { writeOpml } from '../sources/catalogue/opml-writer.ts';
import { catalogue } from '../sources/catalogue.ts';
import { decodeText } from '../sources/text/decode.ts';
import { UsageError } from './errors.ts';

/** Bytes: the longest list that is read, of 5,000 blogs, takes some 1.5 million. */
const longestFile = 4 * 1024 * 1024;

export interface SourceList {
  readonly sources: readonly Source[];
  /** What the person should know of it: an outline that was left out, a file that is not there. */
  readonly notes: readonly string[];
}

/** The operator's own list where there is one, else the catalogue. Throws as `readSourceFile` does. */
export const readSources = async (file: string): Promise<SourceList> => {
  if (existsSync(file)) return readSourceFile(file);
  const isNamed = file !== defaultSourcesFile;
  return {
    sources: catalogue,
    notes: isNamed ? [`${file}, which DIGEST_SOURCES names, does not exist. The built-in list is read.`] : [],
  };
};

/** The list in an OPML file of any encoding. Throws OpmlError, or UsageError where the file cannot be read; both name it. */
export const readSourceFile = async (file: string): Promise<SourceList> => readList(file, await readBytes(file));

/** The list in the bytes of an OPML document that stands at `place`. Throws OpmlError, which names it. */
export const readList = (place: string, bytes: Uint8Array, contentType?: string): SourceList => {
  const { sources, skipped } = readNamed(place, decodeText(bytes, contentType));
  return { sources, notes: skipped.map(({ name, reason }) => `${name} was left out of ${place}: ${reason}`) };
};

/** Puts the list in the place of the file in one step, so that a run which is cut off leaves the old one. Throws UsageError. */
export const saveSources = async (file: string, sources: readonly Source[]): Promise<void> => {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    // Nobody else is to say what is read, whatever the umask.
    await mkdir(dirname(file), { recursive: true, mode: 0o755 });
    await writeFile(unfinished, writeOpml(sources), { mode: 0o644 });
    await rename(unfinished, file);
  } catch (cause) {
    throw new UsageError(`${file} cannot be written (${reasonOf(cause)}). Name another file in DIGEST_SOURCES.`, {
      cause,
    });
  }
};

const readNamed = (place: string, text: string): OpmlReading => {
  try {
    return readOpml(text);
  } catch (error) {
    throw error instanceof OpmlError ? new OpmlError(error.code, `${place}: ${error.message}`) : error;
  }
};

const readBytes = async (file: string): Promise<Uint8Array> => {
  const bytes = await readUpTo(longestFile + 1, file);
  if (bytes.length > longestFile)
    throw new UsageError(`${file} has more than ${longestFile} bytes. Give the path of an OPML file.`);
  return bytes;
};

/** As a device has no end, `readFile` would read until the memory is full. */
const readUpTo = async (most: number, file: string): Promise<Uint8Array> => {
  try {
    const handle = await open(file);
    try {
      return await buffer(handle.createReadStream({ end: most - 1, autoClose: false }));
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw new UsageError(`${file} cannot be read (${reasonOf(cause)}). Give the path of an OPML file.`, { cause });
  }
};

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
