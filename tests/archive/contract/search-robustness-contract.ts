/** Words of a look-up are data: none is read as the search syntax of an engine. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { saveEdition } from '../../../src/archive/editions.ts';
import { search } from '../../../src/archive/search.ts';
import { parseQuery } from '../../../src/edition/query.ts';
import { QueryError } from '../../../src/edition/query-error.ts';
import { anEdition } from '../../an-edition.ts';
import { archiveForAll, type CreatePlace } from './place.ts';

export const searchRobustnessContract = (createPlace: CreatePlace): void => {
  describe('the words of a look-up', () => {
    const archive = archiveForAll(createPlace);

    beforeAll(async () => {
      const edition = anEdition();
      await saveEdition(archive(), edition, { until: '2026-04-01T06:00:00Z', builtAt: '2026-04-01T06:00:00Z' });
    });

    const ids = async (words: string) => (await search(archive(), parseQuery(words))).entries.map(({ id }) => id);

    it.each([
      'ledger AND append',
      'ledger NOT append',
      'NOT ledger',
      'ledger*',
      '-ledger',
      '^ledger',
      '(ledger',
      'ledger)',
      "ledger'",
      'ledger;',
      'append-only',
      'ledger + append',
      '{moving} ledger',
      '"ledger" *',
      '"the ledger" !',
      'ledger\u0000append',
      'ledger \\ append',
      'ledger % _',
    ])('%s finds the entry on a ledger', async words => {
      expect(await ids(words)).toEqual(['aaaaaaaaaaaa']);
    });

    it.each(['NEAR(ledger append)', 'rowid', "' or 1=1 --", 'entries_fts', 'labels'])(
      '%s are words like others, which no entry has',
      async words => {
        expect(await ids(words)).toEqual([]);
      },
    );

    /** Any code units, halves of surrogate pairs too. */
    const anything = fc.uint16Array({ maxLength: 12 }).map(codes => String.fromCharCode(...codes));
    const pieces = fc.array(
      fc.oneof(
        anything,
        fc.constantFrom(
          '"',
          '*',
          'AND',
          'NEAR(',
          'company:',
          'title:',
          '-',
          '^',
          '(',
          ')',
          '{',
          '\0',
          '\u0301',
          'ledger',
        ),
      ),
      { maxLength: 12 },
    );

    it('are understood or refused, whatever they are, and never fail', async () => {
      await fc.assert(
        fc.asyncProperty(pieces, async parts => {
          const words = parts.join(' ');
          try {
            const { total, entries } = await search(archive(), parseQuery(words));
            expect(entries).toHaveLength(total);
          } catch (error) {
            expect(error).toBeInstanceOf(QueryError);
          }
        }),
        { seed: 20_260_401, numRuns: 100 },
      );
    });
  });
};
