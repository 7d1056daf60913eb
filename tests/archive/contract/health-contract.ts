/** How sources fare. */
import { describe, expect, it } from 'vitest';
import { recordHealth, sourceHealth } from '../../../src/archive/health.ts';
import type { SourceStatus } from '../../../src/edition/source.ts';
import { archiveForEach, type CreatePlace } from './place.ts';

const ok: SourceStatus = { name: 'Acme', status: 'ok', items: 12 };
const failed: SourceStatus = {
  name: 'Acme',
  status: 'failed',
  items: 0,
  reason: '404 Not Found',
  code: 'status',
  since: '2026-03-30T06:00:00.000Z',
};

export const healthContract = (createPlace: CreatePlace): void => {
  describe('its sources', () => {
    const archive = archiveForEach(createPlace);

    describe('the health of a source', () => {
      it('is how it fared last', async () => {
        await recordHealth(archive(), [ok, { ...failed, name: 'Globex' }], '2026-04-01T06:00:00Z');
        await recordHealth(archive(), [{ ...ok, status: 'unchanged' }], '2026-04-02T06:00:00Z');
        expect(await sourceHealth(archive())).toEqual([
          { name: 'Acme', status: 'unchanged', items: 12, checkedAt: '2026-04-02T06:00:00.000Z' },
          { ...failed, name: 'Globex', checkedAt: '2026-04-01T06:00:00.000Z' },
        ]);
      });

      it('keeps what is wrong with a feed that can be read, until it is mended', async () => {
        const flaws = ['cut-off', 'repeated-ids'] as const;
        await recordHealth(archive(), [{ ...ok, flaws }], '2026-04-01T06:00:00Z');
        expect(await sourceHealth(archive())).toEqual([{ ...ok, flaws, checkedAt: '2026-04-01T06:00:00.000Z' }]);
        await recordHealth(archive(), [ok], '2026-04-02T06:00:00Z');
        expect(await sourceHealth(archive())).toEqual([{ ...ok, checkedAt: '2026-04-02T06:00:00.000Z' }]);
      });

      it('forgets the reason of a failure that is over', async () => {
        await recordHealth(archive(), [failed], '2026-04-01T06:00:00Z');
        await recordHealth(archive(), [ok], '2026-04-02T06:00:00Z');
        expect(await sourceHealth(archive())).toEqual([{ ...ok, checkedAt: '2026-04-02T06:00:00.000Z' }]);
      });
    });
  });
};
