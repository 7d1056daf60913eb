/**
 * Has pg-boss read the time of the benchmark: all its statements ask one function for it, `job_now()`, so that a test may wind
 * its clock. Here that function reads a table of one row.
 */
import pg from 'pg';

export interface JobTime {
  /** @param now Milliseconds since 1970. */
  moveTo(now: number): Promise<void>;
  close(): Promise<void>;
}

/** @param url Of a database in which pg-boss has its tables. */
export const takeOverJobTime = async (url: string, now: number): Promise<JobTime> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`
    create unlogged table the_time (now timestamptz not null) with (fillfactor = 10);
    insert into the_time values (to_timestamp(${now / 1_000}));
    create or replace function pgboss.job_now() returns timestamptz language sql stable as 'select now from public.the_time'`);
  return {
    moveTo: async time => void (await client.query('update the_time set now = to_timestamp($1)', [time / 1_000])),
    close: () => client.end(),
  };
};
