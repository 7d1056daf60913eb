/** What goes wrong with single questions: repaired where that can be, else quoted, and reported; the edition is always whole. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/edition/edition.ts';
import { questionOf, titleAsked } from '../servers/model/digest-script.ts';
import type { Fault, FaultsOf } from '../servers/model/faults.ts';
import type { ModelServer } from '../servers/model/server.ts';
import {
  type Built,
  builtHere,
  contentOf,
  faultsOf,
  models,
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

/** The faults of a list, each at one article of its own, the first `times` that it is asked of; the day's question is left alone. */
const atArticles = (faults: readonly (Fault | undefined)[], times: number): FaultsOf => {
  const titles = written.edition.deepDives.map(({ title }) => title);
  const met = new Map<string, number>();
  return request => {
    const title = titleAsked(request);
    const fault = questionOf(request).startsWith('entry') ? faults[titles.indexOf(title)] : undefined;
    const before = met.get(title) ?? 0;
    met.set(title, before + 1);
    return before < times ? fault : undefined;
  };
};

const wrongForm = JSON.stringify({ problem: 5, themes: 'caching' });

/** Each is overcome by asking again, or by reading the answer well. */
const passing: readonly Fault[] = [
  { kind: 'rate-limit', retryAfter: 0 },
  { kind: 'failed', status: 500, retryAfter: 0 },
  { kind: 'failed', status: 503, retryAfter: 0 },
  { kind: 'failed', status: 529, retryAfter: 0 },
  { kind: 'says', text: 'As I see it, the story is about caches.' },
  { kind: 'says', text: wrongForm },
  { kind: 'fenced' },
  { kind: 'truncated' },
  { kind: 'garbled' },
  { kind: 'empty' },
  { kind: 'half', ends: 'well' },
];

const stay = (fault: Fault): readonly (Fault | undefined)[] => [fault, undefined, undefined];

/** Between each two are articles that go well: a model that fails one question after the other is given up. */
const staying = [
  ...stay({ kind: 'refusal' }),
  ...stay({ kind: 'says', text: 'As I see it, the story is about caches.' }),
  ...stay({ kind: 'truncated' }),
  ...stay({ kind: 'empty' }),
  ...stay({ kind: 'says', text: wrongForm }),
];

/** How each is told. */
const endings = ['declined to answer', 'gave no answer', 'came to no end', 'gave no answer', 'gave no answer'].flatMap(
  end => [end, undefined, undefined],
);

const entryAt = ({ edition }: Built, nth: number): Entry | undefined => edition.deepDives[nth];
const tellingOf = (entry: Entry | undefined) => entry && { facets: entry.facets, grounding: entry.grounding };

describe.each(Object.entries(providers))('faults of %s', (_, settings) => {
  it('that pass are overcome: the edition is the same, and what happened is told once each', async () => {
    server.setFaults(atArticles(passing, 1));
    const run = await builtHere(settings(server));
    expect(contentOf(run.edition)).toEqual(contentOf(written.edition));
    expect(server.requests.flatMap(({ fault }) => fault ?? [])).toHaveLength(passing.length);
    const { notes = [] } = run.edition.usage;
    expect(notes.join('\n')).toMatch(/was busy \(.+\) and was asked again after a pause\./);
    expect(notes.join('\n')).toMatch(/gave an answer that is not JSON of the wanted form and was asked again\./);
    expect(notes.join('\n')).toMatch(/came to no end with an answer and was asked again with more room for it\./);
    expect(saidOf(run)).toEqual(notes.map(note => `Note: ${note}`));
    expect(new Set(notes).size).toBe(notes.length);
  });

  it('that stay leave their own entries quoted, and no other; each is told with the article', async () => {
    server.setFaults(atArticles(staying, Number.POSITIVE_INFINITY));
    const run = await builtHere(settings(server));
    expect(faultsOf(run.edition)).toEqual([]);
    expect(run.edition.deepDives.map(({ id }) => id)).toEqual(written.edition.deepDives.map(({ id }) => id));
    run.edition.deepDives.forEach((entry, nth) => {
      const expected = entryAt(staying[nth] === undefined ? written : quoted, nth);
      expect(tellingOf(entry), entry.title).toEqual(tellingOf(expected));
    });
    const { notes = [] } = run.edition.usage;
    for (const [nth, end] of endings.entries()) {
      const title = entryAt(written, nth)?.title ?? '';
      const told = notes.filter(note => note.includes(`“${title}”`));
      expect(told, title).toEqual(end === undefined ? [] : [expect.stringContaining(end)]);
    }
    expect(saidOf(run)).toEqual(notes.map(note => `Note: ${note}`));
  });

  it('with the day’s question leave Signal and Patterns quoted', async () => {
    server.setFaults(request => (questionOf(request) === 'overview' ? { kind: 'refusal' } : undefined));
    const run = await builtHere(settings(server));
    expect(run.edition.deepDives).toEqual(written.edition.deepDives);
    expect(faultsOf(run.edition)).toEqual([]);
    expect(run.edition.patterns.length).toBeGreaterThan(0);
    expect(run.edition.usage.notes).toEqual([expect.stringMatching(/declined to answer on Signal and Patterns/)]);
    expect(saidOf(run)).toEqual([expect.stringMatching(/declined to answer on Signal and Patterns/)]);
  });
});

