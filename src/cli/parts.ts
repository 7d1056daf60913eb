/** Puts the parts together for one run of the command line: over the live blogs, or over the recorded day. */
import Keyv from 'keyv';
import type { Dispatcher } from 'undici';
import { recordedInstant, recordedTimeZone, serveRecordedDay } from '../../samples/server.ts';
import { type Archive, openArchive } from '../archive/archive.ts';
import { createCacheStore } from '../archive/cache.ts';
import type { Config } from '../config.ts';
import { type Meter, silentMeter } from '../edition/meter.ts';
import type { Source } from '../edition/source.ts';
import { catalogue } from '../sources/catalogue.ts';
import { type AddressGate, createAddressGate } from '../sources/http/address-gate.ts';
import { createDispatcher, createFetcher, type Fetcher, honestUserAgent } from '../sources/http/fetcher.ts';
import { permitting } from '../sources/http/permitted-hosts.ts';
import { readSources } from './source-file.ts';

export interface Parts {
  readonly config: Config;
  readonly archive: Archive;
  readonly fetcher: Fetcher;
  /** Makes the fetcher's connections, to nowhere but where blogs may be. */
  readonly dispatcher: Dispatcher;
  /** Keeps what can be recomputed, such as article text. */
  readonly articles: Keyv;
  /** Keeps what language models have answered. */
  readonly answers: Keyv;
  readonly sources: readonly Source[];
  /** What the person should know of their list of sources. */
  readonly notes: readonly string[];
  readonly now: () => Date;
  /** Counts what is done. */
  readonly meter: Meter;
  readonly close: () => Promise<void>;
}

const cacheOf = (archive: Archive, namespace: string): Keyv =>
  new Keyv({ store: createCacheStore(archive), namespace });

/** What may be asked for, by the settings, and what asks: whoever has it closes the dispatcher. */
export const openGate = ({ privateHosts }: Pick<Config, 'privateHosts'>) => {
  const gate = createAddressGate({ isPermitted: permitting(privateHosts) });
  return { gate, dispatcher: createDispatcher(gate) };
};

/** @param gate of the dispatcher; the recorded day needs none of its own, as nothing of it leaves the machine. */
const fetchingParts = (
  config: Config,
  archive: Archive,
  { dispatcher, gate }: { readonly dispatcher: Dispatcher; readonly gate?: AddressGate },
  now: () => Date,
) => ({
  config,
  archive,
  fetcher: createFetcher({
    cache: cacheOf(archive, 'http'),
    userAgent: honestUserAgent(config.contact),
    now,
    dispatcher,
    gate,
  }),
  dispatcher,
  articles: cacheOf(archive, 'articles'),
  answers: cacheOf(archive, 'answers'),
  now,
  meter: silentMeter,
});

/** @param open Default: the archive is opened now or not at all. */
export const liveParts = async (
  config: Config,
  open: () => Promise<Archive> = () => openArchive(config.database),
): Promise<Parts> => {
  const { sources, notes } = await readSources(config.sourcesFile);
  const archive = await open();
  const opened = openGate(config);
  return {
    ...fetchingParts(config, archive, opened, () => new Date()),
    sources,
    notes,
    close: async () => {
      await archive.close();
      await opened.dispatcher.destroy();
    },
  };
};

/** The recorded day on loopback, in an archive that nobody keeps; its clock stands at the instant and in the zone of the recording. */
export const recordedParts = async (config: Config): Promise<Parts> => {
  const recordedDay = await serveRecordedDay();
  const archive = await openArchive({ path: ':memory:' });
  return {
    ...fetchingParts({ ...config, timeZone: recordedTimeZone }, archive, recordedDay, () => new Date(recordedInstant)),
    sources: catalogue,
    notes: [],
    close: async () => {
      await archive.close();
      await recordedDay.close();
    },
  };
};
