import { describe, expect, it } from 'vitest';
import { baselines, checked, fromWriter } from '../../eval/summarisers.ts';
import type { Writer } from '../../src/editor/writer.ts';
import { searchStory } from '../editor/an-article.ts';

const moved = 'The search workload moved to a dedicated index with Debezium and Kafka.';
const lag = 'A search result lags the database by a few hundred milliseconds.';
const invented = 'Revenue at Initech grew by 37% in eleven weeks.';

const inventive: Writer = {
  name: 'inventive',
  write: async () => ({
    facets: { approach: `${moved} ${lag}`, lesson: invented },
    proposal: { company: 'Initech', themes: ['Databases'] },
  }),
};

const failing: Writer = {
  name: 'failing',
  write: async () => {
    throw new Error('no credit');
  },
};

describe('a writer', () => {
  it('is measured by its own words, whatever the article says', async () => {
    const { sentences, facets } = await fromWriter(inventive).summarise(searchStory);
    expect(sentences).toEqual([moved, lag, invented]);
    expect(facets?.lesson).toBe(invented);
  });

  it('has the company and the themes that an entry would have, not those that it proposes without evidence', async () => {
    const { company, themes } = await fromWriter(inventive).summarise(searchStory);
    expect(company).not.toBe('Initech');
    expect(themes).toContain('databases');
  });

  it('fails where it fails', async () => {
    await expect(fromWriter(failing).summarise(searchStory)).rejects.toThrow('no credit');
  });
});

describe('a writer whose words are checked', () => {
  it('keeps what the article supports, and quotes in the place of the rest', async () => {
    const { sentences } = await checked(inventive, 'checked', () => {}).summarise(searchStory);
    expect(sentences.slice(0, 2)).toEqual([moved, lag]);
    expect(sentences).not.toContain(invented);
    for (const quoted of sentences.slice(2)) expect(searchStory.text).toContain(quoted);
  });

  it('is quoted whole where it fails, and that is told', async () => {
    const notes: string[] = [];
    const { sentences } = await checked(failing, 'checked', note => notes.push(note)).summarise(searchStory);
    expect(notes).toEqual(['“How we moved search off the main database” is quoted: no credit']);
    expect(sentences.length).toBeGreaterThan(1);
    for (const quoted of sentences) expect(searchStory.text).toContain(quoted);
  });
});

describe('the baselines', () => {
  it('are four sentences each of the same prose, and know no facets, company or themes', async () => {
    for (const baseline of baselines) {
      const summary = await baseline.summarise(searchStory);
      expect(Object.keys(summary)).toEqual(['sentences']);
      expect(summary.sentences).toHaveLength(4);
      for (const sentence of summary.sentences) expect(searchStory.text).toContain(sentence);
    }
  });
});
