import { describe, expect, it } from 'vitest';
import type { Facets } from '../../src/edition/edition.ts';
import { draft } from '../../src/editor/drafting.ts';
import { extractiveWriter } from '../../src/editor/extractive.ts';
import { checkGrounding } from '../../src/editor/grounding.ts';
import type { FacetRefusal, Writer } from '../../src/editor/writer.ts';
import { searchStory } from './an-article.ts';

const sound: Facets = {
  problem: 'Search at Acme ran on the same Postgres database as checkout, and queries took 7 seconds.',
  approach:
    'Acme moved the search workload to a dedicated index and streams every change to it with Debezium and Kafka.',
  tradeoff: 'A search result lags the database by a few hundred milliseconds.',
  lesson: 'A store which serves both transactions and search should be split before the load forces the split.',
};
const invented = 'Acme saved 94% of its zebras on Neptune.';

/** Writes the same whatever it is asked, and keeps what it was asked to mend. */
const saying = (first: Facets, second?: Facets) => {
  const asked: FacetRefusal[][] = [];
  const writer: Writer = {
    name: 'saying',
    write: async () => ({ facets: first }),
    ...(second && {
      rewrite: async (_article, _draft, refusals) => {
        asked.push([...refusals]);
        return { facets: second };
      },
    }),
  };
  return { writer, asked };
};

const quoted = async (): Promise<Facets> => (await extractiveWriter.write(searchStory)).facets;

describe('a draft', () => {
  it('stands as the writer put it where the article supports it all', async () => {
    const { writer, asked } = saying(sound, {});
    const { facets, dropped, quoted: instead, grounding } = await draft(searchStory, { writer });
    expect(facets).toEqual(sound);
    expect([dropped, instead, asked]).toEqual([[], [], []]);
    expect(grounding.map(({ supported }) => supported)).toEqual([true, true, true, true]);
  });

  it('is asked for once more, with each refused sentence and the reason', async () => {
    const { writer, asked } = saying({ ...sound, lesson: invented }, sound);
    const { facets, dropped } = await draft(searchStory, { writer });
    expect(facets).toEqual(sound);
    const { missing } = checkGrounding(invented, searchStory.text);
    expect(asked).toEqual([[{ facet: 'lesson', sentence: invented, missing }]]);
    expect(missing).toContain('94%');
    expect(dropped.map(({ sentence }) => sentence)).toEqual([invented]);
  });

  it('takes from a second answer what was refused in the first, and nothing else', async () => {
    const { writer } = saying({ ...sound, lesson: invented }, { ...sound, problem: invented });
    expect((await draft(searchStory, { writer })).facets).toEqual(sound);
  });

  it('is quoted in the facet that fails twice', async () => {
    const { writer, asked } = saying({ ...sound, problem: invented }, { ...sound, problem: invented });
    const { facets, quoted: instead, dropped } = await draft(searchStory, { writer });
    expect(facets).toEqual({ ...sound, problem: (await quoted()).problem });
    expect(instead).toEqual(['problem']);
    expect(asked).toHaveLength(1);
    expect(dropped.map(({ sentence }) => sentence)).toEqual([invented]);
  });

  it('lacks the facet that fails twice and of which nothing can be quoted that is not said already', async () => {
    const { lesson = '' } = await quoted();
    const { writer } = saying({ ...sound, tradeoff: lesson, lesson: invented });
    const { facets, quoted: instead } = await draft(searchStory, { writer });
    expect(facets).toEqual({ problem: sound.problem, approach: sound.approach, tradeoff: lesson });
    expect(instead).toEqual([]);
  });

  it('keeps of a facet the sentences that are supported', async () => {
    const { writer } = saying({ ...sound, lesson: `${sound.lesson} ${invented}` });
    expect((await draft(searchStory, { writer })).facets).toEqual(sound);
  });

  it('keeps them where a second answer leaves the facet out', async () => {
    const { lesson = '', ...others } = sound;
    const { writer } = saying({ ...sound, lesson: `${lesson} ${invented}` }, others);
    expect((await draft(searchStory, { writer })).facets).toEqual(sound);
  });

  it('loses a sentence that leans on one that is gone', async () => {
    const leaning = 'They also slowed down checkout for everybody else.';
    const { writer } = saying({ ...sound, problem: `${invented} ${leaning}` });
    expect((await draft(searchStory, { writer })).facets.problem).toBe((await quoted()).problem);
  });

  it('loses one that leans across facets too, whatever is quoted in between', async () => {
    const approach = 'They also slowed down checkout for everybody else.';
    const { writer } = saying({ ...sound, problem: invented, approach });
    expect((await draft(searchStory, { writer })).facets.approach).not.toContain(approach);
  });

  it('keeps a sentence that leans on one that stands', async () => {
    const problem = `${sound.problem} They also slowed down checkout for everybody else.`;
    const { writer } = saying({ ...sound, problem });
    expect((await draft(searchStory, { writer })).facets.problem).toBe(problem);
  });

  it('is quoted in every facet that fails, and keeps the one that stands', async () => {
    const { writer } = saying({ problem: sound.problem ?? '', approach: invented, lesson: 'Zebras are 12% giraffe.' });
    const told = await draft(searchStory, { writer });
    const { approach, lesson } = await quoted();
    expect(told.facets).toEqual({ problem: sound.problem, approach, lesson });
    expect(told.quoted).toEqual(['approach', 'lesson']);
  });

  it('is quoted as a whole where fewer than two sentences are left', async () => {
    const { writer } = saying({ problem: sound.problem ?? '' });
    const told = await draft(searchStory, { writer });
    expect(told.facets).toEqual(await quoted());
    expect(told.grounding.filter(({ supported }) => !supported)).toEqual([]);
  });

  it('is quoted as a whole where the writer fails, which is told', async () => {
    const problems: unknown[] = [];
    const writer: Writer = { name: 'failing', write: () => Promise.reject(new Error('model overloaded')) };
    const told = await draft(searchStory, { writer, onProblem: (_article, error) => problems.push(error) });
    expect(told.facets).toEqual(await quoted());
    expect(problems).toEqual([new Error('model overloaded')]);
  });

  it('keeps what was well where the writer fails on the second request', async () => {
    const { writer } = saying({ ...sound, lesson: invented });
    const problems: unknown[] = [];
    const failing: Writer = { ...writer, rewrite: () => Promise.reject(new Error('model overloaded')) };
    const told = await draft(searchStory, { writer: failing, onProblem: (_article, error) => problems.push(error) });
    expect(told.facets).toEqual({ ...sound, lesson: (await quoted()).lesson });
    expect(problems).toEqual([new Error('model overloaded')]);
  });
});
