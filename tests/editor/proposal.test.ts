import { describe, expect, it } from 'vitest';
import { explainCompany } from '../../src/editor/company.ts';
import { settleCompany, settleThemes } from '../../src/editor/proposal.ts';
import { tagThemes } from '../../src/editor/themes.ts';
import { anArticle } from './an-article.ts';

/** The company of an article after a proposal. */
const settled = (title: string, text: string, source: string, company?: string): string => {
  const article = anArticle({ title, text, source });
  return settleCompany(article, explainCompany(article), company === undefined ? undefined : { company });
};

describe('the company that a writer proposes', () => {
  it('changes nothing where our rules found one', () => {
    expect(settled('How Datadog Redefined Data Replication', '', 'ByteByteGo', 'Netflix')).toBe('Datadog');
    expect(settled('A faster cache', 'Netflix Netflix Netflix', 'Spotify Engineering', 'Netflix')).toBe('Spotify');
  });

  const title = 'A Data Lake That Grew Up';
  const text =
    'Uber had one. Then Lyft asked for another. Uber moved first, Lyft second. What Uber learned, Lyft uses.';

  it('fills what our rules leave open, where we know it and the article names it', () => {
    expect(settled(title, text, 'InfoQ')).toBe('InfoQ');
    expect(settled(title, text, 'InfoQ', 'Lyft')).toBe('Lyft');
  });

  it.each([
    ['twice', 'Netflix had one. Uber had another, and Netflix had a third.', 'Netflix'],
    ['by a word of its own', 'Target sets came first. Target files came next. Target hosts came last.', 'Target'],
  ])('is passed over where the article names it %s', (_, words, proposed) => {
    expect(settled(title, words, 'InfoQ', proposed)).toBe('InfoQ');
  });

  it.each([
    ['that the article hardly names', 'Netflix'],
    ['that nobody knows', 'Zebra Holdings'],
    ['that is a sentence', 'Lyft, and click here'],
    ['that is a product', 'Kubernetes Engine'],
    ['that is empty', ''],
  ])('is passed over where it is one %s', (_, proposed) => {
    expect(settled(title, text, 'InfoQ', proposed)).toBe('InfoQ');
  });
});

describe('the themes that a writer proposes', () => {
  const article = anArticle({
    title: 'Moving search to Kafka',
    text: 'We stream changes from Postgres with Debezium and Kafka.\nKubernetes runs the connectors on every node.',
  });
  const ours = tagThemes(article);

  it('stand behind ours where the article has evidence for them', () => {
    const themes = settleThemes(article, { themes: ['containers', 'Databases'] });
    expect(themes).toEqual([...ours, 'containers', 'databases']);
  });

  it('are passed over where nothing speaks for them, or there is no such theme', () => {
    expect(settleThemes(article, { themes: ['quantum', 'media', '@everyone', 'privacy'] })).toEqual(ours);
  });

  it('are none where none are proposed', () => {
    expect(settleThemes(article)).toEqual(ours);
  });
});
