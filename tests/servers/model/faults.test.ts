import { NoObjectGeneratedError, NoOutputGeneratedError } from 'ai';
import { afterEach, describe, expect, it } from 'vitest';
import { each, failure, said } from './asking.ts';
import { always, type Fault } from './faults.ts';
import { type ModelServer, startModelServer } from './server.ts';

let server: ModelServer | undefined;
const startWith = async (fault: Fault): Promise<ModelServer> => {
  server = await startModelServer({ script: () => said, faults: always(fault) });
  return server;
};
afterEach(() => server?.close());

describe('what goes wrong with an answer reaches the real clients', () => {
  const heard = async (fault: Fault, [, , client, ask]: (typeof each)[number]): Promise<unknown> => {
    const at = await startWith(fault);
    return failure(ask(at, client));
  };

  it.each(each)('text that is no JSON: %s, %s', async (...one) => {
    expect(await heard({ kind: 'says', text: 'As I see it, reads were slow.' }, one)).toBeInstanceOf(Error);
  });

  it.each(each)('a refusal: %s, %s', async (...one) => {
    const error = await heard({ kind: 'refusal' }, one);
    // A message of Anthropic that declines has no content, of which the client makes an error without a reason.
    if (/^Anthropic/.test(one[0]) && one[1] === 'plain') return expect(error).toBeInstanceOf(NoOutputGeneratedError);
    if (!NoObjectGeneratedError.isInstance(error)) throw error;
    expect(error.finishReason).toBe('content-filter');
  });

  it.each(each)('an answer that is cut off: %s, %s', async (...one) => {
    const error = await heard({ kind: 'truncated' }, one);
    if (!NoObjectGeneratedError.isInstance(error)) throw error;
    expect(error.finishReason).toBe('length');
  });

  it.each<Fault>([
    { kind: 'empty' },
    { kind: 'garbled' },
    { kind: 'reset' },
    { kind: 'half', ends: 'reset' },
    { kind: 'half', ends: 'well' },
    { kind: 'late-error' },
  ])('$kind, $ends', async fault => {
    for (const one of each) expect(await heard(fault, one), one.slice(0, 2).join(', ')).toBeInstanceOf(Error);
  });

  it('an answer that is held back comes once it is let go', async () => {
    for (const from of ['start', 'middle'] as const) {
      const gate = Promise.withResolvers<void>();
      const at = await startWith({ kind: 'held', until: gate.promise, from });
      const work = each.slice(0, 2).map(([, , client, ask]) => ask(at, client));
      await at.asked(2);
      gate.resolve();
      for (const { output } of await Promise.all(work)) expect(output).toEqual(said);
      expect(at.mostAtOnce()).toBe(2);
      await at.close();
    }
  });
});
