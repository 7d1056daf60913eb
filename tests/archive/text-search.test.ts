/** Finding entries by their text: the same on every engine, whatever was kept and whatever is asked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyKey, firstKeyOf } from '../../src/archive/entry-key.ts';
import type { TextTerm } from '../../src/archive/text-search.ts';
import type { Entry } from '../../src/edition/edition.ts';
import { anEntry } from '../an-edition.ts';
import { type Asking, onEveryEngine } from './every-engine.ts';

const dates = ['2025-12-31', '2026-01-01', '2026-01-02', '2026-04-01'] as const;
const companies = ['Acme', 'Acme Labs', "O'Neill & Söhne \\ Co", 'c'] as const;
const sources = ['Acme Blog', 'Weekly'] as const;
const themes = ['zero-trust', 'databases', 'event-streaming'] as const;

/** Few words, so that they meet in many ways; their forms share stems, and some are no words at all. */
const words = [
  ...['cache', 'caches', 'caching', 'cached', 'replay', 'replaying', 'replays', 'kafka', 'the', 'of', 'a', 'trust'],
  ...['zero', 'acme', 'labs', 'company', 'theme', 'labels', 'vector', '9,000', 'C++', "don't", 'déjà', 'DEJA', 'ﬁne'],
  ...['ключ', 'ключи', '東京', 'x_y', 'a.b', '--', '', "'", '\\', '&', '|', '!', '<->', ':*', '(', ')', '\0', '\u0301'],
  ...['\ud83d\ude80', '\ud800', 'e\u0301t\u00e9', '\ue000', '=company=Acme', 'x'.repeat(300), 'y'.repeat(2_100)],
] as const;

const frequent = fc.constantFrom(...words.slice(0, 12));
const any = fc.constantFrom(...words);
const word = fc.oneof({ weight: 6, arbitrary: frequent }, { weight: 4, arbitrary: any });
const anything = fc.string({ unit: 'binary', maxLength: 5 });
const text = fc
  .array(fc.oneof({ weight: 20, arbitrary: word }, { weight: 1, arbitrary: anything }), { maxLength: 30 })
  .map(parts => parts.join(' '));

const entry: fc.Arbitrary<Entry> = fc
  .record({
    title: text.map(title => `t ${title}`),
    body: text.map(body => `b ${body}`),
    company: fc.constantFrom(...companies),
    source: fc.constantFrom(...sources),
    themes: fc.array(fc.constantFrom(...themes), { minLength: 1, maxLength: 3 }),
  })
  .map(fields => anEntry({ ...fields, facets: {}, grounding: [] }));

interface Saving {
  readonly date: (typeof dates)[number];
  readonly deepDives: readonly Entry[];
}
/** A date that comes again replaces what it had. */
const saving: fc.Arbitrary<Saving> = fc.record({
  date: fc.constantFrom(...dates),
  deepDives: fc.array(entry, { maxLength: 12 }),
});

const term: fc.Arbitrary<TextTerm> = fc.oneof(
  word.map(one => [one]),
  fc.array(word, { minLength: 2, maxLength: 3 }).map(phrase => [phrase.join(' ')]),
  fc.array(word, { minLength: 2, maxLength: 4 }),
);
const someOf = (labels: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray([...labels], { minLength: 1 }) },
  );
const key = fc.constantFrom(...dates).map(firstKeyOf);
const asking: fc.Arbitrary<Asking> = fc.record({
  terms: fc.array(term, { minLength: 1, maxLength: 3 }),
  filter: fc.record({
    labels: fc.record({
      company: someOf(companies),
      source: someOf(sources),
      theme: someOf(themes),
    }),
    from: fc.oneof({ weight: 3, arbitrary: fc.constant(everyKey.from) }, { weight: 1, arbitrary: key }),
    to: fc.oneof({ weight: 3, arbitrary: fc.constant(everyKey.to) }, { weight: 1, arbitrary: key }),
  }),
  page: fc.record({ limit: fc.nat({ max: 30 }), offset: fc.nat({ max: 3 }) }),
});

describe('the text search of every engine', () => {
  const { save, ask } = onEveryEngine();

  it('finds the same entries in the same order, whatever was saved, replaced and asked', async () => {
    let ordered = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(saving, { minLength: 1, maxLength: 3 }),
        fc.array(asking, { minLength: 10, maxLength: 30 }),
        async (savings, askings) => {
          for (const { date, deepDives } of savings) await save(date, deepDives);
          for (const one of askings) if ((await ask(one)).keys.length > 1) ordered += 1;
        },
      ),
      // What an archive had before counts too, so that a failure is not made smaller but shown as it came.
      { seed: 20_260_401, numRuns: 60, endOnFailure: true },
    );
    // Else nothing was shown.
    expect(ordered).toBeGreaterThan(300);
  });
});
