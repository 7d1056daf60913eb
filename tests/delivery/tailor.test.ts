import { describe, expect, it } from 'vitest';
import { editionFor, isQuiet } from '../../src/delivery/tailor.ts';
import { anEdition, anEntry } from '../an-edition.ts';

const edition = anEdition({
  deepDives: [
    anEntry({ id: '1', company: 'Acme', themes: ['databases'] }),
    anEntry({ id: '2', company: 'Globex', themes: ['databases', 'networking'] }),
    anEntry({ id: '3', company: 'Initech', themes: ['zero-trust'] }),
  ],
});
const idsFor = (themes: readonly string[], companies: readonly string[]) =>
  editionFor(edition, { themes, companies }).deepDives.map(({ id }) => id);

describe('editionFor', () => {
  it('is the edition itself for a channel that follows everything', () => {
    expect(editionFor(edition, { themes: [], companies: [] })).toBe(edition);
  });

  it('has the entries of any of the themes or companies, in their order', () => {
    expect(idsFor(['databases'], [])).toEqual(['1', '2']);
    expect(idsFor([], ['Initech'])).toEqual(['3']);
    expect(idsFor(['networking'], ['Acme', 'Initech'])).toEqual(['1', '2', '3']);
  });

  it('chooses its Signal and its patterns among them, so that none cites what the channel does not get', () => {
    const alone = editionFor(edition, { themes: ['zero-trust'], companies: [] });
    expect(alone.signal.entries).toEqual(['3']);
    expect(alone.patterns).toEqual([]);
    const two = editionFor(edition, { themes: ['databases'], companies: [] });
    expect(two.signal.entries.toSorted()).toEqual(['1', '2']);
    expect(two.patterns.map(({ theme }) => theme)).toEqual(['databases']);
  });

  it('keeps Signal and patterns that rest on its entries, with what they say of the days before', () => {
    const goingOn = {
      ...edition,
      signal: { headline: 'A', body: 'They did. Told before, on Friday 27 March.', entries: ['2', '1'] },
      patterns: [{ theme: 'databases', body: 'They did. Third day this week.', entries: ['1', '2'] }],
    };
    const { signal, patterns } = editionFor(goingOn, { themes: ['databases'], companies: [] });
    expect({ signal, patterns }).toEqual({ signal: goingOn.signal, patterns: goingOn.patterns });
  });

  it('makes anew what it has not all entries of, and says nothing of the days before', () => {
    const wide = {
      ...edition,
      signal: { headline: 'A', body: 'They did. Told before, on Friday 27 March.', entries: ['3', '1', '2'] },
      patterns: [{ theme: 'databases', body: 'They did. Third day this week.', entries: ['1', '2', '3'] }],
    };
    const { signal, patterns } = editionFor(wide, { themes: ['databases'], companies: [] });
    expect(signal.entries.toSorted()).toEqual(['1', '2']);
    expect(patterns.map(({ theme, entries }) => [theme, entries.toSorted()])).toEqual([['databases', ['1', '2']]]);
    expect(JSON.stringify({ signal, patterns })).not.toMatch(/Told before|this week/);
  });

  it('adds the patterns of its own entries to those that it keeps, each theme once', () => {
    const pair = anEntry({ id: '4', company: 'Hooli', themes: ['zero-trust', 'databases'] });
    const kept = { theme: 'databases', body: 'They did.', entries: ['1', '2'] };
    const { patterns } = editionFor(
      { ...edition, deepDives: [...edition.deepDives, pair], patterns: [kept] },
      { themes: ['databases', 'zero-trust'], companies: [] },
    );
    expect(patterns).toMatchObject([kept, { theme: 'zero-trust' }]);
  });

  it('lists of what else was published that of its companies', () => {
    expect(editionFor(edition, { themes: [], companies: ['Acme'] }).alsoPublished).toEqual(edition.alsoPublished);
    expect(editionFor(edition, { themes: ['databases'], companies: [] }).alsoPublished).toEqual([]);
  });

  it('is quiet where nothing is left, and only there', () => {
    expect(isQuiet(editionFor(edition, { themes: [], companies: ['Hooli'] }))).toBe(true);
    expect(isQuiet(editionFor(edition, { themes: [], companies: ['Acme'] }))).toBe(false);
    expect(isQuiet(anEdition({ deepDives: [] }))).toBe(false);
  });
});
