import { describe, expect, it } from 'vitest';
import type { ModelName } from '../../../src/edition/model-name.ts';
import { always, oneAfterAnother } from '../../servers/model/faults.ts';
import { answer, asking, at, faultOf, models, question } from './asking.ts';
import { modelServers } from './model-servers.ts';

const start = modelServers();
const providers = ['anthropic', 'openai', 'address'] as const;
const topics = ['queues', 'caches', 'locks', 'clocks', 'shards', 'quotas'];
const inNoTime = { patience: { total: 60, silence: 40 } };

type Provider = (typeof providers)[number];
type Lasting = (server: Awaited<ReturnType<typeof start>>, provider: Provider) => Parameters<typeof asking>[0];

const renamed = (all: readonly ModelName[]): readonly ModelName[] =>
  all.map(model => ({ ...model, name: 'unheard-of' }));

const lasting: readonly (readonly [string, Lasting, RegExp])[] = [
  [
    'a wrong key',
    (server, provider) => ({ ...at(server, provider), keys: { [provider]: 'sk-wrong-and-secret-987654' } }),
    /refuses the key \([\w-]+\): correct (ANTHROPIC_API_KEY|OPENAI_API_KEY|DIGEST_MODEL_KEY)/,
  ],
  [
    'a model that is not known',
    (server, provider) => {
      const there = at(server, provider);
      return { ...there, models: renamed(there.models) };
    },
    /is not known there, or not open to the key .*: correct DIGEST_MODEL/,
  ],
  [
    'an address where nothing listens',
    (server, provider) => {
      const nowhere = { ...server, baseUrl: 'http://127.0.0.1:9/v1' };
      return at(nowhere, provider);
    },
    /cannot be reached/,
  ],
  [
    'no credit',
    (server, provider) => {
      server.setFaults(always({ kind: 'no-credit' }));
      return at(server, provider);
    },
    /has no credit left .*: see to the account/,
  ],
];

