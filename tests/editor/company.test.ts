import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TellerKind } from '../../src/edition/source.ts';
import { attributeCompany, explainCompany } from '../../src/editor/company.ts';
import { shared } from '../material.ts';
import { headlines } from './company-headlines.ts';

const about = (title: string, source: string, text = ''): string => attributeCompany({ title, text, source });

describe('the company that a story is about', () => {
  describe.each(Object.entries(headlines))('as told by %s', (source, rows) => {
    it.each(rows)('%s → %s', (title, company) => {
      expect(about(title, source)).toBe(company);
    });
  });

  it.each([
    ['How uber built its ledger', 'ByteByteGo'],
    ['Visa Rules for Travelling Speakers', 'InfoQ'],
    ['The Line Between Testing and Monitoring', 'InfoQ'],
    ['', 'ByteByteGo'],
    ['—: ', 'InfoQ'],
    ['🚀', 'InfoQ'],
  ])('takes no name from a word that only looks like one: %j', (title, source) => {
    expect(about(title, source)).toBe(source);
  });
});

describe('a hostile title', () => {
  it.each(['Really ', 'How X ', 'Uber and ', "A's ", 'at At '])(
    'of %j a hundred thousand times is read to its end',
    part => {
      expect(about(part.repeat(100_000), 'InfoQ')).toBeTypeOf('string');
      expect(about(part.repeat(100_000), 'OpenAI Blog')).toBeTypeOf('string');
    },
  );

  it('is only data: any text gets some company, never an empty one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...Object.keys(headlines)), (title, source) => {
        expect(about(title, source, title)).not.toBe('');
      }),
      { seed: 42, numRuns: 300 },
    );
  });
});

describe('the text of an article', () => {
  const opening = 'Every trip at Lyft starts with a price. The Lyft pricing team rebuilt it last year.';

  it('decides where the title of an explainer names nobody', () => {
    expect(about('Pricing in Real Time', 'ByteByteGo', `${opening}\nAt Lyft the model runs on GPUs.`)).toBe('Lyft');
  });

  it('does not overrule a title that names its company', () => {
    expect(about('How Uber Sets Prices', 'ByteByteGo', `${opening}\nLyft again.`)).toBe('Uber');
  });

  it('does not take a company that is only an example', () => {
    expect(about('Pricing in Real Time', 'ByteByteGo', 'Prices move.\nLyft does so, Lyft did, Lyft will.')).toBe(
      'ByteByteGo',
    );
    expect(about('Pricing in Real Time', 'ByteByteGo', `${opening} Uber does too. Uber, in fact, was first.`)).toBe(
      'ByteByteGo',
    );
  });

  it('does not overrule a series', () => {
    expect(about('EP210: Prices', 'ByteByteGo', `${opening}\nLyft again.`)).toBe('ByteByteGo');
  });

  it('is not looked at where a blog tells of its own work', () => {
    expect(about('Pricing in Real Time', 'Yelp Engineering and Product Blog', `${opening}\nLyft again.`)).toBe('Yelp');
  });
});

describe('a blog that the operator added', () => {
  it('is taken for its company by name, spelt as we spell it', () => {
    expect(about('Sharding our ledger', 'Doordash Engineering')).toBe('DoorDash');
    expect(about('Sharding our ledger', 'Quintara Tech Blog')).toBe('Quintara');
  });

  it('follows what the catalogue says of it', () => {
    const told = (title: string, tells?: TellerKind): string =>
      attributeCompany({
        title,
        text: '',
        source: 'Pluribus',
        publisher: { company: 'Amazon Web Services', ...(tells && { tells }) },
      });
    expect(told('Sharding our ledger')).toBe('AWS');
    expect(told('How Monzo Shards Its Ledger', 'news')).toBe('Monzo');
  });
});

describe('the explanation of an attribution', () => {
  it('names the kind of blog and the figure of speech that decided', () => {
    expect(explainCompany({ title: 'How Lyft Prices Rides', text: '', source: 'ByteByteGo' })).toEqual({
      company: 'Lyft',
      isDefault: false,
      reasons: ['ByteByteGo tells of others', 'the title asks how or why of Lyft'],
    });
  });

  it('says so when nothing was found', () => {
    expect(explainCompany({ title: 'Caching, Explained', text: '', source: 'ByteByteGo' }).reasons).toEqual([
      'neither title nor text is about one company',
    ]);
  });
});

const labelled = shared('fixtures/companies.tsv');

describe.skipIf(!existsSync(labelled))('the labelled headlines of ../shared (skipped where it is absent)', () => {
  const rows = existsSync(labelled) ? readFileSync(labelled, 'utf8').trim().split('\n').slice(1) : [];

  it('gets at least 42 of 44 right from title and source alone', () => {
    const wrong = rows.filter(row => {
      const [title = '', source = '', company = ''] = row.split('\t');
      return about(title, source) !== company;
    });
    expect(rows).toHaveLength(44);
    expect(wrong.length).toBeLessThanOrEqual(2);
  });
});
