import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Fault, oneAfterAnother } from '../../servers/model/faults.ts';
import { answer, asking, at, question } from './asking.ts';
import { modelServers } from './model-servers.ts';

const start = modelServers();
const topics = ['queues', 'caches', 'locks', 'clocks', 'shards', 'quotas'];

const faults: readonly Fault[] = [
  { kind: 'rate-limit', retryAfter: 1 },
  { kind: 'rate-limit', retryAfter: 600 },
  { kind: 'no-credit' },
  { kind: 'failed', status: 500 },
  { kind: 'failed', status: 529 },
  { kind: 'reset' },
  { kind: 'half', ends: 'reset' },
  { kind: 'half', ends: 'well' },
  { kind: 'garbled' },
  { kind: 'late-error' },
  { kind: 'says', text: 'Nonsense.' },
  { kind: 'fenced' },
  { kind: 'refusal' },
  { kind: 'truncated' },
  { kind: 'empty' },
];
const provider = fc.constantFrom('anthropic', 'openai', 'address');
const aFault = fc.option(fc.constantFrom(...faults), { nil: undefined });

it('whatever goes wrong, each question is answered well or ends in a fault that is told, and nothing is asked for ever', async () => {
  const server = await start();
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(provider, { minLength: 1, maxLength: 3 }),
      fc.array(aFault, { maxLength: 40 }),
      async (providers, those) => {
        server.setFaults(oneAfterAnother(...those));
        const before = server.requests.length;
        const { asker, notes } = asking(at(server, ...providers));
        const results = await Promise.allSettled(topics.map(topic => asker.ask(question(topic))));
        for (const result of results) {
          if (result.status === 'fulfilled') expect(result.value).toEqual(answer);
          else expect(result.reason).toMatchObject({ name: 'ModelError', message: expect.stringMatching(/\w.*\.$/) });
        }
        const requests = server.requests.length - before;
        expect(requests).toBeLessThanOrEqual(6 * topics.length * providers.length);
        expect(asker.usage().calls).toBeLessThanOrEqual(requests);
        expect(new Set(notes).size).toBe(notes.length);
        const isOut = results.some(result => result.status === 'rejected' && result.reason.code === 'none-left');
        if (isOut) expect(notes.length).toBeGreaterThanOrEqual(providers.length);
      },
    ),
    { seed: 5, numRuns: 60 },
  );
});
