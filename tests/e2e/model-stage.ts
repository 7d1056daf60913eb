/** Editions that a loopback model server writes in the place of the vendors, in a process of their own or in this one. */
import { Writable } from 'node:stream';
import { build } from '../../src/cli/build.ts';
import { formatEdition } from '../../src/cli/output.ts';
import { recordedParts } from '../../src/cli/parts.ts';
import { createProgress } from '../../src/cli/progress.ts';
import { readConfig } from '../../src/config.ts';
import { type Edition, edition as editionSchema, facetNames } from '../../src/edition/edition.ts';
import { digest, type Run, type Surroundings } from '../cli/digest.ts';
import { digestScript } from '../servers/model/digest-script.ts';
import { type ModelServer, type ModelServerOptions, startModelServer } from '../servers/model/server.ts';

/** A server that answers the prompts of the digest. */
export const startModel = (options: Partial<ModelServerOptions> = {}): Promise<ModelServer> =>
  startModelServer({ script: digestScript, ...options });

type Settings = Readonly<Record<string, string>>;
type Place = Pick<ModelServer, 'baseUrl' | 'key'>;

const anthropic =
  (name: string) =>
  ({ baseUrl, key }: Place): Settings => ({
    DIGEST_MODEL: `anthropic:${name}`,
    ANTHROPIC_BASE_URL: baseUrl.replace(/\/v1$/, ''),
    ANTHROPIC_API_KEY: key,
  });

const openai =
  (name: string) =>
  ({ baseUrl, key }: Place): Settings => ({
    DIGEST_MODEL: `openai:${name}`,
    OPENAI_BASE_URL: baseUrl,
    OPENAI_API_KEY: key,
  });

const address =
  (name: string) =>
  ({ baseUrl, key }: Place): Settings => ({
    DIGEST_MODEL: `${baseUrl}#${name}`,
    ...(key !== '' && { DIGEST_MODEL_KEY: key }),
    // As much as the vendors' by default, so that all are told the same.
    DIGEST_MODEL_WINDOW: '32768',
  });

/** The three ways to reach a model, by the names of their providers, as an operator sets them. */
export const providers = {
  anthropic: anthropic('claude-haiku-4-5'),
  openai: openai('gpt-4o-mini'),
  'an address': address('llama3.1'),
} as const;

/** Those, and models that want to be asked otherwise. */
export const models = {
  ...providers,
  'anthropic, an older model that takes a tool': anthropic('claude-3-5-haiku-latest'),
  'openai, a model that thinks': openai('gpt-5-mini'),
  'an address whose model takes no schema': address('phi3'),
} as const;

/** An address of this machine where nobody answers any more. */
export const nowhere = async (): Promise<string> => {
  const closed = await startModel();
  await closed.close();
  return closed.baseUrl;
};

/** Settings by which the models of all that are given write, the first the first choice. */
export const inThisOrder = (...all: readonly Settings[]): Settings => ({
  ...Object.assign({}, ...all),
  DIGEST_MODEL: all.map(({ DIGEST_MODEL = '' }) => DIGEST_MODEL).join(','),
});

export interface Built extends Pick<Run, 'stdout' | 'stderr'> {
  readonly edition: Edition;
}

/** Runs `build` as a person does, and reads the edition that it writes. */
export const built = async (args: readonly string[], surroundings: Surroundings): Promise<Built> => {
  const run = await digest(['build', ...args, '--format', 'json'], surroundings);
  if (run.code !== 0) throw new Error(`The build ended with ${run.code}: ${run.stderr}`);
  return { ...run, edition: editionSchema.parse(JSON.parse(run.stdout)) };
};

export const builtSample = (env: Settings = {}): Promise<Built> => built(['--sample'], { env });

/** What `build --sample` does once it is loaded: a process of its own would spend most of its time on loading. */
export const builtHere = async (env: Settings = {}): Promise<Built> => {
  const parts = await recordedParts(readConfig({ TZ: 'UTC', ...env }));
  let stderr = '';
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      stderr += chunk.toString();
      done();
    },
  });
  try {
    const { edition } = await build(parts, {}, createProgress(stream));
    const stdout = await formatEdition(edition, 'json', {});
    return { edition: editionSchema.parse(JSON.parse(stdout)), stdout, stderr };
  } finally {
    await parts.close();
  }
};

let quoting: Promise<Built> | undefined;
let writing: Promise<Built> | undefined;

/** The edition without a model. Nothing changes it, so that the files of a process share it. */
export const quotedEdition = (): Promise<Built> => {
  quoting ??= builtHere();
  return quoting;
};

/** The edition of a model with which nothing goes wrong, shared in the same way. */
export const writtenEdition = (): Promise<Built> => {
  const write = async (): Promise<Built> => {
    const server = await startModel();
    try {
      return await builtHere(providers.openai(server));
    } finally {
      await server.close();
    }
  };
  writing ??= write();
  return writing;
};

/** What stderr says, but for what every build of the recorded day says. */
export const saidOf = ({ stderr }: Pick<Run, 'stderr'>): readonly string[] =>
  stderr
    .split('\n')
    .filter(line => line !== '' && !/^(Read|Reading|Edition of) |^Note: SoundCloud Backstage Blog: /.test(line));

/** What an edition says, whoever says it and at whatever cost. */
export const contentOf = ({ writer: _, usage: __, ...content }: Edition): Omit<Edition, 'writer' | 'usage'> => content;

/** What is wrong with an edition, whoever wrote it: sentences without support, bodies that are not their facets, unknown ids. */
export const faultsOf = ({ deepDives, signal, patterns }: Edition): readonly string[] => {
  const ids = new Set(deepDives.map(({ id }) => id));
  const cited = [...signal.entries, ...patterns.flatMap(({ entries }) => entries)];
  return [
    ...deepDives.flatMap(({ grounding, title }) =>
      grounding.filter(({ supported }) => !supported).map(({ sentence }) => `${title}: no support for “${sentence}”`),
    ),
    ...deepDives
      .filter(({ body, facets }) => body !== facetNames.flatMap(name => facets[name] ?? []).join(' '))
      .map(({ title }) => `${title}: a body that is not its facets`),
    ...deepDives
      .filter(({ body, grounding }) => body !== grounding.map(({ sentence }) => sentence).join(' '))
      .map(({ title }) => `${title}: a body that was not checked`),
    ...cited.filter(id => !ids.has(id)).map(id => `an entry that there is not: ${id}`),
    ...(signal.headline === '' || signal.body === '' ? ['no signal'] : []),
  ];
};