describe('a model', () => {
  it('whose server takes no schema is asked in words, which is told once', async () => {
    const run = await builtHere(models['an address whose model takes no schema'](server));
    expect(contentOf(run.edition)).toEqual(contentOf(written.edition));
    expect(run.edition.usage.notes).toEqual([expect.stringMatching(/takes no schema for its answers/)]);
    expect(server.questions().every(({ format }) => format === 'text')).toBe(true);
  });

  it('that is slow is waited for', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    server.setFaults((_, nth) => (nth === 1 ? { kind: 'held', until: promise } : undefined));
    const run = builtHere(providers.openai(server));
    await server.asked(18);
    resolve();
    expect(contentOf((await run).edition)).toEqual(contentOf(written.edition));
  });

  it('that fails every question is given up after a few, and the edition is quoted', async () => {
    server.setFaults(() => ({ kind: 'failed', status: 503, retryAfter: 0 }));
    const run = await builtHere(providers.openai(server));
    expect(contentOf(run.edition)).toEqual(contentOf(quoted.edition));
    expect(run.edition.writer).toBe('extractive');
    expect(saidOf(run).join('\n')).toMatch(/openai:gpt-4o-mini is asked no more for this edition/);
    expect(server.questions().length).toBeLessThan(40);
  });

  it('that cuts the connection is asked again', async () => {
    server.setFaults(atArticles([{ kind: 'reset' }, { kind: 'half', ends: 'reset' }], 1));
    const run = await builtHere(providers.openai(server));
    expect(contentOf(run.edition)).toEqual(contentOf(written.edition));
    expect(saidOf(run).join('\n')).toMatch(/was busy \((?:ECONNRESET|UND_ERR_SOCKET)\) and was asked again/);
  });

  it('that says what the article does not say is corrected once, at the price of one question', async () => {
    const undisturbed = server.questions();
    expect(undisturbed).toEqual([]);
    const title = entryAt(written, 0)?.title ?? '';
    const wrong = 'The team measured 123,456 requests on a Tuesday in Reykjavik.';
    const facets = entryAt(written, 0)?.facets ?? {};
    const draft = {
      problem: null,
      approach: null,
      tradeoff: null,
      ...facets,
      lesson: wrong,
      company: null,
      themes: [],
    };
    server.setFaults(request =>
      questionOf(request) === 'entry' && titleAsked(request) === title
        ? { kind: 'says', text: JSON.stringify(draft) }
        : undefined,
    );
    const run = await builtHere(providers.openai(server));
    expect(run.stdout).not.toContain('Reykjavik');
    expect(faultsOf(run.edition)).toEqual([]);
    expect(server.questions().filter(request => questionOf(request) === 'entry-repair')).toHaveLength(1);
    expect(run.edition.usage.calls).toBe(written.edition.usage.calls + 1);
    expect(run.edition.deepDives.slice(1)).toEqual(written.edition.deepDives.slice(1));
  });
});
