import Keyv from 'keyv';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AskerOptions } from '../../../src/editor/model/asker.ts';
import { ModelError } from '../../../src/editor/model/model-error.ts';
import { always } from '../../servers/model/faults.ts';
import { answer, asking, at, faultOf, promptOn, question } from './asking.ts';
import { modelServers } from './model-servers.ts';

const start = modelServers();
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const providers = ['anthropic', 'openai', 'address'] as const;
const topics = ['queues', 'caches', 'locks', 'clocks', 'shards', 'quotas'];

describe.each(providers)('a model of %s', provider => {
  it('is asked once, held to the form of the answer, and what it says is counted', async () => {
    const server = await start();
    const { asker, notes } = asking(at(server, provider));
    expect(await asker.ask(question('queues'))).toEqual(answer);
    expect(server.questions()).toEqual([
      expect.objectContaining({
        user: 'What was wrong with queues?',
        format: 'json-schema',
        isStreamed: provider === 'address',
      }),
    ]);
    const { calls, tokensIn, tokensOut, cached } = asker.usage();
    expect({ calls, cached }).toEqual({ calls: 1, cached: 0 });
    expect(tokensIn).toBeGreaterThan(5);
    expect(tokensOut).toBeGreaterThan(5);
    expect(notes).toEqual([]);
  });
});

describe('what a reply cost', () => {
  it('is told of each, by the name of its model, whatever it is worth', async () => {
    const server = await start();
    server.setFaults((_, nth) => (nth === 1 ? { kind: 'says', text: 'No JSON.' } : undefined));
    const sums = { calls: 0, tokensIn: 0, tokensOut: 0 };
    const names = new Set<string>();
    const onReply: AskerOptions['onReply'] = (model, tokens) => {
      names.add(model);
      sums.calls += 1;
      sums.tokensIn += tokens.tokensIn;
      sums.tokensOut += tokens.tokensOut;
    };
    const { asker } = asking({ ...at(server, 'openai'), onReply });
    await asker.ask(question('queues'));
    expect([...names]).toEqual(['openai:gpt-4o-mini']);
    expect(sums.calls).toBe(2);
    expect(asker.usage()).toMatchObject(sums);
  });
});

