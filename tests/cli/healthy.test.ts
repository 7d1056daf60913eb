import { hostname } from 'node:os';
import { expect, it } from 'vitest';
import { isAtWork } from '../../src/cli/healthy.ts';
import { openPostgresJobs } from '../../src/delivery/jobs/on-postgres.ts';
import { onPostgres, onSqlite } from '../engines.ts';
import { digest, emptyFolder } from './digest.ts';

it('is, where the process that delivers from a file runs, and not before or after', async () => {
  const place = await onSqlite.createPlace();
  const archive = await place.open();
  expect(await isAtWork(place.address)).toBe(false);
  const lock = await archive.acquireDeliveryLock();
  expect(await isAtWork(place.address)).toBe(true);
  lock?.release();
  expect(await isAtWork(place.address)).toBe(false);
  await archive.close();
  await place.remove();
});

it('is, where one of the processes that share a server is of this machine', async () => {
  const place = await onPostgres.createPlace();
  if ('path' in place.address) throw new Error('This is about processes that share a server.');
  expect(await isAtWork(place.address)).toBe(false);
  const jobs = await openPostgresJobs({ ...place.address, name: 'worker', tell: () => {} });
  expect(await isAtWork(place.address)).toBe(true);
  expect(await isAtWork(place.address, `not ${hostname()}`)).toBe(false);
  await jobs.stop();
  expect(await isAtWork(place.address)).toBe(false);
  await place.remove();
});

it('ends with 1 and says what to do, where nothing runs', async () => {
  const { code, stdout, stderr } = await digest(['healthy'], { cwd: emptyFolder() });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toBe('Nothing is at work on data/archive.db from here. Start it: `npm start`.\n');
});
