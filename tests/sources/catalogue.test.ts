import { describe, expect, it } from 'vitest';
import type { TellerKind } from '../../src/edition/source.ts';
import { addSources, dropSource, UnknownSourceError } from '../../src/sources/catalogue/source-list.ts';
import { catalogue } from '../../src/sources/catalogue.ts';

describe('the catalogue', () => {
  it('has the 31 blogs, each by a name of its own', () => {
    expect(new Set(catalogue.map(source => source.name)).size).toBe(31);
    expect(catalogue).toHaveLength(31);
  });

  it.each(catalogue.map(source => [source.name, source] as const))(
    '%s: a company, a site and a way to its items',
    (_, source) => {
      const addresses = [source.site, ...source.feeds, ...(source.page === undefined ? [] : [source.page.url])];
      expect(addresses.every(address => URL.parse(address)?.protocol === 'https:')).toBe(true);
      expect(addresses.length).toBeGreaterThan(1);
      expect(source.company).not.toBe('');
      expect(source.tells).toBeDefined();
    },
  );

  it('names the one feed of two Netflix sources alike, so that it is fetched once', () => {
    const netflix = catalogue.filter(source => source.company === 'Netflix');
    expect(netflix.map(source => source.name)).toEqual(['Netflix Tech Blog', 'The Netflix Tech Blog']);
    expect(netflix[0]?.feeds).toEqual(netflix[1]?.feeds);
  });

  it('marks the blogs that mostly tell of other companies', () => {
    const namesOf = (kind: TellerKind) => catalogue.filter(({ tells }) => tells === kind).map(({ company }) => company);
    expect(namesOf('news')).toEqual(['InfoQ', 'DeepLearning.AI']);
    expect(namesOf('explainer')).toEqual(['ByteByteGo']);
    expect(namesOf('essays')).toEqual(["O'Reilly"]);
  });
});

describe('the list of the operator', () => {
  const [airbnb, aws] = catalogue;
  if (airbnb === undefined || aws === undefined) throw new TypeError('the catalogue is empty');
  const acme = { ...airbnb, name: 'Acme', feeds: ['https://acme.example/feed'] };

  it('takes a new source at the end', () => {
    expect(addSources([airbnb, aws], [acme])).toEqual([airbnb, aws, acme]);
  });

  it('replaces a source of the same name where it stands', () => {
    const moved = { ...airbnb, feeds: ['https://airbnb.example/feed'] };
    expect(addSources([airbnb, aws], [moved])).toEqual([moved, aws]);
  });

  it('drops a source by its name, in any case', () => {
    expect(dropSource([airbnb, aws], 'airbnb engineering ')).toEqual([aws]);
  });

  it('names the sources that there are when one is to be dropped that is not', () => {
    expect(() => dropSource([airbnb], 'Airbnc')).toThrow(UnknownSourceError);
    expect(() => dropSource([airbnb], 'Airbnc')).toThrow('no source named "Airbnc". The list has: Airbnb Engineering.');
  });
});
