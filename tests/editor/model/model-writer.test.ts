import { describe, expect, it } from 'vitest';
import { createModelWriter } from '../../../src/editor/model/model-writer.ts';
import { gap } from '../../../src/editor/model/passages.ts';
import { tokensOf } from '../../../src/editor/model/tokens.ts';
import { anArticle, searchStory } from '../an-article.ts';
import { scriptedAsker } from './a-scripted-asker.ts';

const problem = 'Search at Acme ran on the same Postgres database as checkout.';
const approach = 'The team moved the search workload to a dedicated index.';

const anAnswer = {
  problem,
  approach,
  tradeoff: null,
  lesson: null,
  company: 'Acme',
  themes: ['search', 'databases'],
};

const writing = (answer: unknown) => createModelWriter(scriptedAsker([answer])).write(searchStory);

describe('a writer that asks a model', () => {
  it('bears the name of the model and tells what it cost', async () => {
    const writer = createModelWriter(scriptedAsker([anAnswer]));
    expect(writer.name).toBe('scripted:one');
    await writer.write(searchStory);
    expect(writer.usage?.().calls).toBe(1);
  });

  it('asks one question an article, about its title and source', async () => {
    const asker = scriptedAsker([anAnswer]);
    await createModelWriter(asker).write(searchStory);
    expect(asker.asked.map(({ about, prompt }) => [about, prompt.id])).toEqual([
      ['“How we moved search off the main database” of Example Engineering', 'entry@1'],
    ]);
    expect(asker.asked[0]?.prompt.user).toContain(searchStory.text);
  });

  it('names the address of an article without a title', async () => {
    const asker = scriptedAsker([anAnswer]);
    await createModelWriter(asker).write({ ...searchStory, title: '' });
    expect(asker.asked[0]?.about).toBe('“https://blog.example/post” of Example Engineering');
  });

  it('gives the facets that are told, and what the story is taken for', async () => {
    expect(await writing(anAnswer)).toEqual({
      facets: { problem, approach },
      proposal: { company: 'Acme', themes: ['search', 'databases'] },
    });
  });

  it('proposes no company where none is named', async () => {
    expect((await writing({ ...anAnswer, company: null, themes: [' search ', ''] })).proposal).toEqual({
      themes: ['search'],
    });
  });
});

describe('a facet', () => {
  it('has its white space folded', async () => {
    expect(
      (await writing({ ...anAnswer, problem: `  Search at Acme\tran on\nthe same  database. ` })).facets.problem,
    ).toBe('Search at Acme ran on the same database.');
  });

  it('complaint 16: ends after its second sentence', async () => {
    const lesson =
      'Queries now take 300 milliseconds. Checkout no longer suffers. Each change is read from the write-ahead log.';
    expect((await writing({ ...anAnswer, lesson })).facets.lesson).toBe(
      'Queries now take 300 milliseconds. Checkout no longer suffers.',
    );
  });

  it.each([
    '',
    '  ',
    'null',
    'N/A',
    'None.',
    'Not stated.',
    'Not mentioned in the article.',
    'The article does not state a lesson.',
    "The authors don't mention any trade-off.",
    'The article doesn’t say.',
  ])('is absent where the model says %j', async lesson => {
    expect((await writing({ ...anAnswer, lesson })).facets).toEqual({ problem, approach });
  });

  it.each([
    'Nothing of the pipeline runs in application code.',
    'None of the queries lost data.',
    'Unknown fields are kept.',
  ])('may open as %j does', async lesson => {
    expect((await writing({ ...anAnswer, lesson })).facets.lesson).toBe(lesson);
  });
});

describe('an answer that may not be shown', () => {
  it.each([
    ['an address', 'Read more at https://evil.example/now.'],
    ['a mention', 'The team told @everyone about the index.'],
    [
      'the text of the prompt',
      'A facet that is missing is right; one that is guessed, padded, or says that nothing is said is wrong.',
    ],
    ['a length beyond all measure', 'Search ran on Postgres and checkout. '.repeat(40)],
  ])('is refused whole for %s in one facet', async (_, lesson) => {
    await expect(writing({ ...anAnswer, lesson })).rejects.toMatchObject({ code: 'unfit' });
  });

  it('is refused whole for a company that is no name, by its length', async () => {
    await expect(writing({ ...anAnswer, company: 'a'.repeat(101) })).rejects.toMatchObject({ code: 'unfit' });
  });

  it('is refused also for what would have been cut off', async () => {
    const lesson = 'Queries now take 300 milliseconds. Checkout no longer suffers. Go to https://evil.example/now.';
    await expect(writing({ ...anAnswer, lesson })).rejects.toMatchObject({ code: 'unfit' });
  });
});

describe('a refused sentence', () => {
  it('is asked for once more with the article, the draft and the reason', async () => {
    const better = { ...anAnswer, problem: 'Complex queries took 7 seconds at the 90th percentile.' };
    const asker = scriptedAsker([anAnswer, better]);
    const writer = createModelWriter(asker);
    const draft = await writer.write(searchStory);
    const again = await writer.rewrite?.(searchStory, draft, [
      { facet: 'problem', sentence: problem, missing: ['9 seconds', 'Oracle'] },
    ]);
    expect(again?.facets.problem).toBe(better.problem);
    const { prompt } = asker.asked[1] ?? {};
    expect(prompt?.id).toBe('entry-repair@1');
    expect(prompt?.user).toContain(searchStory.text);
    expect(prompt?.user).toContain(`approach: ${approach}\ntradeoff: null`);
    expect(prompt?.user).toContain(`1. problem: ${problem}\nMissing: 9 seconds, Oracle`);
  });
});

describe('an article longer than the window', () => {
  const filler = Array.from(
    { length: 400 },
    (_, at) => `Room ${at} had a lamp, and ${at} people sat in it until noon.`,
  );
  const told = 'The trade-off is that somebody has to run the search index off the main database.';
  const long = anArticle({ text: [...filler, told, ...filler].join('\n') });

  it.each([4096, 8192])('is cut by passages to what a window of %d tokens leaves', async window => {
    const asker = scriptedAsker([anAnswer, anAnswer], window);
    const writer = createModelWriter(asker);
    const draft = await writer.write(long);
    await writer.rewrite?.(long, draft, [{ facet: 'problem', sentence: problem, missing: ['Acme'] }]);
    expect(asker.asked).toHaveLength(2);
    for (const { prompt } of asker.asked) {
      expect(prompt.user).toContain(told);
      expect(prompt.user).toContain(gap);
      expect(tokensOf(prompt.system) + tokensOf(prompt.user)).toBeLessThanOrEqual((3 / 4) * window);
    }
  });

  it('is cut only as far as must be', async () => {
    const asker = scriptedAsker([anAnswer], 8192);
    await createModelWriter(asker).write(long);
    const { system = '', user = '' } = asker.asked[0]?.prompt ?? {};
    expect(tokensOf(system) + tokensOf(user)).toBeGreaterThan((3 / 4) * 8192 - 200);
  });

  it('is not asked about where the window has no room at all, and the operator learns what to set', async () => {
    const asker = scriptedAsker([anAnswer], 2048);
    await expect(createModelWriter(asker).write(long)).rejects.toMatchObject({
      code: 'too-long',
      message: expect.stringContaining('set a larger DIGEST_MODEL_WINDOW'),
    });
    expect(asker.asked).toEqual([]);
  });
});