describe.each(providers)('with a model of %s', provider => {
  it.each(lasting)(
    '%s is noted once, though four questions meet it at once, and asked no more',
    async (_, arrange, note) => {
      const server = await start();
      const { asker, notes } = asking(arrange(server, provider));
      const results = await Promise.allSettled(topics.map(topic => asker.ask(question(topic))));
      for (const result of results) expect(result).toMatchObject({ status: 'rejected', reason: { code: 'none-left' } });
      expect(server.requests.length).toBeLessThanOrEqual(4);
      const before = server.requests.length;
      expect((await faultOf(asker.ask(question('later')))).code).toBe('none-left');
      expect(server.requests).toHaveLength(before);
      expect(notes).toEqual([expect.stringMatching(note)]);
      expect(notes[0]).toMatch(/^[^.]*(\.\S+[^.]*)*\.$/);
      expect(asker.usage()).toMatchObject({ calls: 0, tokensIn: 0, notes });
      expect(notes.join()).not.toMatch(/secret|9876/);
    },
  );

  it.each(lasting)('%s has the next model asked', async (_, arrange) => {
    const [server, next] = [await start(), await start()];
    const first = arrange(server, provider);
    const second = at(next, provider === 'address' ? 'openai' : 'address');
    const { asker, notes } = asking({
      models: [...first.models, ...second.models],
      keys: { ...second.keys, ...first.keys },
      urls: { ...second.urls, ...(provider !== 'address' && { [provider]: first.urls[provider] }) },
    });
    const answers = await Promise.all(topics.map(topic => asker.ask(question(topic))));
    expect(answers).toEqual(topics.map(() => answer));
    expect(next.questions()).toHaveLength(topics.length);
    expect(notes).toHaveLength(1);
    expect(asker.usage().notes).toEqual([...notes, expect.stringMatching(/ gave 6 of 6 answers in the place of /)]);
  });

  it.each([
    ['a pause that it asks for', { kind: 'rate-limit', retryAfter: 20 }, [20_000]],
    ['a pause of ours', { kind: 'rate-limit' }, [2000]],
    ['a pause, where the server failed', { kind: 'failed', status: 500 }, [2000]],
    ['a pause, where it is overloaded', { kind: 'failed', status: 529 }, [2000]],
    ['a pause, where the connection was cut', { kind: 'reset' }, [2000]],
    ['a pause, where the answer was cut off', { kind: 'half', ends: 'reset' }, [2000]],
    ['a pause, where the error came late', { kind: 'late-error' }, [2000]],
  ] as const)('one that is busy is asked again after %s', async (_, fault, waits) => {
    const server = await start({ faults: oneAfterAnother(fault) });
    const { asker, notes, pauses } = asking(at(server, provider));
    expect(await asker.ask(question('queues'))).toEqual(answer);
    expect(pauses).toEqual(waits);
    expect(notes).toEqual([expect.stringMatching(/ was busy( \([\w-]+\))? and was asked again after a pause\.$/)]);
    expect(asker.usage().calls).toBe(1);
  });

  it('one that stays busy is asked three times, then the next', async () => {
    const [server, next] = [await start({ faults: always({ kind: 'failed', status: 503 }) }), await start()];
    const alone = asking(at(server, provider));
    const { code, message } = await faultOf(alone.asker.ask(question('queues')));
    expect([code, server.requests.length, alone.pauses]).toEqual(['busy', 3, [2000, 8000]]);
    expect(message).toMatch(/ was too busy for the question on queues .*, however often it was asked\.$/);
    expect(alone.notes).toEqual([]);
    const [first, second] = [at(server, provider), at(next, provider === 'address' ? 'openai' : 'address')];
    const { asker } = asking({
      models: [...first.models, ...second.models],
      keys: first.keys,
      urls: provider === 'address' ? second.urls : { ...first.urls },
    });
    expect(await asker.ask(question('queues'))).toEqual(answer);
    expect(next.requests).toHaveLength(1);
  });

  it('one that is out of reach for a moment is asked again after a pause, and stays', async () => {
    const server = await start();
    let calls = 0;
    const stumbling: typeof fetch = (...request) => {
      calls += 1;
      const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
      return calls === 1 ? Promise.reject(new TypeError('fetch failed', { cause: refused })) : fetch(...request);
    };
    const { asker, notes, pauses } = asking({ ...at(server, 'anthropic'), fetch: stumbling });
    expect(await asker.ask(question('queues'))).toEqual(answer);
    expect(pauses).toEqual([2000]);
    expect(notes).toEqual([
      'anthropic:claude-haiku-4-5 was out of reach (ECONNREFUSED) and was asked again after a pause.',
    ]);
  });

  it('one that wants a longer pause than is worth waiting for is not waited for', async () => {
    const server = await start({ faults: always({ kind: 'rate-limit', retryAfter: 3600 }) });
    const { asker, pauses } = asking(at(server, provider));
    for (const topic of ['queues', 'caches']) {
      expect((await faultOf(asker.ask(question(topic)))).code).toBe('busy');
    }
    expect([server.requests.length, pauses]).toEqual([1, []]);
  });

  it.each([
    ['is busy', { kind: 'failed', status: 503 }, 'busy', 3],
    ['talks nonsense', { kind: 'says', text: 'Nonsense.' }, 'malformed', 2],
    ['comes to no end', { kind: 'truncated' }, 'truncated', 2],
  ] as const)('one that %s three questions in a row is given up with one note', async (_, fault, code, tries) => {
    const server = await start({ faults: always(fault) });
    const { asker, notes, pauses } = asking(at(server, provider));
    const codes = [];
    for (const topic of topics.slice(0, 3)) codes.push((await faultOf(asker.ask(question(topic)))).code);
    const waits = pauses.length;
    for (const topic of topics.slice(3)) codes.push((await faultOf(asker.ask(question(topic)))).code);
    expect(codes).toEqual([code, code, 'none-left', 'none-left', 'none-left', 'none-left']);
    expect(pauses).toHaveLength(waits);
    expect(server.requests).toHaveLength(3 * tries);
    expect(notes).toEqual([
      expect.stringMatching(
        / is asked no more for this edition, as 3 questions in a row came to nothing, the last so: .* .* locks/,
      ),
    ]);
  });

  it('one that answers in between is not given up', async () => {
    const nonsense = { kind: 'says', text: 'Nonsense.' } as const;
    const server = await start({ faults: (_, nth) => (nth % 3 === 0 ? undefined : nonsense) });
    const { asker, notes } = asking(at(server, provider));
    for (const [index, topic] of topics.entries()) {
      const asked = asker.ask(question(topic));
      if (index % 2 === 1) expect(await asked).toEqual(answer);
      else expect((await faultOf(asked)).code).toBe('malformed');
    }
    expect(notes).toEqual([]);
  });

  it.each([
    ['never answers', 'start'],
    ['falls silent', 'middle'],
  ] as const)('one that %s runs out of time', async (_, from) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const server = await start({ faults: always({ kind: 'held', until: promise, from }) });
    const { asker } = asking({ ...at(server, provider), ...inNoTime });
    expect(await faultOf(asker.ask(question('queues')))).toMatchObject({
      code: 'timeout',
      message: expect.stringMatching(/ took too long over the question on queues\.$/),
    });
    expect(server.requests).toHaveLength(1);
    resolve();
  });

  it.each([
    ['says something else', { kind: 'says', text: 'I would rather not say.' }],
    ['answers in another form', { kind: 'says', text: '{"problem": 7}' }],
    ['says nothing', { kind: 'empty' }],
    ['breaks off', { kind: 'half', ends: 'well' }],
    ['is no model but a page of a proxy', { kind: 'garbled' }],
    ['runs out of room', { kind: 'truncated' }],
  ] as const)('one that %s is asked once more, and not a third time', async (_, fault) => {
    const server = await start({ faults: oneAfterAnother(fault, undefined, fault, fault) });
    const { asker, notes, pauses } = asking(at(server, provider));
    expect(await asker.ask(question('queues'))).toEqual(answer);
    expect(server.requests).toHaveLength(2);
    expect(notes).toEqual([expect.stringMatching(/ and was asked again( with more room for it)?\.$/)]);
    const { code, message } = await faultOf(asker.ask(question('caches')));
    expect(code).toBe(fault.kind === 'truncated' ? 'truncated' : 'malformed');
    expect(message).toContain(' answer on caches');
    expect(message).not.toContain('rather not');
    expect([server.requests.length, pauses]).toEqual([4, []]);
    if (fault.kind === 'truncated') {
      expect(server.questions().map(({ maxTokens }) => maxTokens)).toEqual(
        provider === 'address'
          ? [4096, expect.closeTo(8192, -3), 4096, expect.closeTo(8192, -3)]
          : [4096, 16_384, 4096, 16_384],
      );
    }
  });

  it('one that wraps its answer in Markdown is understood', async () => {
    const server = await start({ faults: always({ kind: 'fenced' }) });
    const { asker, notes } = asking(at(server, provider));
    expect(await asker.ask(question('queues'))).toEqual(answer);
    expect([server.requests.length, notes]).toEqual([1, []]);
  });

  it('one that declines is taken at its word, and the next is asked', async () => {
    const server = await start({ faults: oneAfterAnother({ kind: 'refusal' }, { kind: 'refusal' }) });
    const alone = asking(at(server, provider));
    expect((await faultOf(alone.asker.ask(question('queues')))).code).toBe('declined');
    expect(server.requests).toHaveLength(1);
    const other = provider === 'anthropic' ? 'openai' : 'anthropic';
    expect(await asking(at(server, provider, other)).asker.ask(question('queues'))).toEqual(answer);
    expect(server.requests).toHaveLength(3);
  });

  it('a question that is too long for it is not asked again', async () => {
    const server = await start({
      models: [{ name: models[provider].name, window: 5000, maxOutput: 8192 }],
    });
    const { asker } = asking(at(server, provider));
    const long = question('queues', {
      prompt: { id: 'entry@1', system: 'Answer in JSON.', user: 'word '.repeat(5000) },
    });
    expect(await faultOf(asker.ask(long))).toMatchObject({
      code: 'too-long',
      message: expect.stringMatching(
        /^The question on queues is longer than .* reads.*: set a smaller DIGEST_MODEL_WINDOW\.$/,
      ),
    });
    expect(server.requests).toHaveLength(1);
    expect(await asker.ask(question('caches'))).toEqual(answer);
  });
});