describe('questions', () => {
  it('go to a vendor four at a time', async () => {
    const server = await start();
    server.setFaults((_, nth) => (nth <= 4 ? { kind: 'held', until: server.asked(4) } : undefined));
    const { asker } = asking(at(server, 'openai'));
    await Promise.all(topics.map(topic => asker.ask(question(topic))));
    expect([server.questions().length, server.mostAtOnce()]).toEqual([topics.length, 4]);
  });

  it('go to a server at an address one after the other: that it is at another looks like silence', async () => {
    const server = await start();
    const { promise, resolve } = Promise.withResolvers<void>();
    server.setFaults((_, nth) => (nth === 1 ? { kind: 'held', until: promise } : undefined));
    const { asker } = asking(at(server, 'address'));
    const answers = topics.map(topic => asker.ask(question(topic)));
    await server.asked(1);
    // While the first is held, somebody else is answered at leisure, and no other question of ours has come.
    await asking(at(server, 'openai')).asker.ask(question('elsewhere'));
    expect(server.questions().map(({ user }) => user)).toEqual([
      'What was wrong with queues?',
      'What was wrong with elsewhere?',
    ]);
    resolve();
    expect(await Promise.all(answers)).toHaveLength(topics.length);
  });

  it('take no key and no address from the environment of the process', async () => {
    const [server, other] = [await start(), await start()];
    vi.stubEnv('OPENAI_API_KEY', 'sk-other');
    vi.stubEnv('OPENAI_BASE_URL', other.baseUrl);
    vi.stubEnv('ANTHROPIC_API_KEY', 'sk-other');
    vi.stubEnv('ANTHROPIC_BASE_URL', other.baseUrl);
    await asking(at(server, 'openai')).asker.ask(question('queues'));
    const without = asking({ ...at(server, 'anthropic'), keys: {} });
    expect(await faultOf(without.asker.ask(question('queues')))).toMatchObject({ code: 'none-left' });
    expect([server.requests.length, other.requests.length]).toEqual([1, 0]);
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${server.key}`);
  });

  it('leave the console alone, also where a stream ends in an error or the SDK knows better', async () => {
    const server = await start({ faults: always({ kind: 'late-error' }) });
    const name = 'claude-3-haiku-20240307';
    const short = await start({
      models: [{ name, window: 200_000, maxOutput: 4096, isUnstructured: true }],
      faults: always({ kind: 'truncated' }),
    });
    const outlets = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'info')];
    const warn = vi.spyOn(process, 'emitWarning');
    await faultOf(asking(at(server, 'address')).asker.ask(question('queues')));
    const { asker } = asking({ ...at(short, 'anthropic'), models: [{ provider: 'anthropic', name }] });
    expect((await faultOf(asker.ask(question('queues')))).code).toBe('truncated');
    expect(short.questions().map(({ maxTokens }) => maxTokens)).toEqual([4096, 4096]);
    expect(server.requests.length).toBeGreaterThan(0);
    for (const outlet of [...outlets, warn]) expect(outlet).not.toHaveBeenCalled();
  });

  it('do not stay with OpenAI, which keeps them unless told not to', async () => {
    const server = await start();
    await asking(at(server, 'openai')).asker.ask(question('queues'));
    expect(JSON.parse(server.requests[0]?.body ?? '')).toMatchObject({ store: false });
  });

  it('leave an answer the room that the window has, and no more than a model needs', async () => {
    const server = await start();
    const long = question('queues', {
      prompt: { id: 'entry@1', system: 'Answer in JSON.', user: 'word '.repeat(4000) },
    });
    for (const [window, asked] of [
      [32_768, question('queues')],
      [8192, long],
    ] as const) {
      await asking({ ...at(server, 'address'), window }).asker.ask(asked);
    }
    const [usual, tight] = server.questions().map(({ maxTokens }) => maxTokens);
    expect(usual).toBe(4096);
    expect(tight).toBeLessThan(8192 - 20_000 / 4);
    expect(tight).toBeGreaterThan(1000);
  });

  it('are waited for longer where the answer may be longer', async () => {
    const patience = vi.spyOn(AbortSignal, 'timeout');
    const server = await start({ faults: always({ kind: 'truncated' }) });
    await faultOf(asking(at(server, 'openai')).asker.ask(question('queues')));
    expect(patience.mock.calls).toEqual([[90_000], [360_000]]);
  });

  it('bear the name of the first model', async () => {
    expect(asking(at(await start(), 'anthropic', 'address')).asker.name).toBe('anthropic:claude-haiku-4-5');
  });

  describe('are asked for with as much as each model reads', () => {
    const fitted: number[] = [];
    const fitting = question('queues', {
      promptFor: window => {
        fitted.push(window);
        if (window < 4096) throw new ModelError('too-long', 'There is no room for it.');
        return { ...promptOn('queues'), user: `${window} tokens` };
      },
    });
    const busy = ({ wire }: { readonly wire: string }) =>
      wire === 'messages' ? ({ kind: 'failed', status: 500 } as const) : undefined;

    it.each([
      [undefined, ['32768 tokens', '8192 tokens']],
      [5000, ['5000 tokens', '5000 tokens']],
    ])('where the setting of the window is %s', async (window, texts) => {
      fitted.length = 0;
      const server = await start({ faults: busy });
      const cache = new Keyv();
      const options = { ...at(server, 'anthropic', 'address'), cache, ...(window !== undefined && { window }) };
      await asking(options).asker.ask(fitting);
      // To cut an article takes a while: it is done once for each window.
      expect(fitted).toHaveLength(new Set(texts).size);
      expect([...new Set(server.questions().map(({ user }) => user))]).toEqual([...new Set(texts)]);
      const asked = server.requests.length;
      await asking(options).asker.ask(fitting);
      expect(server.requests).toHaveLength(asked);
    });

    it('and not of one that reads too little', async () => {
      const server = await start();
      const { asker } = asking({ ...at(server, 'anthropic', 'address'), window: 2048 });
      expect(await faultOf(asker.ask(fitting))).toMatchObject({ code: 'too-long' });
      expect(server.requests).toEqual([]);
    });
  });
});

describe('an unfit answer', () => {
  it('is thrown with the reason, though another model is left, and never kept', async () => {
    const server = await start();
    const cache = new Keyv();
    const unfit = question('queues', { faultsOf: () => ['It holds an address.', 'It holds an address.'] });
    for (const calls of [1, 2]) {
      const error = await faultOf(asking({ ...at(server, 'openai', 'anthropic'), cache }).asker.ask(unfit));
      expect(error.code).toBe('unfit');
      expect(error.message).toBe('What openai:gpt-4o-mini said on queues is not used: It holds an address.');
      expect(server.requests).toHaveLength(calls);
    }
  });
});

describe('the budget', () => {
  /** What is set aside for one question: mostly room for its answer. */
  const aside = 4250;

  it('is given back what a question did not need', async () => {
    const { asker, notes } = asking({ ...at(await start(), 'openai'), budget: aside + 1000 });
    expect(await Promise.all(topics.map(topic => asker.ask(question(topic))))).toHaveLength(topics.length);
    expect(notes).toEqual([]);
  });

  it('is never exceeded, ends the asking with one note, and leaves known answers', async () => {
    const server = await start();
    const budget = aside + 100;
    const { asker, notes } = asking({ ...at(server, 'openai'), budget });
    const results = await Promise.allSettled(topics.map(topic => asker.ask(question(topic))));
    const answered = results.filter(({ status }) => status === 'fulfilled').length;
    expect(answered).toBeGreaterThan(1);
    expect(answered).toBeLessThan(topics.length);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'budget' });
    }
    expect(notes).toEqual([
      `The budget of ${budget} tokens was spent after ${answered} questions; the rest is quoted.`,
    ]);
    const { tokensIn, tokensOut, ...usage } = asker.usage();
    expect(usage).toMatchObject({ calls: answered, notes });
    expect(tokensIn + tokensOut).toBeLessThanOrEqual(budget);
    expect(await asker.ask(question('queues'))).toEqual(answer);
  });

  it('ends the asking of every model', async () => {
    const server = await start();
    const { asker, notes } = asking({
      ...at(server, 'openai', 'anthropic'),
      keys: { openai: server.key },
      budget: 1000,
    });
    expect((await faultOf(asker.ask(question('queues')))).code).toBe('budget');
    expect(notes).toEqual(['The budget of 1000 tokens was spent after 0 questions; the rest is quoted.']);
  });

  it('is charged for a question whose answer is not waited for', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const server = await start({ faults: always({ kind: 'held', until: promise }) });
    const { asker } = asking({ ...at(server, 'openai'), budget: aside, patience: { total: 40 } });
    const codes = [];
    for (const topic of ['queues', 'caches']) codes.push((await faultOf(asker.ask(question(topic)))).code);
    expect(codes).toEqual(['timeout', 'budget']);
    resolve();
  });

  it('is not charged for what was not answered', async () => {
    const server = await start({ faults: always({ kind: 'failed', status: 503 }) });
    const { asker } = asking({ ...at(server, 'openai'), budget: aside + 100 });
    await faultOf(asker.ask(question('queues')));
    server.setFaults(() => undefined);
    expect(await asker.ask(question('queues'))).toEqual(answer);
  });
});

describe('the price', () => {
  const cost = async (prices?: readonly { in: number; out: number }[]) => {
    const { asker } = asking({ ...at(await start(), 'openai', 'anthropic'), prices });
    await asker.ask(question('queues'));
    return asker.usage();
  };

  it('is that of the tokens of each model', async () => {
    const { price, tokensIn, tokensOut } = await cost([
      { in: 3, out: 15 },
      { in: 100, out: 100 },
    ]);
    expect(price).toBeCloseTo((tokensIn * 3 + tokensOut * 15) / 1_000_000, 12);
  });

  it('is absent where none is known', async () => {
    expect(await cost()).not.toHaveProperty('price');
  });
});

it('counts the seconds from the first question to the last answer', async () => {
  const server = await start({ faults: (_, nth) => (nth === 1 ? { kind: 'rate-limit', retryAfter: 7 } : undefined) });
  const { asker } = asking(at(server, 'openai'));
  expect(asker.usage()).toEqual({ calls: 0, tokensIn: 0, tokensOut: 0, cached: 0, seconds: 0 });
  await asker.ask(question('queues'));
  expect(asker.usage().seconds).toBe(7);
});
