/** Complaints 31 and 32: what a language model says that is not so, through the wire into an edition. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Built, builtHere, faultsOf, providers, quotedEdition, startModel } from '../e2e/model-stage.ts';
import { digestScript, questionOf } from '../servers/model/digest-script.ts';
import type { JsonObject, Script } from '../servers/model/request.ts';
import type { ModelServer } from '../servers/model/server.ts';

let server: ModelServer | undefined;
afterEach(() => server?.close());

let quoted: Built;
beforeAll(async () => {
  quoted = await quotedEdition();
});

const writtenBy = async (script: Script): Promise<Built['edition']> => {
  server = await startModel({ script });
  return (await builtHere(providers.openai(server))).edition;
};

const idsOf = ({ deepDives }: Built['edition']) => deepDives.map(({ id }) => id);

describe('complaint 31 (Agentic-FinSearch #302): the summary of story A under the headline of B', () => {
  it('is not shown where a model gives each article the summary of another: each says what its own article says, and none is lost', async () => {
    const answers: JsonObject[] = [];
    const edition = await writtenBy(request => {
      const own = digestScript(request);
      if (questionOf(request) !== 'entry') return own;
      answers.push(own as JsonObject);
      return answers[answers.length - 2] ?? own;
    });
    expect(answers.length).toBeGreaterThan(12);
    expect(idsOf(edition)).toEqual(idsOf(quoted.edition));
    expect(faultsOf(edition)).toEqual([]);
    const bodies = new Map(quoted.edition.deepDives.map(({ id, body }) => [id, body]));
    const strange = edition.deepDives.filter(({ id, body }) =>
      [...bodies].some(([other, theirs]) => other !== id && theirs === body),
    );
    expect(strange).toEqual([]);
  });
});

describe('complaint 32 (papers-api #16, AgentGPT #353): addresses that a model broke or invented', () => {
  it('reach no reader: each address is that of its item', async () => {
    const invent = (value: unknown): unknown => {
      if (typeof value === 'string')
        return `${value} See https://invented.example/post and [this](https://invented.example).`;
      if (Array.isArray(value)) return value;
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, key === 'themes' ? inner : invent(inner)]),
      );
    };
    const edition = await writtenBy(request => invent(digestScript(request)) as JsonObject);
    expect(JSON.stringify({ ...edition, usage: undefined })).not.toContain('invented.example');
    const addresses = ({ deepDives, alsoPublished }: Built['edition']) =>
      [...deepDives, ...alsoPublished].map(({ url }) => url);
    expect(addresses(edition)).toEqual(addresses(quoted.edition));
  });
});
