/** The model writer, as it answers at first and as an edition has it: by the models that are configured, or by a scripted one. */
import { setTimeout as pause } from 'node:timers/promises';
import Keyv from 'keyv';
import type { ModelSettings } from '../src/edition/model-settings.ts';
import { createAsker } from '../src/editor/model/asker.ts';
import { createModelWriter } from '../src/editor/model/model-writer.ts';
import type { Writer } from '../src/editor/writer.ts';
import { digestScript } from '../tests/servers/model/digest-script.ts';
import { startModelServer } from '../tests/servers/model/server.ts';
import { checked, fromWriter } from './summarisers.ts';
import type { Summariser } from './summary.ts';

export interface ModelSummarisers {
  readonly summarisers: readonly Summariser[];
  close(): Promise<void>;
}

/** Each with an asker of its own, and one cache: what the second costs is what checking adds. */
const summarisersOf = (settings: ModelSettings, onNote: (sentence: string) => void, label?: string) => {
  const cache = new Keyv();
  const writer = (): Writer =>
    createModelWriter(createAsker({ ...settings, cache, now: () => new Date(), pause, fetch, onNote }));
  const [first, second] = [writer(), writer()];
  const name = label ?? first.name;
  return [fromWriter(first, name), checked(second, `${name}, checked`, onNote)];
};

/** A model server on loopback that quotes, and costs nothing: its figures show the way that an answer goes, and no model. */
const scripted = async (onNote: (sentence: string) => void): Promise<ModelSummarisers> => {
  const server = await startModelServer({ script: digestScript, key: null });
  const settings: ModelSettings = {
    models: [{ provider: 'address', url: server.baseUrl, name: 'llama3.1' }],
    keys: {},
    urls: {},
    window: 32_768,
    budget: Number.MAX_SAFE_INTEGER,
  };
  return { summarisers: summarisersOf(settings, onNote, 'model (scripted)'), close: () => server.close() };
};

/** @param settings of the operator; a scripted model answers where there are none */
export const modelSummarisers = async (
  settings: ModelSettings | undefined,
  onNote: (sentence: string) => void,
): Promise<ModelSummarisers> =>
  settings === undefined ? scripted(onNote) : { summarisers: summarisersOf(settings, onNote), close: async () => {} };
