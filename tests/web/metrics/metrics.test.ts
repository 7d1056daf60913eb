import { beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../../src/archive/archive.ts';
import { markPosted, saveEdition } from '../../../src/archive/editions.ts';
import { recordHealth } from '../../../src/archive/health.ts';
import { saveSubscription } from '../../../src/archive/subscriptions.ts';
import type { Jobs } from '../../../src/delivery/jobs/jobs.ts';
import { createMetrics } from '../../../src/web/metrics/metrics.ts';
import { anEdition } from '../../an-edition.ts';
import { aSubscription } from '../../delivery/a-subscription.ts';
import { engines } from '../../engines.ts';
import { linesAmiss, readExposition } from './exposition.ts';

const now = () => new Date('2026-04-02T09:00:00Z');
const sources = ['Acme Engineering', 'Globex Blog', 'Initech Blog'];
const builtAt = '2026-04-02T08:00:00Z';

const jobs: Pick<Jobs, 'depths' | 'deadLetters'> = {
  depths: async () => [
    { kind: 'edit', waiting: 2, inHand: 1 },
    { kind: 'collect', waiting: 0, inHand: 0 },
  ],
  deadLetters: async () => [{ kind: 'edit', key: '2026-04-01', data: null, reason: 'No.', since: builtAt }],
};

const read = async (archive: Archive, given: { readonly jobs?: typeof jobs } = { jobs }) =>
  readExposition(await createMetrics({ archive, now, sources, ...given }).text());

describe.each(engines)('how things stand ($engine)', ({ createPlace }) => {
  const withArchive = (test: (archive: Archive) => Promise<void>) => async () => {
    const place = await createPlace();
    const archive = await place.open();
    try {
      await test(archive);
    } finally {
      await archive.close();
      await place.remove();
    }
  };

  it(
    'tells how the last reading of each source went, of those that are on the list',
    withArchive(async archive => {
      const gone = { name: 'Gone Blog', status: 'failed', items: 0 } as const;
      await recordHealth(archive, [...anEdition().sources, gone], builtAt);
      const { value } = await read(archive);
      expect(['ok', 'unchanged', 'failed'].map(status => value('digest_sources', { status }))).toEqual([2, 0, 1]);
    }),
  );

  it(
    'tells how old the last edition is, and since when it is posted once it is',
    withArchive(async archive => {
      const ages = ['digest_last_edition_age_seconds', 'digest_last_edition_posting_age_seconds'];
      const agesNow = async () => {
        const { value } = await read(archive);
        return ages.map(name => value(name));
      };
      expect(await agesNow()).toEqual([undefined, undefined]);
      for (const date of ['2026-04-02', '2026-04-01'])
        await saveEdition(archive, anEdition({ date }), { until: builtAt, builtAt: `${date}T08:00:00Z` });
      expect(await agesNow()).toEqual([3600, undefined]);
      await markPosted(archive, '2026-04-02', '2026-04-02T08:30:00Z');
      expect(await agesNow()).toEqual([3600, 1800]);
    }),
  );

  it(
    'tells how many channels are subscribed on each platform, and of no channel which',
    withArchive(async archive => {
      for (const channel of ['C1', 'C2']) await saveSubscription(archive, aSubscription({ channel }), builtAt);
      const { value } = await read(archive);
      expect(['slack', 'discord'].map(platform => value('digest_subscriptions', { platform }))).toEqual([2, 0]);
      expect(await createMetrics({ archive, now, sources, jobs }).text()).not.toContain('C1');
    }),
  );
});

describe('what Prometheus reads', () => {
  let archive: Archive;
  beforeEach(async () => {
    archive = await openArchive({ path: ':memory:' });
    return () => archive.close();
  });

  it('tells the jobs that wait, are done, and failed for good, by kind', async () => {
    const { value } = await read(archive);
    const ofEach = ['digest_jobs_waiting', 'digest_jobs_in_hand', 'digest_jobs_dead'];
    expect(ofEach.map(name => value(name, { kind: 'edit' }))).toEqual([2, 1, 1]);
    expect(ofEach.map(name => value(name, { kind: 'collect' }))).toEqual([0, 0, 0]);
    expect((await read(archive, {})).family('digest_jobs_waiting')).toBeUndefined();
  });

  it('has what was counted, from nought on', async () => {
    const { meter, text } = createMetrics({ archive, now, sources });
    const before = readExposition(await text());
    expect(before.value('digest_parts_posted_total', { platform: 'discord' })).toBe(0);
    expect(before.value('digest_source_readings_total', { outcome: 'failed' })).toBe(0);
    meter.sourceRead('failed');
    for (let part = 0; part < 3; part += 1) meter.partPosted('discord');
    meter.partFailed('slack', 'refused');
    meter.rateLimited('slack', 30);
    meter.modelReplied('openai:a', { tokensIn: 100, tokensOut: 7 });
    meter.lookedUp(0.004);
    meter.lookedUp(0.2);
    const { value, family } = readExposition(await text());
    expect(value('digest_source_readings_total', { outcome: 'failed' })).toBe(1);
    expect(value('digest_parts_posted_total', { platform: 'discord' })).toBe(3);
    expect(value('digest_part_failures_total', { platform: 'slack', reason: 'refused' })).toBe(1);
    expect(value('digest_rate_limits_total', { platform: 'slack' })).toBe(1);
    expect(value('digest_rate_limit_seconds_total', { platform: 'slack' })).toBe(30);
    const model = { model: 'openai:a' };
    const ofModel = ['digest_model_calls_total', 'digest_model_input_tokens_total', 'digest_model_output_tokens_total'];
    expect(ofModel.map(name => value(name, model))).toEqual([1, 100, 7]);
    const [lookups] = family('digest_lookup_duration_seconds')?.metrics ?? [];
    expect(lookups).toMatchObject({ count: 2, buckets: { '0.005': 1, '0.1': 1, '0.25': 2, '+Inf': 2 } });
  });

  it('is of the text format by the letter, whatever a label holds', async () => {
    const { meter, text } = createMetrics({ archive, now, sources, jobs });
    meter.modelReplied('http://localhost:1/v1#a "b" \\ c\n', { tokensIn: 1, tokensOut: 1 });
    meter.webAnswered({ route: '/:date', status: 200, seconds: 0.001 });
    const told = await text();
    expect(linesAmiss(told)).toEqual([]);
    expect(told.endsWith('\n')).toBe(true);
  });

  it('names each metric once, ours with our prefix, with a help, and counters by their ending', async () => {
    const { families } = await read(archive);
    const names = families.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, help, type } of families) {
      expect(name).toMatch(/^digest_/);
      expect(help).toMatch(/\S/);
      if (type === 'COUNTER') expect(name).toMatch(/_total$/);
    }
    expect(names).toContain('digest_process_cpu_seconds_total');
  });

  it('has the rest where the archive does not answer, and says that it does not', async () => {
    await saveEdition(archive, anEdition(), { until: builtAt, builtAt });
    expect((await read(archive)).value('digest_archive_up')).toBe(1);
    await archive.close();
    const { value, family } = await read(archive);
    expect(value('digest_archive_up')).toBe(0);
    expect(family('digest_last_edition_age_seconds')).toBeUndefined();
    expect(family('digest_sources')).toBeUndefined();
    expect(value('digest_jobs_waiting', { kind: 'edit' })).toBe(2);
    expect(value('digest_parts_posted_total', { platform: 'slack' })).toBe(0);
  });

  it('has the rest where the jobs cannot be asked', async () => {
    const fail = async () => Promise.reject(new Error('No route.'));
    const { value, family } = await read(archive, { jobs: { depths: fail, deadLetters: fail } });
    expect(value('digest_archive_up')).toBe(1);
    expect(family('digest_jobs_waiting')).toBeUndefined();
  });
});
