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
  quoted = await builtHere();
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

  it('sends no address and no key in a prompt, and bears no tool', async () => {
    await builtHere(providers.openai(server));
    for (const { body } of server.requests) {
      expect(body).not.toContain(server.key);
      expect(body).not.toContain('"tools"');
    }
  });

  it('is not asked where none is set', () => {
    expect(quoted.edition.writer).toBe('extractive');
    expect(quoted.edition.usage).toMatchObject({ calls: 0, tokensIn: 0, tokensOut: 0, cached: 0 });
    expect(faultsOf(quoted.edition)).toEqual([]);
    expect(contentOf(quoted.edition)).not.toHaveProperty('usage');
  });
});
