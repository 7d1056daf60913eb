import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { editionDue } from '../../src/delivery/edition-due.ts';
import { anEdition } from '../an-edition.ts';
import { archiveForEach } from '../archive/contract/place.ts';
import { quickEngines } from './an-archive.ts';

const making = { at: '08:00', timeZone: 'Europe/Berlin' };
describe.each(quickEngines)('on $engine', ({ createPlace }) => {
  const current = archiveForEach(createPlace);
  let archive: Archive;
  beforeEach(async () => {
    archive = current();
  });

  const keep = (date: string) =>
    saveEdition(archive, anEdition({ date }), { until: `${date}T06:00:00Z`, builtAt: `${date}T06:00:00Z` });

  describe('editionDue', () => {
    it("is today's once its time has come, and once", async () => {
      await keep('2026-04-01');
      expect(await editionDue(archive, making, '2026-04-02T05:59:59Z')).toBeUndefined();
      expect(await editionDue(archive, making, '2026-04-02T06:00:00Z')).toBe('2026-04-02');
      await keep('2026-04-02');
      expect(await editionDue(archive, making, '2026-04-02T06:01:00Z')).toBeUndefined();
    });

    it('complaint 19: is the one of yesterday after a night in which nothing ran', async () => {
      await keep('2026-03-30');
      expect(await editionDue(archive, making, '2026-04-02T03:00:00Z')).toBe('2026-04-01');
    });

    it('comes at once where the archive is empty', async () => {
      expect(await editionDue(archive, making, '2026-04-02T03:00:00Z')).toBe('2026-04-02');
    });

    it('is none where an edition was made by hand before its time', async () => {
      await keep('2026-04-02');
      expect(await editionDue(archive, making, '2026-04-02T06:00:00Z')).toBeUndefined();
    });

    it('is not held up by an edition that was made while the clock was ahead', async () => {
      await keep('2026-04-01');
      await keep('2027-04-01');
      expect(await editionDue(archive, making, '2026-04-02T06:00:00Z')).toBe('2026-04-02');
    });
  });
});
