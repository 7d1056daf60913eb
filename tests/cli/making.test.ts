/** The making of editions while the bots run. */
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliveryKey, finishDelivery, getDelivery, planDeliveries } from '../../src/archive/deliveries.ts';
import { listEditions } from '../../src/archive/editions.ts';
import { createMaker } from '../../src/cli/making.ts';
import { type Parts, recordedParts } from '../../src/cli/parts.ts';
import { loggedProgress } from '../../src/cli/progress.ts';
import { readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/delivery/clock.ts';
import { createInProcessJobs } from '../../src/delivery/jobs/in-process.ts';

const channel = { platform: 'slack', workspace: 'T1', channel: 'C1' } as const;
const logger = pino({ level: 'silent' });

describe('the edition that is due', () => {
  let parts: Parts;
  beforeEach(async () => {
    parts = await recordedParts(readConfig({}));
  });
  afterEach(() => parts.close());

  const make = () => {
    const jobs = createInProcessJobs({ clock: systemClock });
    const stopping = new AbortController().signal;
    return createMaker(parts, { jobs, progress: loggedProgress(logger), logger, stopping })();
  };
  const deliver = async (edition: string) => {
    const part = { place: 'parent', payload: edition } as const;
    await planDeliveries(parts.archive, [{ edition, parts: [part], channels: [channel] }], `${edition}T08:00:00Z`);
    await finishDelivery(parts.archive, deliveryKey({ ...channel, edition }), 'posted', `${edition}T08:00:00Z`);
  };
  const planned = async () =>
    (await parts.archive.db.selectFrom('plans').select('payload').execute()).map(({ payload }) => payload);

  it('is made, and then not again', async () => {
    await make();
    const made = await listEditions(parts.archive);
    expect(made).toHaveLength(1);
    await make();
    expect(await listEditions(parts.archive)).toEqual(made);
  });

  it('has the ledger forget the parts of a month ago, and no channel that it had them', async () => {
    for (const edition of ['2026-02-01', '2026-03-30']) await deliver(edition);
    await make();
    expect(await planned()).toEqual(['"2026-03-30"']);
    expect(await getDelivery(parts.archive, { ...channel, edition: '2026-02-01' })).toMatchObject({
      outcome: 'posted',
    });
  });
});
