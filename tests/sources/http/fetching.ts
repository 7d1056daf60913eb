/** What tests of fetching ask of a fetch: its text, its failure, or that its news is kept. */
import { expect } from 'vitest';
import { FetchError } from '../../../src/sources/http/fetch-error.ts';
import type { Fetch, Fetched } from '../../../src/sources/http/http.ts';

export const textOf = (fetched: Fetched): string => {
  expect(fetched.status).toBe('fresh');
  return fetched.status === 'fresh' ? new TextDecoder().decode(fetched.body) : '';
};

/** Fetches as `collect` does: what is new is stored, then remembered. */
export const fetchAndKeep = async (fetch: Fetch, url: string, ttl?: number): Promise<Fetched['status']> => {
  const fetched = await fetch(url);
  if (fetched.status === 'fresh') await fetched.remember({ ttl });
  return fetched.status;
};

export const failureOf = async (fetching: Promise<unknown>): Promise<FetchError> => {
  const error = await fetching.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof FetchError) return error;
  throw new Error('expected a FetchError', { cause: error });
};
