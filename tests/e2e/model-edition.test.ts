/** An edition that a language model writes, from the command line to the wire and back. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { questionOf } from '../servers/model/digest-script.ts';
import type { ModelServer } from '../servers/model/server.ts';
import {
  type Built,
  builtHere,
  builtSample,
  contentOf,
  faultsOf,
  models,
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

describe('build --sample with a model', () => {
  it.each(Object.entries(models))('of %s writes a whole edition of supported sentences', async (_, settings) => {
    const env = settings(server);
    const run = await builtHere(env);
    const { edition } = run;
    expect(edition.deepDives.map(({ id }) => id)).toEqual(quoted.edition.deepDives.map(({ id }) => id));
    expect(edition.patterns.length).toBeGreaterThan(0);
    expect(faultsOf(edition)).toEqual([]);
    expect(edition.writer).toBe(env.DIGEST_MODEL);
    const changed = edition.deepDives.filter(({ body }, nth) => body !== quoted.edition.deepDives[nth]?.body);
    expect(changed.length).toBeGreaterThan(12);
    expect(edition.signal.body).not.toBe(quoted.edition.signal.body);
  });

  it.each(Object.entries(providers))('of %s asks once for each entry and once for the day', async (_, settings) => {
    const run = await builtSample(settings(server));
    const { usage, deepDives } = run.edition;
    expect(server.questions().map(questionOf).sort()).toEqual([...deepDives.map(() => 'entry'), 'overview']);
    expect(usage).toMatchObject({ calls: deepDives.length + 1, cached: 0 });
    expect(usage.notes).toBeUndefined();
    expect(saidOf(run)).toEqual([]);
    expect(run.stdout + run.stderr).not.toContain(server.key);
    const sent = server.questions().reduce((sum, { system, user }) => sum + system.length + user.length, 0);
    expect(usage.tokensIn).toBeGreaterThan(sent / 5);
    expect(usage.tokensOut).toBeGreaterThan(1000);
    expect(usage.seconds).toBeGreaterThanOrEqual(0);
  });

  it('says what it cost where prices are set, and nothing of a price where none are', async () => {
    const env = providers.openai(server);
    const { usage } = (await builtHere({ ...env, DIGEST_MODEL_PRICE: '3/15' })).edition;
    expect(usage.price).toBeCloseTo((usage.tokensIn * 3 + usage.tokensOut * 15) / 1_000_000, 9);
    expect((await builtHere(env)).edition.usage.price).toBeUndefined();
  });

  it('is sent no key in a question, and is given no tool', async () => {
    await builtHere(providers.openai(server));
    for (const { body } of server.requests) {
      expect(body).not.toContain(server.key);
      expect(body).not.toContain('"tools"');
    }
  });

  it('streams from a server at an address, where silence tells more than time, and from no vendor', async () => {
    const streamed = async (settings: (typeof providers)[keyof typeof providers]): Promise<readonly boolean[]> => {
      const before = server.questions().length;
      await builtHere(settings(server));
      return server
        .questions()
        .slice(before)
        .map(({ isStreamed }) => isStreamed);
    };
    expect(new Set(await streamed(providers['an address']))).toEqual(new Set([true]));
    expect(new Set(await streamed(providers.anthropic))).toEqual(new Set([false]));
  });

  it('that reads little is told less of each article, and writes a whole edition', async () => {
    const small = await startModel({ models: [{ name: 'llama3.1', window: 4096, maxOutput: 4096 }] });
    try {
      const { edition, ...run } = await builtHere({ ...providers['an address'](small), DIGEST_MODEL_WINDOW: '4096' });
      expect(faultsOf(edition)).toEqual([]);
      expect(edition.deepDives).toHaveLength(quoted.edition.deepDives.length);
      expect(saidOf(run)).toEqual([]);
      expect(small.requests.map(({ status }) => status)).toEqual(small.questions().map(() => 200));
    } finally {
      await small.close();
    }
  });

  it('is not asked where none is set', () => {
    expect(quoted.edition.writer).toBe('extractive');
    expect(quoted.edition.usage).toMatchObject({ calls: 0, tokensIn: 0, tokensOut: 0, cached: 0 });
    expect(faultsOf(quoted.edition)).toEqual([]);
    expect(contentOf(quoted.edition)).not.toHaveProperty('usage');
  });
});
