import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTurns, type Turns } from '../../../src/delivery/jobs/in-turn.ts';
import { createDatabase, dropDatabase } from '../../postgres/server.ts';

describe('statements of several processes', () => {
  let url: string;
  let processes: readonly Turns[];
  beforeAll(async () => {
    url = await createDatabase(inject('postgres'));
    processes = [createTurns(url, 2), createTurns(url, 2)];
  });
  afterAll(async () => {
    await Promise.all(processes.map(one => one.close()));
    await dropDatabase(url);
  });
  const inOne: Turns['inTurn'] = (name, work) => turnsOf(0).inTurn(name, work);
  const inOther: Turns['inTurn'] = (name, work) => turnsOf(1).inTurn(name, work);
  const turnsOf = (place: number): Turns => {
    const turns = processes[place];
    if (turns === undefined) throw new Error('The turns are there within a test only.');
    return turns;
  };

  it('of one name are one after the other', async () => {
    const told: string[] = [];
    const first = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const one = inOne('jobs', async () => {
      begun.resolve();
      await first.promise;
      told.push('one');
    });
    await begun.promise;
    const other = inOther('jobs', async () => void told.push('other'));
    first.resolve();
    await Promise.all([one, other]);
    expect(told).toEqual(['one', 'other']);
  });

  it('of other names do not wait', async () => {
    const told: string[] = [];
    await inOne('jobs', async () => {
      await inOther('other jobs', async () => void told.push('other'));
      told.push('one');
    });
    expect(told).toEqual(['other', 'one']);
  });

  it('go on without a turn where the one who has it hangs', async () => {
    const hanging = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const one = inOne('jobs', () => {
      begun.resolve();
      return hanging.promise;
    });
    await begun.promise;
    expect(await inOther('jobs', async db => (await db.executeSql('select 7 as seven')).rows)).toEqual([{ seven: 7 }]);
    hanging.resolve();
    await one;
  });

  it('are undone where one of them fails, and say why; the next goes on', async () => {
    await expect(
      inOne('jobs', async db => {
        await db.executeSql('create table made ()');
        await db.executeSql('select * from nothing');
      }),
    ).rejects.toThrow(/relation "nothing" does not exist/);
    const find = await inOther('jobs', async db => (await db.executeSql("select to_regclass('made') as made")).rows);
    expect(find).toEqual([{ made: null }]);
  });

  it('say so where the connection is lost amid them, and the next gets another', async () => {
    const killer = new pg.Client({ connectionString: url });
    await killer.connect();
    await expect(
      inOne('jobs', async db => {
        const { rows } = await db.executeSql('select pg_backend_pid() as pid');
        await killer.query('select pg_terminate_backend($1)', [rows[0].pid]);
        await db.executeSql('select 1');
      }),
    ).rejects.toThrow();
    await killer.end();
    expect(await inOne('jobs', async () => 'there')).toBe('there');
  });
});
