/** A list of models of which the first fails, and an edition whose tokens are spent. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ModelServer } from '../servers/model/server.ts';
import {
  type Built,
  builtHere,
  contentOf,
  faultsOf,
  inThisOrder,
  nowhere,
  providers,
  quotedEdition,
  saidOf,
  startModel,
  writtenEdition,
} from './model-stage.ts';

let server: ModelServer;
beforeEach(async () => {
  server = await startModel();
});
afterEach(() => server.close());

let quoted: Built;
let written: Built;
beforeAll(async () => {
  quoted = await quotedEdition();
  written = await writtenEdition();
});

const count = 19;

describe('a list of models', () => {
  it('is gone through: where the first cannot be reached, the second writes all of it', async () => {
    const env = inThisOrder(providers.openai({ ...server, baseUrl: await nowhere() }), providers.anthropic(server));
    const run = await builtHere(env);
    expect(contentOf(run.edition)).toEqual(contentOf(written.edition));
    expect(saidOf(run)).toEqual([
      expect.stringMatching(/^Note: openai:gpt-4o-mini cannot be reached \(ECONNREFUSED\)/),
    ]);
    expect(run.edition.usage).toMatchObject({
      calls: count,
      notes: [
        expect.stringMatching(/^openai:gpt-4o-mini cannot be reached/),
        `anthropic:claude-haiku-4-5 gave ${count} of ${count} answers in the place of openai:gpt-4o-mini.`,
      ],
    });
    expect(server.questions()).toHaveLength(count);
  });

  it('is gone through amid an edition: what the first has written stands', async () => {
    server.setFaults(({ wire }, nth) => (wire === 'responses' && nth > 5 ? { kind: 'no-credit' } : undefined));
    const run = await builtHere(inThisOrder(providers.openai(server), providers.anthropic(server)));
    expect(contentOf(run.edition)).toEqual(contentOf(written.edition));
    expect(saidOf(run)).toEqual([expect.stringMatching(/^Note: openai:gpt-4o-mini has no credit left/)]);
    expect(run.edition.usage.calls).toBe(count);
    expect(run.edition.usage.notes).toContain(
      `anthropic:claude-haiku-4-5 gave ${count - 5} of ${count} answers in the place of openai:gpt-4o-mini.`,
    );
  });

  it('complaint 36: that is at its end leaves an edition that quotes, with the reason of each', async () => {
    const closed = { ...server, baseUrl: await nowhere() };
    const run = await builtHere(
      inThisOrder(providers.openai(closed), providers.anthropic({ ...server, key: 'other' })),
    );
    expect(contentOf(run.edition)).toEqual(contentOf(quoted.edition));
    expect(run.edition.writer).toBe('extractive');
    expect(saidOf(run)).toEqual([
      expect.stringMatching(/^Note: openai:gpt-4o-mini cannot be reached/),
      expect.stringMatching(/^Note: anthropic:claude-haiku-4-5 refuses the key/),
    ]);
  });
});

describe('an edition whose tokens are spent', () => {
  it('goes on by quoting, and says so once', async () => {
    const budget = 30_000;
    const run = await builtHere({ ...providers.openai(server), DIGEST_MODEL_BUDGET: String(budget) });
    const { edition } = run;
    expect(faultsOf(edition)).toEqual([]);
    const { calls, tokensIn, tokensOut, notes } = edition.usage;
    expect(calls).toBeGreaterThan(1);
    expect(calls).toBeLessThan(count);
    expect(tokensIn + tokensOut).toBeLessThanOrEqual(budget);
    expect(notes).toEqual([`The budget of ${budget} tokens was spent after ${calls} questions; the rest is quoted.`]);
    expect(saidOf(run)).toEqual([`Note: ${notes?.[0]}`]);
    expect(server.questions()).toHaveLength(calls);
    const bodies = new Set([...written.edition.deepDives, ...quoted.edition.deepDives].map(({ body }) => body));
    expect(edition.deepDives.filter(({ body }) => !bodies.has(body))).toEqual([]);
    const own = edition.deepDives.filter(({ body }, nth) => body === written.edition.deepDives[nth]?.body);
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(edition.deepDives.length);
  });
});
