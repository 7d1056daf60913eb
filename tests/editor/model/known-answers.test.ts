import Keyv from 'keyv';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answer, asking, at, faultOf, type models, promptOn, question } from './asking.ts';
import { modelServers } from './model-servers.ts';

const start = modelServers();

describe('an answer that is known', () => {
  const known = async (provider: keyof typeof models = 'openai') => {
    const server = await start();
    const cache = new Keyv();
    await asking({ ...at(server, provider), cache }).asker.ask(question('queues'));
    return { server, cache };
  };

  it('costs nothing, even where the model could not be asked any more', async () => {
    const { server, cache } = await known();
    const { asker, notes } = asking({ ...at(server, 'openai'), keys: {}, cache });
    expect(await asker.ask(question('queues'))).toEqual(answer);
    expect(asker.usage()).toMatchObject({ calls: 0, tokensIn: 0, tokensOut: 0, cached: 1 });
    expect([server.requests.length, notes]).toEqual([1, []]);
  });

  it('is looked for with every model before one is asked', async () => {
    const { server, cache } = await known('address');
    const { asker } = asking({ ...at(server, 'openai', 'address'), cache });
    await asker.ask(question('queues'));
    expect(server.requests).toHaveLength(1);
    expect(asker.usage().notes).toEqual([
      expect.stringMatching(/^http:.*#llama3\.1 gave 1 of 1 answers in the place of openai:gpt-4o-mini\.$/),
    ]);
  });

  it.each([
    ['another version of the prompt', { prompt: { ...promptOn('queues'), id: 'entry@2' } }],
    ['another text', { prompt: { ...promptOn('queues'), user: 'What was wrong with queues, then?' } }],
    ['other instructions', { prompt: { ...promptOn('queues'), system: 'Answer in JSON, please.' } }],
    ['another form', { schema: z.object({ problem: z.string(), lesson: z.string().max(99).nullable() }) }],
  ])('is none to %s', async (_, other) => {
    const { server, cache } = await known();
    await asking({ ...at(server, 'openai'), cache }).asker.ask(question('queues', other));
    expect(server.requests).toHaveLength(2);
  });

  it('is asked for again where it is found to be unfit since', async () => {
    const { server, cache } = await known();
    const { asker } = asking({ ...at(server, 'openai'), cache });
    const error = await faultOf(asker.ask(question('queues', { faultsOf: () => ['It names a price.'] })));
    expect([error.code, server.requests.length]).toEqual(['unfit', 2]);
  });

  it('is used also where it cannot be kept, which is told once', async () => {
    const cache = new Keyv();
    cache.set = () => Promise.reject(new Error('database is locked'));
    const { asker, notes } = asking({ ...at(await start(), 'openai'), cache });
    expect(await asker.ask(question('queues'))).toEqual(answer);
    expect(await asker.ask(question('caches'))).toEqual(answer);
    expect(notes).toEqual(['Answers could not be kept and will be asked for again (database is locked).']);
  });

  it('is known for thirty days', async () => {
    const lifetimes: unknown[] = [];
    const cache = new Keyv();
    const set = cache.set.bind(cache);
    cache.set = (key, value, lifetime) => {
      lifetimes.push(lifetime);
      return set(key, value, lifetime);
    };
    await asking({ ...at(await start(), 'openai'), cache }).asker.ask(question('queues'));
    expect(lifetimes).toEqual([30 * 24 * 60 * 60 * 1000]);
  });
});

it('asks once what is asked twice at once', async () => {
  const server = await start();
  const { asker } = asking(at(server, 'openai'));
  const both = await Promise.all([asker.ask(question('queues')), asker.ask(question('queues'))]);
  expect(both).toEqual([answer, answer]);
  expect([server.requests.length, asker.usage().calls, asker.usage().cached]).toEqual([1, 1, 0]);
});
