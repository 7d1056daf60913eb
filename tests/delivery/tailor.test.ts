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
