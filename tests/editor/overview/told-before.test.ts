import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/edition/edition.ts';
import { toldBefore } from '../../../src/editor/overview/told-before.ts';
import { anEntry } from '../an-entry.ts';

const title = 'Vault moves its storage to an append-only log';
const told = anEntry({
  id: 'told',
  title,
  company: 'HashiCorp',
  source: 'HashiCorp Blog',
  url: 'https://hashicorp.example/vault-log',
});
const on = (date: string, ...deepDives: readonly Entry[]) => ({ date, deepDives });
const recent = [on('2026-11-25', told), on('2026-11-23', anEntry({ id: 'other' }))];

/** Of an entry like the one that was told, but for `parts`. */
const dateOf = (parts: Partial<Entry>, editions = recent) => {
  const { facets: _, ...rest } = told;
  return toldBefore(
    [{ ...rest, facets: told.facets, id: 'again', url: 'https://other.example/again', ...parts }],
    editions,
  ).get('again');
};

/** So long that it is no boilerplate. */
const long = `Writes of Vault wait for a lock that every tenant shares, and at 40,000 writes a second the lock is held for a third of the time.
The team moved the storage to an append-only log, of which each tenant has a part of its own, so that no writer waits for another.
Reads go to an index that is built from the log and may lag it by 200 milliseconds.
It is the index that has to be rebuilt after a crash, which takes nine minutes for the largest tenant.`;

describe('a story is told before', () => {
  it.each<[string, Partial<Entry>]>([
    [
      'under the same address',
      { title: 'Renamed', url: 'http://www.hashicorp.example/vault-log/?utm_source=feed#top' },
    ],
    ['under the same headline on another blog', { source: 'InfoQ' }],
    ['under the headline without its subtitle', { source: 'InfoQ', title: `${title}: why, and at what price` }],
    [
      'as another blog’s word on the announcement',
      { source: 'InfoQ', title: 'HashiCorp Vault moves storage to a log' },
    ],
  ])('%s', (_, parts) => {
    expect(dateOf(parts)).toBe('2026-11-25');
  });

  it('with the same sentences', () => {
    const editions = [on('2026-11-25', { ...told, body: long })];
    expect(dateOf({ title: 'A new store', body: long }, editions)).toBe('2026-11-25');
  });

  it('under the same id', () => {
    expect(toldBefore([{ ...told, title: 'Renamed', url: 'https://moved.example' }], recent).get('told')).toBe(
      '2026-11-25',
    );
  });

  it('since the first of several editions', () => {
    const editions = [on('2026-11-27', told), on('2026-11-24', told), on('2026-11-26', told)];
    expect(dateOf({ source: 'InfoQ' }, editions)).toBe('2026-11-24');
  });
});

describe('a story is new', () => {
  it.each<[string, Partial<Entry>]>([
    ['under another headline', { source: 'InfoQ', title: 'Vault rotates database credentials every hour' }],
    ['of another company', { source: 'InfoQ', company: 'Acme' }],
    ['as the next instalment', { source: 'InfoQ', title: `${title}, part 2` }],
    ['of the same blog, which names a series alike', { title }],
    ['under a headline that names no story', { source: 'InfoQ', title: 'HashiCorp: Vault storage' }],
  ])('%s', (_, parts) => {
    expect(dateOf(parts)).toBeUndefined();
  });

  it('beside others of its day', () => {
    expect(toldBefore([told, { ...told, id: 'again', source: 'InfoQ' }], []).size).toBe(0);
  });
});
