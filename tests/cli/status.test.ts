import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { examineJobs } from '../../src/cli/delivery-examinations.ts';
import { status } from '../../src/cli/status.ts';
import type { JobKind } from '../../src/delivery/jobs/jobs.ts';
import { openPostgresJobs, type PostgresJobs } from '../../src/delivery/jobs/on-postgres.ts';
import { hour, minute } from '../../src/edition/duration.ts';
import { onPostgres } from '../engines.ts';
import { digest } from './digest.ts';

const baking: JobKind<null> = { name: 'bake', data: z.null(), retries: 0, pause: { first: minute, longest: minute } };
const circumstances = { now: new Date(Date.now() + 5.5 * minute), timeZone: 'UTC' };

describe('status', () => {
  let place: Awaited<ReturnType<typeof onPostgres.createPlace>>;
  let opened: PostgresJobs[];
  beforeEach(async () => {
    place = await onPostgres.createPlace();
    opened = [];
  });
  afterEach(async () => {
    for (const jobs of opened) await jobs.stop();
    await place.remove();
  });

  const open = async (name: string): Promise<PostgresJobs> => {
    if ('path' in place.address) throw new Error('This is about processes that share a server.');
    const fail = (error: unknown) => {
      throw error;
    };
    const jobs = await openPostgresJobs({ ...place.address, name, tell: fail });
    opened.push(jobs);
    return jobs;
  };
  const text = (retry = false) => status(place.address, { format: 'text', retry }, circumstances);

  /** A worker on which one job failed for good, while one waits for its time and one that nobody does. */
  const aBadDay = async (): Promise<PostgresJobs> => {
    const worker = await open('worker');
    worker.work(baking, async ({ key }) => {
      throw new Error(`The oven is cold for ${key}.`);
    });
    await worker.ask(baking, [
      { key: 'rye', data: null },
      { key: 'oat', data: null, notBefore: new Date(Date.now() + hour) },
    ]);
    await worker.ask({ ...baking, name: 'clean' }, [{ key: 'oven', data: null }]);
    while ((await worker.deadLetters()).length === 0) await pause(5);
    return worker;
  };

  it('says who is at work, what waits and for how long, and what failed for good, with what to do', async () => {
    await aBadDay();
    await open('bot');
    const lines = (await text()).split('\n');
    expect(lines[0]).toMatch(/^2 processes are at work on the Postgres database test_\w+ on 127\.0\.0\.1:\d+:$/);
    expect(lines.slice(1, 3).toSorted()).toEqual([
      expect.stringMatching(/^ {2}bot on .+, process \d+, since \w+ \d+ \w+ at \d\d:\d\d, UTC$/),
      expect.stringMatching(/^ {2}worker on .+, process \d+, since /),
    ]);
    expect(lines.slice(3, 6)).toEqual([
      'Jobs:',
      '  bake: 1 waiting, 0 in hand',
      '  clean: 1 waiting, the oldest for 5 minutes, 0 in hand',
    ]);
    expect(lines[6]).toBe('1 job failed for good:');
    expect(lines[7]).toMatch(/^ {2}bake rye, since \w+ \d+ \w+ at \d\d:\d\d, UTC: The oven is cold for rye\.$/);
    expect(lines[8]).toBe('Once the cause is mended, `status --retry` has them tried again.');
  });

  it('gives what failed for good another chance where that is asked for', async () => {
    const worker = await aBadDay();
    await worker.stop();
    expect(await text(true)).toMatch(/^1 job is tried again\.\n/);
    expect(await text()).toContain('  bake: 2 waiting');
    expect(await text()).toContain('No job has failed for good.');
  });

  it('says so where nobody delivers, or nothing was ever asked for', async () => {
    expect(await text()).toContain('0 processes are at work');
    await open('bot');
    expect(await text()).toContain('None of them delivers. Start one: `run --role worker`.');
    expect(await text()).toContain('Nobody has asked for a job yet.');
  });

  it('is JSON for programs', async () => {
    await aBadDay();
    const env = 'postgresUrl' in place.address ? { DATABASE_URL: place.address.postgresUrl } : {};
    const { code, stdout } = await digest(['status', '--format', 'json'], { env });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      processes: [{ name: 'worker', pid: process.pid }],
      jobs: [
        { kind: 'bake', waiting: 1, inHand: 0 },
        { kind: 'clean', waiting: 1, inHand: 0 },
      ],
      deadLetters: [{ kind: 'bake', key: 'rye', reason: 'The oven is cold for rye.' }],
    });
  });

  it('has nothing to say of an archive in a file, and says who has', async () => {
    const { code, stderr } = await digest(['status']);
    expect(code).toBe(1);
    expect(stderr).toContain('`doctor` says whether it runs and which channels wait');
  });

  it('is what the doctor goes by', async () => {
    const worker = await aBadDay();
    expect(await examineJobs(worker)).toEqual([
      { isWell: true, what: 'The editions are made and delivered by 1 process.' },
      {
        isWell: false,
        what: 'The job bake rye failed for good.',
        remedy: 'The oven is cold for rye. Once that is mended, `status --retry` has it tried again.',
      },
    ]);
    await worker.stop();
    const bot = await open('bot');
    expect(await examineJobs(bot)).toMatchObject([
      { isWell: false, what: 'People are answered, and no process makes and delivers editions.' },
      { isWell: false },
    ]);
  });
});
