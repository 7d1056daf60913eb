import { describe, expect, it } from 'vitest';
import { patterns } from '../../../src/editor/overview/patterns.ts';
import { anEntry } from '../an-entry.ts';

const cloudflare = anEntry({
  id: 'c',
  company: 'Cloudflare',
  themes: ['sandboxing', 'zero-trust'],
  facets: {
    problem: 'Plugins reach the whole database.',
    approach: 'Cloudflare built EmDash around isolates. It starts in milliseconds.',
  },
});
const github = anEntry({
  id: 'g',
  company: 'GitHub',
  themes: ['zero-trust', 'supply-chain'],
  facets: { problem: 'Static secrets leak from pipelines.', approach: 'Each run is given a token that expires.' },
});

describe('patterns across companies', () => {
  it('name what each company did, in a sentence of its entry', () => {
    expect(patterns([cloudflare, github])).toEqual([
      {
        theme: 'zero-trust',
        body: 'GitHub: Each run is given a token that expires. Cloudflare built EmDash around isolates.',
        entries: ['g', 'c'],
      },
    ]);
  });

  it('need two companies, not two entries', () => {
    expect(patterns([github, { ...github, id: 'g2' }])).toEqual([]);
  });

  it('take one entry of a company, the one that is surest of the theme', () => {
    const vague = { ...github, id: 'vague', themes: ['supply-chain', 'zero-trust'] };
    expect(patterns([vague, github, cloudflare])[0]?.entries).toEqual(['g', 'c']);
  });

  it('do not tell the same entries twice under another theme', () => {
    const alike = [
      anEntry({ id: 'a', themes: ['databases', 'caching'] }),
      anEntry({ id: 'b', company: 'Globex', themes: ['databases', 'caching'] }),
    ];
    expect(patterns(alike).map(({ theme }) => theme)).toEqual(['databases']);
  });

  it('quote another sentence where an entry stands in two of them', () => {
    const both = anEntry({
      id: 'both',
      company: 'Globex',
      themes: ['databases', 'zero-trust'],
      facets: {
        problem: 'Queries of Globex were slow.',
        approach: 'Globex moved search to an index. Globex built a queue for the changes.',
      },
    });
    const other = anEntry({ id: 'other', company: 'Hooli', themes: ['databases'] });
    const third = anEntry({ id: 'third', company: 'Initech', themes: ['zero-trust'] });
    const bodies = patterns([both, other, third]).map(({ body }) => body);
    expect(bodies).toHaveLength(2);
    expect(bodies.filter(body => body.includes('moved search'))).toHaveLength(1);
    expect(bodies.filter(body => body.includes('built a queue'))).toHaveLength(1);
  });

  it('say again what a company did rather than what it suffered from', () => {
    const both = anEntry({
      id: 'both',
      company: 'Globex',
      themes: ['databases', 'zero-trust'],
      facets: { problem: 'Queries that scanned every row were slow.', approach: 'Globex moved search to an index.' },
    });
    const other = anEntry({ id: 'other', company: 'Hooli', themes: ['databases'] });
    const third = anEntry({ id: 'third', company: 'Initech', themes: ['zero-trust'] });
    const bodies = patterns([both, other, third]).map(({ body }) => body);
    expect(bodies.filter(body => body.includes('moved search'))).toHaveLength(2);
  });

  it('are at most four, of at most four companies each, the strongest first', () => {
    const companies = ['Acme', 'Globex', 'Hooli', 'Initech', 'Umbrella', 'Wonka'];
    const slugs = ['databases', 'zero-trust', 'sandboxing', 'privacy', 'supply-chain', 'vulnerabilities'];
    const entries = slugs.flatMap((slug, rank) =>
      companies.slice(rank > 3 ? 4 : 0).map(company => anEntry({ id: `${slug} ${company}`, company, themes: [slug] })),
    );
    const found = patterns(entries);
    expect(found.map(({ theme }) => theme)).toEqual(slugs.slice(0, 4));
    expect(found.map(({ entries: cited }) => cited.length)).toEqual([4, 4, 4, 4]);
  });

  it.each([[[]], [[github]]])('are none on a quiet day', entries => {
    expect(patterns(entries)).toEqual([]);
  });
});
