import { describe, expect, it } from 'vitest';
import { createModelWriter } from '../../../src/editor/model/model-writer.ts';
import { tokensOf } from '../../../src/editor/model/tokens.ts';
import type { OverviewWriter } from '../../../src/editor/writer.ts';
import { anEdition } from '../../an-edition.ts';
import { anEntry } from '../an-entry.ts';
import { type ScriptedAsker, scriptedAsker } from './a-scripted-asker.ts';

const entries = [
  anEntry({ id: 'first', company: 'Acme', facets: { approach: 'Acme caches rows in memory.' } }),
  anEntry({ id: 'second', company: 'Bolt', facets: { approach: 'Bolt caches pages on disk.' } }),
  anEntry({ id: 'third', company: 'Acme', facets: { approach: 'Acme reads from replicas.' } }),
];
const brief = { entries, recent: [anEdition({ date: '2026-03-31' })] };

const signal = {
  headline: 'Acme and Bolt cache their reads',
  body: 'Acme caches rows in memory.',
  entries: ['E1', 'E2'],
};
const pattern = {
  theme: 'caching',
  body: 'Acme caches rows in memory. Bolt caches pages on disk.',
  entries: ['E1', 'E2'],
};
const anAnswer = { signal, patterns: [pattern] };

const overviewOf = (asker: ScriptedAsker): OverviewWriter => {
  const { overview } = createModelWriter(asker);
  if (overview === undefined) throw new Error('The writer has no overview.');
  return overview;
};

const writing = (answer: unknown) => overviewOf(scriptedAsker([answer])).write(brief);

describe('a model that is asked for Signal and Patterns', () => {
  it('is asked once, over the entries and the days before', async () => {
    const asker = scriptedAsker([anAnswer]);
    await overviewOf(asker).write(brief);
    expect(asker.asked.map(({ about, prompt }) => [about, prompt.id])).toEqual([['Signal and Patterns', 'overview@1']]);
    expect(asker.asked[0]?.prompt.user).toContain('E3\nCompany: Acme\n');
    expect(asker.asked[0]?.prompt.user).toContain('2026-03-31\nSignal: ');
  });

  it('speaks of labels, which become the ids of entries', async () => {
    expect(await writing(anAnswer)).toEqual({
      signal: { ...signal, entries: ['first', 'second'] },
      patterns: [{ ...pattern, entries: ['first', 'second'] }],
    });
  });

  it.each(['e2', '[E2]', ' E2 ', 'E2: Story second', 'E2.'])(
    'is understood where it writes a label as %j',
    async label => {
      expect((await writing({ signal: { ...signal, entries: [label] }, patterns: [] })).signal.entries).toEqual([
        'second',
      ]);
    },
  );

  it('cites nothing by a label that there is not, and an entry once', async () => {
    const cited = ['E9', 'second', 'E3', 'e3', 'E33'];
    expect((await writing({ signal: { ...signal, entries: cited }, patterns: [] })).signal.entries).toEqual(['third']);
  });

  it.each(['caching', 'Caching', 'Caching and storage'])('means a theme also by its label: %j', async theme => {
    expect((await writing({ signal, patterns: [{ ...pattern, theme }] })).patterns[0]?.theme).toBe('caching');
  });

  it('passes on a theme that there is not, for the check of the overview to refuse with a reason', async () => {
    expect((await writing({ signal, patterns: [{ ...pattern, theme: 'cache magic' }] })).patterns[0]?.theme).toBe(
      'cache magic',
    );
  });

  it('has white space folded and no full stop behind a headline', async () => {
    const headline = ' Acme and Bolt  cache their reads. ';
    expect((await writing({ signal: { ...signal, headline }, patterns: [] })).signal.headline).toBe(signal.headline);
  });

  it('is asked once more with the draft and the reasons', async () => {
    const asker = scriptedAsker([anAnswer, { signal, patterns: [] }]);
    const overview = overviewOf(asker);
    const draft = await overview.write(brief);
    const sentence = 'Bolt caches pages on disk.';
    const again = await overview.rewrite(brief, draft, [{ sentence, missing: ['pages'] }]);
    expect(again.patterns).toEqual([]);
    const { prompt } = asker.asked[1] ?? {};
    expect(prompt?.id).toBe('overview-repair@1');
    expect(prompt?.user).toContain(`patterns[0].body: ${pattern.body}\npatterns[0].entries: E1, E2`);
    expect(prompt?.user).toContain(`1. ${sentence}\nMissing: pages`);
  });
});

describe('an overview that may not be shown', () => {
  it.each([
    ['an address in its headline', { ...anAnswer, signal: { ...signal, headline: 'See https://evil.example' } }],
    ['a mention in its signal', { ...anAnswer, signal: { ...signal, body: 'Acme told @everyone of it.' } }],
    [
      'an address in a pattern',
      { signal, patterns: [{ ...pattern, body: 'Acme and Bolt: see https://evil.example' }] },
    ],
    ['a theme that is no slug, by its length', { signal, patterns: [{ ...pattern, theme: 'a'.repeat(101) }] }],
    ['a body beyond all measure', { signal, patterns: [{ ...pattern, body: 'Acme caches rows. '.repeat(100) }] }],
  ])('is refused whole for %s', async (_, answer) => {
    await expect(writing(answer)).rejects.toMatchObject({ code: 'unfit' });
  });
});

describe('a day with more entries than the window has room for', () => {
  const many = Array.from({ length: 40 }, (_, at) =>
    anEntry({
      id: `id${at}`,
      company: `Company ${at}`,
      facets: {
        approach: `Company ${at} caches rows of its ledger in memory close to the readers. ${'It reads pages from disk at night and keeps them warm. '.repeat(6)}`,
      },
    }),
  );
  const promptFor = async (window: number) => {
    const asker = scriptedAsker([anAnswer], window);
    await overviewOf(asker).write({ entries: many, recent: [] });
    return asker.asked[0]?.prompt ?? { system: '', user: '' };
  };

  it.each([
    [8192, 4],
    [6500, 2],
    [4500, 0],
  ])('in a window of %d tokens tells %d sentences of each, and names them all', async (window, sentences) => {
    const { system, user } = await promptFor(window);
    expect(tokensOf(system) + tokensOf(user)).toBeLessThanOrEqual((3 / 4) * window);
    for (const { company, title } of many) expect(user).toContain(`Company: ${company}\nTitle: ${title}\n`);
    const [first = ''] = user.split('\n\nE2\n');
    expect(first.match(/\bcaches rows\b|It reads pages/g) ?? []).toHaveLength(sentences);
  });

  it('tells everything where there is room', async () => {
    expect((await promptFor(64_000)).user).toContain('It reads pages');
  });

  it('is not asked about where there is no room for the titles', async () => {
    await expect(promptFor(2048)).rejects.toMatchObject({ code: 'too-long' });
  });
});
