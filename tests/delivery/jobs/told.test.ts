import { describe, expect, it } from 'vitest';
import { ArchiveError } from '../../../src/archive/archive-error.ts';
import { withPostgresErrors } from '../../../src/archive/postgres-errors.ts';
import { errorTold } from '../../../src/delivery/jobs/told.ts';

const inWords = (told: unknown): Promise<unknown> =>
  withPostgresErrors('the Postgres database digest', () => Promise.reject(errorTold(told))).catch(error => error);

describe('what pg-boss tells of a failure as an object that is no error', () => {
  it('is told in words where the server does not answer, as an error of the network is', async () => {
    const told = {
      errno: -111,
      code: 'ECONNREFUSED',
      message: 'connect ECONNREFUSED 127.0.0.1:5432',
      stack: 'Error: …',
    };
    const error = await inWords(told);
    expect(error).toBeInstanceOf(ArchiveError);
    expect(error).toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('does not answer (connect ECONNREFUSED 127.0.0.1:5432)'),
    });
  });

  it('is told by its state where the server said it', async () => {
    const told = { severity: 'ERROR', code: '25006', message: 'cannot execute UPDATE in a read-only transaction' };
    expect(await inWords(told)).toMatchObject({
      code: 'unwritable',
      message: expect.stringContaining('can only be read'),
    });
  });

  it('stays what it is where it is an error, or says nothing', () => {
    const error = new TypeError('a fault of ours');
    expect(errorTold(error)).toBe(error);
    expect(errorTold(undefined)).toBeUndefined();
  });
});
