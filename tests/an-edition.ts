/** A small, complete edition for tests that show or store one; each test overrides what it is about. */
import type { Edition, Entry } from '../src/edition/edition.ts';

export const anEntry = (overrides: Partial<Entry> = {}): Entry => ({
  id: 'aaaaaaaaaaaa',
  title: 'Moving the ledger to append-only storage',
  company: 'Acme',
  source: 'Acme Engineering',
  url: 'https://acme.example/ledger',
  published: '2026-04-01T05:00:00Z',
  themes: ['databases', 'migrations'],
  body: 'Acme lost 3 hours to lock waits each week. The team moved the ledger to append-only storage.',
  facets: {
    problem: 'Acme lost 3 hours to lock waits each week.',
    approach: 'The team moved the ledger to append-only storage.',
  },
  grounding: [
    { sentence: 'Acme lost 3 hours to lock waits each week.', supported: true, missing: [] },
    { sentence: 'The team moved the ledger to append-only storage.', supported: true, missing: [] },
  ],
  ...overrides,
});

export const anEdition = (overrides: Partial<Edition> = {}): Edition => {
  const second = anEntry({
    id: 'bbbbbbbbbbbb',
    title: 'Sharding without tears',
    company: 'Globex',
    source: 'Globex Blog',
    url: 'https://globex.example/shards',
    body: 'Globex split one table over 12 shards. Each shard moves on its own.',
    facets: { approach: 'Globex split one table over 12 shards.', lesson: 'Each shard moves on its own.' },
    grounding: [],
  });
  return {
    date: '2026-04-01',
    title: 'Engineering @ Scale — 2026-04-01',
    signal: {
      headline: 'Databases: 2 companies in one day',
      body: 'Acme lost 3 hours to lock waits each week.',
      entries: ['aaaaaaaaaaaa'],
    },
    deepDives: [anEntry(), second],
    patterns: [
      {
        theme: 'databases',
        body: 'Acme: The team moved the ledger to append-only storage. Globex: Globex split one table over 12 shards.',
        entries: ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'],
      },
    ],
    alsoPublished: [
      { title: 'Acme wins an award', company: 'Acme', source: 'Acme Engineering', url: 'https://acme.example/award' },
    ],
    sources: [
      { name: 'Acme Engineering', status: 'ok', items: 2 },
      { name: 'Globex Blog', status: 'ok', items: 1 },
      {
        name: 'Initech Blog',
        status: 'failed',
        items: 0,
        reason: '404 Not Found at https://initech.example/feed',
        since: '2026-03-30T06:00:00Z',
      },
    ],
    writer: 'extractive',
    usage: { calls: 0, tokensIn: 0, tokensOut: 0, cached: 0, seconds: 0 },
    ...overrides,
  };
};
