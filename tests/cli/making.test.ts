/** The making of editions while the bots run. */
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliveryKey, finishDelivery, getDelivery, planDeliveries } from '../../src/archive/deliveries.ts';
import { latestEdition, listEditions } from '../../src/archive/editions.ts';
import { sourceHealth } from '../../src/archive/health.ts';
import { gatherByJobs } from '../../src/cli/gather.ts';
import { createMaker } from '../../src/cli/making.ts';
import { type Parts, recordedParts } from '../../src/cli/parts.ts';
import { loggedProgress } from '../../src/cli/progress.ts';
import { readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/delivery/clock.ts';
import { createInProcessJobs } from '../../src/delivery/jobs/in-process.ts';
import type { Jobs } from '../../src/delivery/jobs/jobs.ts';
import { openPostgresJobs } from '../../src/delivery/jobs/on-postgres.ts';
import { silentMeter } from '../../src/edition/meter.ts';
import { onPostgres } from '../engines.ts';

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

  it('has every reading of a source counted, by how it went', async () => {
    const outcomes: string[] = [];
    parts = { ...parts, meter: { ...silentMeter, sourceRead: outcome => outcomes.push(outcome) } };
    await make();
    const { sources = [] } = (await latestEdition(parts.archive)) ?? {};
    expect(outcomes).toHaveLength(parts.sources.length);
    expect(outcomes.toSorted()).toEqual(sources.map(({ status }) => status).toSorted());
  });

  it('is told of with why, where it could not be made', async () => {
    const jobs = createInProcessJobs({ clock: systemClock });
    const failures: string[] = [];
    const nowhere = {
      name: 'Nowhere',
      company: 'Acme',
      site: 'http://127.0.0.1:1/',
      feeds: ['http://127.0.0.1:1/feed'],
    };
    const making = createMaker(
      { ...parts, sources: [nowhere] },
      {
        jobs,
        progress: loggedProgress(logger),
        logger,
        onFailure: (date, reason) => failures.push(`${date} ${reason}`),
        stopping: new AbortController().signal,
      },
    );
    await making();
    await jobs.stop();
    expect(failures).toEqual([expect.stringMatching(/^2026-\d\d-\d\d None of 1 source could be read\./)]);
  });

  it('has the ledger forget the parts of a month ago, and no channel that it had them', async () => {
    for (const edition of ['2026-02-01', '2026-03-30']) await deliver(edition);
    await make();
    expect(await planned()).toEqual(['"2026-03-30"']);
    expect(await getDelivery(parts.archive, { ...channel, edition: '2026-02-01' })).toMatchObject({
      outcome: 'posted',
    });
  });

  it('is not asked for any more once it was given up, and that of the next day is', async () => {
    const asked: string[] = [];
    const date = '2026-04-01';
    const jobs: Jobs = {
      ...createInProcessJobs({ clock: systemClock }),
      deadLetters: async () => [
        { kind: 'edit', key: date, data: { date }, reason: 'No source could be read.', since: date },
      ],
      ask: async (kind, wanted) => void asked.push(...wanted.map(({ key }) => `${kind.name} ${key}`)),
    };
    const makeAt = (now: string) => {
      const stopping = AbortSignal.abort();
      const options = { jobs, progress: loggedProgress(logger), logger, stopping };
      return createMaker({ ...parts, now: () => new Date(now) }, options)();
    };
    await makeAt('2026-04-01T12:00:00Z');
    expect(asked).toEqual([]);
    await makeAt('2026-04-02T12:00:00Z');
    expect(asked).toEqual(['edit 2026-04-02']);
  });

  it('counts a source that nobody has read in time as failed, with that reason', async () => {
    const { archive, sources } = parts;
    const unread = sources.slice(0, 2);
    const gather = gatherByJobs({ ask: async () => {} }, AbortSignal.abort());
    const statuses = await gather({ ...parts, sources: unread }, loggedProgress(logger));
    expect(statuses).toMatchObject(unread.map(({ name }) => ({ name, status: 'failed', code: 'not-read' })));
    expect(await sourceHealth(archive)).toHaveLength(2);
  });
});

describe('the edition that is due to several processes', () => {
  it('is made by one of them, of what all of them have read', async () => {
    const place = await onPostgres.createPlace();
    if ('path' in place.address) throw new Error('This is about processes that share a server.');
    const { postgresUrl } = place.address;
    const fail = (error: unknown) => {
      throw error;
    };
    const said: string[] = [];
    const telling = pino({ level: 'info' }, { write: line => said.push(line) });
    const processes = await Promise.all(
      ['worker', 'worker', 'all'].map(async name => {
        const archive = await place.open();
        const recorded = await recordedParts(readConfig({}));
        const jobs = await openPostgresJobs({ postgresUrl, name, tell: fail });
        const stopping = new AbortController().signal;
        const progress = loggedProgress(telling);
        const make = createMaker({ ...recorded, archive }, { jobs, progress, logger: telling, stopping });
        return { make, close: () => Promise.all([jobs.stop(), recorded.close()]).then(() => archive.close()), archive };
      }),
    );
    await Promise.all(processes.map(({ make }) => make()));
    const [one] = processes;
    if (one === undefined) throw new Error('There is one.');
    expect((await listEditions(one.archive)).map(({ date }) => date)).toEqual(['2026-04-01']);
    expect(said.filter(line => line.includes('Edition of 2026-04-01: '))).toHaveLength(1);
    expect((await sourceHealth(one.archive)).length).toBeGreaterThan(20);
    expect((await sourceHealth(one.archive)).filter(({ code }) => code === 'not-read')).toEqual([]);
    for (const { close } of processes) await close();
    await place.remove();
  });
});
