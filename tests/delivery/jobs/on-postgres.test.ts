import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { ArchiveError } from '../../../src/archive/archive-error.ts';
import type { JobKind } from '../../../src/delivery/jobs/jobs.ts';
import { openPostgresJobs, type PostgresJobs } from '../../../src/delivery/jobs/on-postgres.ts';
import { second } from '../../../src/edition/duration.ts';
import { createDatabase, dropDatabase, startPostgres } from '../../postgres/server.ts';

const baking: JobKind<null> = { name: 'bake', data: z.null(), retries: 3, pause: { first: second, longest: second } };
const aLoaf = (key: string) => ({ key, data: null });

/** Looks until it is so. */
const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await pause(5);
};

const opened: PostgresJobs[] = [];
const failures: unknown[] = [];
afterEach(async () => {
  for (const jobs of opened.splice(0)) await jobs.stop();
  failures.splice(0);
});
const open = async (postgresUrl: string, name = 'worker'): Promise<PostgresJobs> => {
  const jobs = await openPostgresJobs({ postgresUrl, name, tell: error => failures.push(error) });
  opened.push(jobs);
  return jobs;
};

describe('processes that share jobs', () => {
  it('may all start at once on a database that has none yet, and are seen while they are alive', async () => {
    const url = await createDatabase(inject('postgres'));
    const all = await Promise.all(['all', 'bot', 'worker', 'worker'].map(name => open(url, name)));
    const baked: string[] = [];
    for (const jobs of all) jobs.work(baking, async ({ key }) => void baked.push(key));
    await Promise.all(all.map(jobs => jobs.ask(baking, [aLoaf('rye'), aLoaf('oat')])));
    await until(() => baked.length >= 2);
    const [one, ...others] = all;
    expect((await one?.instances())?.map(({ name }) => name).toSorted()).toEqual(['all', 'bot', 'worker', 'worker']);
    for (const jobs of others) await jobs.stop();
    expect((await one?.instances())?.map(({ name }) => name)).toEqual(['all']);
    expect(failures).toEqual([]);
    await one?.stop();
    await dropDatabase(url);
  });

  it('have no more of a group in hand than it may, though all look at once', async () => {
    const url = await createDatabase(inject('postgres'));
    const all = await Promise.all(['worker', 'worker', 'worker'].map(name => open(url, name)));
    const end = Promise.withResolvers<undefined>();
    let inHand = 0;
    const work = () => {
      inHand += 1;
      return end.promise;
    };
    const loaves = Array.from({ length: 400 }, (_, place) => ({
      ...aLoaf(`${place}`),
      group: { id: `${place % 40}`, most: 2 },
    }));
    for (const jobs of all) jobs.work(baking, work, { lookEvery: 1 });
    await all[0]?.ask(baking, loaves);
    await until(() => inHand >= 80);
    for (let look = 0; look < 50; look += 1) expect((await all[0]?.depths())?.[0]?.inHand).toBe(80);
    end.resolve(undefined);
    await until(() => inHand === loaves.length);
  });

  it('take up what one has in hand that gives no sign of life, and what that one says of it afterwards does not count', async () => {
    const url = await createDatabase(inject('postgres'));
    const [dying, living] = [await open(url), await open(url)];
    const [late, taken] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    let hasBegun = false;
    const hang = async () => {
      hasBegun = true;
      return late.promise;
    };
    dying.work(baking, hang, { atATime: 1 });
    await dying.ask(baking, [aLoaf('rye')]);
    await until(() => hasBegun);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active'");
    await client.end();
    const tries: number[] = [];
    living.work(baking, async job => {
      tries.push(job.failures);
      return taken.promise;
    });
    await until(() => tries.length === 1);
    expect(tries).toEqual([1]);
    late.resolve(undefined);
    await dying.stop();
    expect(await living.depths()).toEqual([{ kind: 'bake', waiting: 0, inHand: 1 }]);
    taken.resolve(undefined);
    await until(async () => (await living.depths())[0]?.inHand === 0);
    await living.stop();
    await dropDatabase(url);
  });

  it('wait for a Postgres that is down, say so, lose nothing, and go on once it is up', async () => {
    const server = await startPostgres();
    const url = await createDatabase(server.url);
    const jobs = await open(url);
    const baked: string[] = [];
    const oven = Promise.withResolvers<undefined>();
    jobs.work(baking, async ({ key }) => {
      baked.push(key);
      return key === 'rye' ? oven.promise : undefined;
    });
    await jobs.ask(baking, [aLoaf('rye')]);
    await until(() => baked.length === 1);
    await server.stop();
    await expect(jobs.ask(baking, [aLoaf('oat')])).rejects.toThrow(ArchiveError);
    await until(() => failures.length > 0);
    expect(failures.every(error => error instanceof ArchiveError && error.code === 'unreachable')).toBe(true);
    await server.start();
    oven.resolve(undefined);
    await until(
      async () =>
        await jobs.ask(baking, [aLoaf('oat')]).then(
          () => true,
          () => false,
        ),
    );
    await until(() => baked.includes('oat'));
    await jobs.stop();
    await server.close();
  });
});
