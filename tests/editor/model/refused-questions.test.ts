import { describe, expect, it } from 'vitest';
import { oneAfterAnother } from '../../servers/model/faults.ts';
import type { KnownModel } from '../../servers/model/known-models.ts';
import { answer, asking, at, faultOf, models, question } from './asking.ts';
import { modelServers } from './model-servers.ts';

const start = modelServers();

const without = (provider: 'openai' | 'address'): KnownModel => ({
  name: models[provider].name,
  window: 8192,
  maxOutput: 8192,
  isUnstructured: true,
});

describe.each(['openai', 'address'] as const)('a model of %s that takes no schema', provider => {
  it('is asked for JSON in words, from then on, with one note', async () => {
    const server = await start({ models: [without(provider)] });
    const { asker, notes } = asking(at(server, provider));
    for (const topic of ['queues', 'caches', 'locks']) expect(await asker.ask(question(topic))).toEqual(answer);
    expect(server.requests.map(({ status }) => status)).toEqual([400, 200, 200, 200]);
    for (const { format, system } of server.questions()) {
      expect(format).toBe('text');
      expect(system).toMatch(
        /^Answer in JSON\.\n\nAnswer with one JSON object and nothing else.*"required":\["problem","lesson"\]/s,
      );
    }
    expect(notes).toEqual([
      expect.stringMatching(/ takes no schema for its answers( \(\w+\))?: it is asked for JSON in words\.$/),
    ]);
    expect(asker.usage().calls).toBe(3);
  });
});

it('a server that refuses a question with and without a schema is given up after three, and not spoken to in words', async () => {
  const server = await start({
    models: [{ ...without('address'), isReasoning: true }],
  });
  const { asker, notes } = asking(at(server, 'address'));
  const codes = [];
  for (const topic of ['queues', 'caches', 'locks', 'clocks'])
    codes.push((await faultOf(asker.ask(question(topic)))).code);
  expect(codes).toEqual(['refused', 'refused', 'none-left', 'none-left']);
  expect(server.requests).toHaveLength(6);
  expect(notes).toEqual([expect.stringMatching(/ is asked no more for this edition, as 3 questions /)]);
});

it.each(['anthropic', 'address'] as const)(
  'a model of %s that has no more room than it was given is not asked for more, and keeps its schema',
  async provider => {
    const server = await start({
      models: [{ name: models[provider].name, window: 200_000, maxOutput: 4096 }],
      faults: oneAfterAnother({ kind: 'truncated' }),
    });
    const { asker } = asking(at(server, provider));
    expect((await faultOf(asker.ask(question('queues')))).code).toBe('truncated');
    expect(server.requests.map(({ status }) => status)).toEqual([200, 400]);
    expect(await asker.ask(question('caches'))).toEqual(answer);
    expect(server.questions().map(({ format }) => format)).toEqual(['json-schema', 'json-schema']);
  },
);
