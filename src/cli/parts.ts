/** Puts the parts together for one run of the command line: over the live blogs, or over the recorded day. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import Keyv from 'keyv';
import type { Dispatcher } from 'undici';
import { recordedInstant, serveRecordedDay } from '../../samples/server.ts';
import { type Archive, openArchive } from '../archive/archive.ts';
import { createCacheStore } from '../archive/cache.ts';
import type { Config } from '../config.ts';
import type { Source } from '../edition/source.ts';
import { OpmlError, type OpmlReading, readOpml } from '../sources/catalogue/opml.ts';
import { catalogue } from '../sources/catalogue.ts';
import { createDispatcher, createFetcher, type Fetcher, honestUserAgent } from '../sources/http/fetcher.ts';

export interface Parts {
  readonly archive: Archive;
  readonly fetcher: Fetcher;
  /** Keeps what can be recomputed, such as article text. */
  readonly articles: Keyv;
  readonly sources: readonly Source[];
  readonly now: () => Date;
  readonly close: () => Promise<void>;
}

const cacheOf = (archive: Archive, namespace: string): Keyv =>
  new Keyv({ store: createCacheStore(archive), namespace });

/** The operator's own list where there is one, else the catalogue. Throws OpmlError for a file that is not a list. */
export const readSources = async (file: string): Promise<readonly Source[]> =>
  existsSync(file) ? (await readSourceFile(file)).sources : catalogue;

/** Throws OpmlError, which names the file, and what the system says of a file that cannot be read. */
export const readSourceFile = async (file: string): Promise<OpmlReading> => {
  const text = await readFile(file, 'utf8');
  try {
    return readOpml(text);
  } catch (error) {
    throw error instanceof OpmlError ? new OpmlError(error.code, `${file}: ${error.message}`) : error;
  }
};

const fetchingParts = (config: Config, archive: Archive, dispatcher: Dispatcher, now: () => Date) => ({
  archive,
  fetcher: createFetcher({
    cache: cacheOf(archive, 'http'),
    userAgent: honestUserAgent(config.contact),
    now,
    dispatcher,
  }),
  articles: cacheOf(archive, 'articles'),
  now,
});

export const liveParts = async (config: Config): Promise<Parts> => {
  const sources = await readSources(config.sourcesFile);
  const archive = await openArchive({ path: config.databasePath });
  const dispatcher = createDispatcher();
  return {
    ...fetchingParts(config, archive, dispatcher, () => new Date()),
    sources,
    close: async () => {
      await archive.close();
      await dispatcher.destroy();
    },
  };
};

/** The recorded day on loopback, in an archive that nobody keeps; its clock stands at the instant of the recording. */
export const recordedParts = async (config: Config): Promise<Parts> => {
  const recordedDay = await serveRecordedDay();
  const archive = await openArchive({ path: ':memory:' });
  return {
    ...fetchingParts(config, archive, recordedDay.dispatcher, () => new Date(recordedInstant)),
    sources: catalogue,
    close: async () => {
      await archive.close();
      await recordedDay.close();
    },
  };
};
