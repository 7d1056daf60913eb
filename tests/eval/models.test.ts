import { afterEach, describe, expect, it } from 'vitest';
import { type ModelSummarisers, modelSummarisers } from '../../eval/models.ts';
import type { Summariser } from '../../eval/summary.ts';
import { searchStory } from '../editor/an-article.ts';
import { digestScript } from '../servers/model/digest-script.ts';
import { type ModelServer, startModelServer } from '../servers/model/server.ts';

const notes: string[] = [];
let open: (Pick<ModelServer, 'close'> | ModelSummarisers)[] = [];

afterEach(async () => {
  await Promise.all(open.map(each => each.close()));
  open = [];
  notes.length = 0;
});

const opened = async (settings: Parameters<typeof modelSummarisers>[0]) => {
  const model = await modelSummarisers(settings, note => notes.push(note));
  open.push(model);
  return model.summarisers;
};

const summariseWith = (summarisers: readonly Summariser[]) =>
  summarisers.reduce(async (before, summariser) => {
    await before;
    await summariser.summarise(searchStory);
  }, Promise.resolve());

describe('the model writer', () => {
  it('is asked through a scripted server where no model is configured', async () => {
    const summarisers = await opened(undefined);
    await summariseWith(summarisers);
    expect(summarisers.map(({ name }) => name)).toEqual(['model (scripted)', 'model (scripted), checked']);
    const [first, second] = summarisers.map(({ usage }) => usage?.());
    expect(first).toMatchObject({ calls: 1, cached: 0 });
    expect(second).toMatchObject({ calls: 0, cached: 1, tokensIn: 0 });
  });

  it('is the configured one where there is one, under its name and at its price', async () => {
    const server = await startModelServer({ script: digestScript, key: null });
    open.push(server);
    const summarisers = await opened({
      models: [{ provider: 'address', url: server.baseUrl, name: 'llama3.1' }],
      keys: {},
      urls: {},
      budget: 100_000,
      prices: [{ in: 1, out: 2 }],
    });
    await summariseWith(summarisers);
    const name = `${server.baseUrl}#llama3.1`;
    expect(summarisers.map(each => each.name)).toEqual([name, `${name}, checked`]);
    expect(server.questions()).toHaveLength(1);
    const { price = 0, tokensIn, tokensOut } = summarisers[0]?.usage?.() ?? { tokensIn: 0, tokensOut: 0 };
    expect(price).toBeCloseTo((tokensIn + 2 * tokensOut) / 1_000_000);
    expect(price).toBeGreaterThan(0);
  });

  it('tells why where nothing answers, and is quoted where its words would be checked', async () => {
    const [first, second] = await opened({
      models: [{ provider: 'anthropic', name: 'claude-haiku-4-5' }],
      keys: {},
      urls: {},
      budget: 100_000,
    });
    await expect(first?.summarise(searchStory)).rejects.toThrow();
    const summary = await second?.summarise(searchStory);
    expect(summary?.sentences.length).toBeGreaterThan(1);
    expect(notes.join(' ')).toContain('ANTHROPIC_API_KEY');
  });
});
