/** Settings by which no model can write: one clear line, and the edition that there would be without them. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { always } from '../servers/model/faults.ts';
import type { ModelServer } from '../servers/model/server.ts';
import {
  type Built,
  builtHere,
  builtSample,
  contentOf,
  nowhere,
  providers,
  quotedEdition,
  saidOf,
  startModel,
} from './model-stage.ts';

let server: ModelServer;
beforeEach(async () => {
  server = await startModel();
});
afterEach(() => server.close());

let quoted: Built;
beforeAll(async () => {
  quoted = await quotedEdition();
});

const otherKey = 'sk-of-somebody-else-9876543210';

type Settings = Readonly<Record<string, string>>;
type Provider = keyof typeof providers;

const without = (settings: Settings, name: string): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([one]) => one !== name));

const withOtherModel = (settings: Settings): Settings => ({
  ...settings,
  DIGEST_MODEL: (settings.DIGEST_MODEL ?? '').replace(/[\w.-]+$/, 'gpt-99'),
});

/** Exactly one line is said of the model, and it is `line`; the rest is as if no model were set. */
const expectOneLine = (run: Built, line: RegExp): void => {
  const said = saidOf(run);
  expect(said).toEqual([expect.stringMatching(line)]);
  const { writer, usage } = run.edition;
  expect(writer).toBe('extractive');
  expect(usage.notes).toEqual([(said[0] ?? '').replace(/^Note: /, '')]);
  expect(contentOf(run.edition)).toEqual(contentOf(quoted.edition));
  for (const key of [server.key, otherKey, otherKey.slice(0, 8)]) {
    expect(run.stderr).not.toContain(key);
    expect(run.stdout).not.toContain(key);
  }
};

describe('an edition whose model', () => {
  it.each([
    ['anthropic', 'ANTHROPIC_API_KEY'],
    ['openai', 'OPENAI_API_KEY'],
  ] as const)('is of %s and has no key names the setting, and asks nobody', async (provider, setting) => {
    const run = await builtHere(without(providers[provider](server), setting));
    expectOneLine(run, new RegExp(`^Note: ${provider}:\\S+ .*\\b${setting}\\b`));
    expect(server.requests).toEqual([]);
  });

  it('is at an address that wants a key names the setting', async () => {
    const run = await builtHere(without(providers['an address'](server), 'DIGEST_MODEL_KEY'));
    expectOneLine(run, /^Note: http:\/\/127\.0\.0\.1:\d+\/v1#llama3\.1 .*\bDIGEST_MODEL_KEY\b/);
  });

  it.each<[Provider, RegExp]>([
    ['anthropic', /^Note: anthropic:claude-haiku-4-5 refuses the key.*\bANTHROPIC_API_KEY\b/],
    ['openai', /^Note: openai:gpt-4o-mini refuses the key.*\bOPENAI_API_KEY\b/],
    ['an address', /^Note: http:\S+#llama3\.1 refuses the key.*\bDIGEST_MODEL_KEY\b/],
  ])('is of %s and has a wrong key says so once, and shows nothing of it', async (provider, line) => {
    const run = await builtHere(providers[provider]({ ...server, key: otherKey }));
    expectOneLine(run, line);
    expect(server.requests.length).toBeLessThanOrEqual(4);
  });

  it.each<[Provider, RegExp]>([
    ['anthropic', /^Note: anthropic:claude-haiku-4-5 has no credit left/],
    ['openai', /^Note: openai:gpt-4o-mini has no credit left \(insufficient_quota\)/],
  ])('is of %s and has no credit says so once, and does not press on', async (provider, line) => {
    server.setFaults(always({ kind: 'no-credit' }));
    expectOneLine(await builtHere(providers[provider](server)), line);
    expect(server.requests.length).toBeLessThanOrEqual(4);
  });

  it.each<[Provider, RegExp]>([
    ['anthropic', /^Note: anthropic:gpt-99 is not known there.*\bDIGEST_MODEL\b/],
    ['openai', /^Note: openai:gpt-99 is not known there.*\bDIGEST_MODEL\b/],
    ['an address', /^Note: http:\S+#gpt-99 is not known there.*\bDIGEST_MODEL\b/],
  ])('is unknown to %s says so once', async (provider, line) => {
    expectOneLine(await builtHere(withOtherModel(providers[provider](server))), line);
    expect(server.requests.length).toBeLessThanOrEqual(4);
  });

  it.each(['ollama', 'vllm', 'llama.cpp'] as const)('is unknown to %s says so once', async dialect => {
    const own = await startModel({ key: null, dialect });
    try {
      const run = await builtHere(withOtherModel(providers['an address'](own)));
      expectOneLine(run, /^Note: http:\S+#gpt-99 is not known there/);
    } finally {
      await own.close();
    }
  });

  it.each<[Provider, RegExp]>([
    ['anthropic', /^Note: anthropic:claude-haiku-4-5 cannot be reached \(ECONNREFUSED\).*\bANTHROPIC_BASE_URL\b/],
    ['openai', /^Note: openai:gpt-4o-mini cannot be reached \(ECONNREFUSED\).*\bOPENAI_BASE_URL\b/],
    [
      'an address',
      /^Note: http:\/\/127\.0\.0\.1:\d+\/v1#llama3\.1 cannot be reached \(ECONNREFUSED\).*\bDIGEST_MODEL\b/,
    ],
  ])('is of %s and cannot be reached says so once', async (provider, line) => {
    expectOneLine(await builtHere(providers[provider]({ ...server, baseUrl: await nowhere() })), line);
  });

  it('is of openai under an address without its path names both settings that may be wrong', async () => {
    const env = providers.openai(server);
    const run = await builtHere({ ...env, OPENAI_BASE_URL: server.baseUrl.replace(/\/v1$/, '') });
    expectOneLine(run, /^Note: openai:gpt-4o-mini is not known there.*\bDIGEST_MODEL, or OPENAI_BASE_URL\b/);
  });

  it('is at an address with another path says so once', async () => {
    const run = await builtHere(providers['an address']({ ...server, baseUrl: server.baseUrl.replace(/v1$/, 'api') }));
    expectOneLine(run, /^Note: http:\S+\/api#llama3\.1 is not known there.*address most often ends with \/v1/);
  });
});

describe('build --sample as a person runs it', () => {
  it.each<[string, (settings: Settings) => Settings | Promise<Settings>, RegExp]>([
    ['no key', settings => without(settings, 'ANTHROPIC_API_KEY'), /cannot be asked without a key/],
    ['a wrong key', settings => ({ ...settings, ANTHROPIC_API_KEY: otherKey }), /refuses the key/],
    ['no credit', settings => settings, /has no credit left/],
    ['an unknown model', withOtherModel, /is not known there/],
    [
      'an address that nobody answers',
      async settings => ({ ...settings, ANTHROPIC_BASE_URL: await nowhere() }),
      /cannot be reached/,
    ],
  ])('with %s ends well, in one clear line', async (_, change, line) => {
    server.setFaults(always({ kind: 'no-credit' }));
    expectOneLine(await builtSample(await change(providers.anthropic(server))), line);
  });
});
