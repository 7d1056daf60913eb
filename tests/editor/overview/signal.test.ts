import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/edition/edition.ts';
import { chooseSignal } from '../../../src/editor/overview/signal.ts';
import { anEntry } from '../an-entry.ts';

describe('the signal of the day', () => {
  it('is the theme of most companies, not of most entries', () => {
    const signal = chooseSignal([
      anEntry({ id: 'a', company: 'Acme', themes: ['databases'] }),
      anEntry({ id: 'b', company: 'Acme', themes: ['databases'] }),
      anEntry({ id: 'c', company: 'Acme', themes: ['databases'] }),
      anEntry({ id: 'd', company: 'Globex', themes: ['zero-trust'] }),
      anEntry({ id: 'e', company: 'Initech', themes: ['zero-trust'] }),
    ]);
    expect(signal.headline).toBe('Zero trust at Globex and Initech');
    expect(signal.entries).toEqual(['d', 'e']);
  });

  it('prefers a theme of which the entries are surer', () => {
    const signal = chooseSignal([
      anEntry({ id: 'a', company: 'Acme', themes: ['databases', 'zero-trust'] }),
      anEntry({ id: 'b', company: 'Globex', themes: ['databases', 'zero-trust'] }),
    ]);
    expect(signal.headline).toBe('Databases at Acme and Globex');
  });

  it('quotes problem, approach and lesson of its best entry, which it cites first', () => {
    const best = anEntry({
      id: 'best',
      company: 'Globex',
      facets: {
        problem: 'Static secrets leaked from the pipelines of Globex. They were rotated by hand.',
        approach: 'Globex replaced static secrets with identity tokens for each run.',
        tradeoff: 'Old pipelines have to be migrated.',
        lesson: 'Infrastructure should rely on federated identities.',
      },
      themes: ['zero-trust'],
    });
    const signal = chooseSignal([anEntry({ id: 'poor', themes: ['zero-trust'] }), best]);
    expect(signal.entries).toEqual(['best', 'poor']);
    expect(signal.body).toBe(
      'Static secrets leaked from the pipelines of Globex. Globex replaced static secrets with identity tokens for each run. Infrastructure should rely on federated identities.',
    );
  });

  it('leaves out a sentence that leans on one that is not quoted', () => {
    const facets = {
      problem: 'Static secrets leaked from the pipelines.',
      approach: 'Tokens expire after a minute. This replaces the secrets.',
      lesson: 'However, old pipelines remain.',
    };
    expect(chooseSignal([anEntry({ id: 'a', facets })]).body).toBe(
      'Static secrets leaked from the pipelines. Tokens expire after a minute.',
    );
  });

  it('counts the companies that it does not name', () => {
    const companies = ['Acme', 'Globex', 'Hooli', 'Initech', 'Umbrella', 'Wonka'];
    const { headline } = chooseSignal(companies.map(company => anEntry({ id: company, company })));
    expect(headline).toBe('Databases at Acme, Globex, Hooli and 3 more');
  });

  it('of a day without a shared theme is its best entry, under its own title', () => {
    const signal = chooseSignal([anEntry({ id: 'a', title: 'A cache for Acme' })]);
    expect(signal).toEqual({
      headline: 'A cache for Acme',
      body: 'Things were slow at Acme. We built a cache.',
      entries: ['a'],
    });
  });

  it('of an empty day is empty', () => {
    expect(chooseSignal([])).toEqual({ headline: '', body: '', entries: [] });
  });
});

describe('the signal of a day like the one before', () => {
  const shared = ['databases', 'databases', 'zero-trust', 'zero-trust'].map((theme, index) =>
    anEntry({ id: `${theme} ${index}`, company: `Company ${index}`, themes: [theme] }),
  );
  const isNews = (entries: readonly Entry[]) => entries.every(({ themes }) => !themes.includes('databases'));

  it('is another theme that is about as strong', () => {
    expect(chooseSignal(shared).headline).toBe('Databases at Company 0 and Company 1');
    expect(chooseSignal(shared, isNews).headline).toBe('Zero trust at Company 2 and Company 3');
  });

  it('is the same where the others are weaker by far', () => {
    const third = anEntry({ id: 'third', company: 'Hooli', themes: ['databases'] });
    expect(chooseSignal([...shared, third], isNews).headline).toBe('Databases at Company 0, Company 1 and Hooli');
  });

  it('is no story of one company in place of one that several share', () => {
    const alone = anEntry({ id: 'alone', company: 'Hooli', themes: ['search'] });
    const unsure = shared.slice(0, 2).map(entry => ({ ...entry, themes: ['caching', 'databases'] }));
    expect(chooseSignal([...unsure, alone], () => true).entries).toHaveLength(2);
    const isOfSearch = (entries: readonly Entry[]) => entries.every(({ themes }) => themes.includes('search'));
    expect(chooseSignal([...unsure, alone], isOfSearch).entries).toHaveLength(2);
  });
});
