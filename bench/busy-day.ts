/** A day with much to tell and many channels to tell it to: what delivery is measured on. */
import type { Archive } from '../src/archive/archive.ts';
import { inBatches } from '../src/archive/batches.ts';
import { saveEdition } from '../src/archive/editions.ts';
import type { Edition, Entry } from '../src/edition/edition.ts';
import { type Subscription, weekdays } from '../src/edition/subscription.ts';
import { themes } from '../src/edition/theme.ts';

export const date = '2026-04-01';
/** By then it is past nine in the morning of that day everywhere. */
export const now = `${date}T20:00:00Z`;
/** Messages in which the edition is told: the Signal, the Deep Dives, the patterns and the rest. */
export const parts = 18;

const deepDives = parts - 3;
const madeAt = `${date}T05:00:00Z`;
const subscribedAt = '2026-01-01T00:00:00Z';

const themeOf = (place: number): string => themes[place % themes.length]?.slug ?? 'databases';
const companyOf = (place: number): string => `Company ${place}`;

/** As long as a true one. */
const anEntry = (_: unknown, place: number): Entry => {
  const problem = `${companyOf(place)} lost ${place + 2} hours a week to lock waits, as every write of the ledger took the same lock.`;
  const approach = `The team moved the ledger to append-only storage, and let each of its ${place + 4} readers keep a place of its own.`;
  const tradeoff = 'Reads pay for it: a balance is now a sum over up to 300 rows, of which the last are cached.';
  const lesson = 'A lock that is never waited for in tests can still be the slowest part of a system that runs.';
  return {
    id: `entry-${place}`,
    title: `Moving ledger ${place} to append-only storage`,
    company: companyOf(place),
    source: `${companyOf(place)} Engineering`,
    url: `https://blog.example/ledger/${place}`,
    published: madeAt,
    themes: [themeOf(place), themeOf(place + 1)],
    body: [problem, approach, tradeoff, lesson].join(' '),
    facets: { problem, approach, tradeoff, lesson },
    grounding: [],
  };
};

const edition = (): Edition => {
  const entries = Array.from({ length: deepDives }, anEntry);
  const told = entries.slice(0, 3).map(({ id }) => id);
  return {
    date,
    title: `Engineering @ Scale — ${date}`,
    signal: { headline: 'Ledgers: 3 companies in one day', body: entries[0]?.body ?? '', entries: told },
    deepDives: entries,
    patterns: [{ theme: themeOf(1), body: entries[1]?.body ?? '', entries: told }],
    alsoPublished: entries.map(({ company, source, url }) => ({ title: `${company} hires`, company, source, url })),
    sources: entries.map(({ source }) => ({ name: source, status: 'ok', items: 1 })),
    writer: 'extractive',
    usage: { calls: 0, tokensIn: 0, tokensOut: 0, cached: 0, seconds: 0 },
  };
};

const zones = ['Pacific/Auckland', 'Asia/Tokyo', 'Asia/Kolkata', 'Europe/Berlin', 'America/New_York', 'UTC'];

/** A channel that wants everything, at a time and in a zone that many others have as well. */
export const aSubscription = (channel: string, place: number): Subscription => ({
  platform: 'slack',
  workspace: 'T1',
  channel,
  themes: [],
  companies: [],
  at: `0${6 + (place % 4)}:00`,
  timeZone: zones[place % zones.length] ?? 'UTC',
  weekdays,
  tellsQuietDays: false,
  subscriber: 'U1',
});

/** One in two wants everything; the others one of some forty choices of themes and companies. */
export const filterOf = (place: number): Pick<Subscription, 'themes' | 'companies'> => {
  if (place % 2 === 0) return { themes: [], companies: [] };
  const choice = place % 41;
  return {
    themes: choice % 3 === 0 ? [] : [themeOf(choice)],
    companies: choice % 3 === 1 ? [] : [companyOf(choice % deepDives), companyOf((choice * 2) % deepDives)],
  };
};

/** Keeps the edition of the day, and who is to get it. */
export const fillArchive = async (archive: Archive, subscriptions: readonly Subscription[]): Promise<void> => {
  await saveEdition(archive, edition(), { until: madeAt, builtAt: madeAt });
  const rows = subscriptions.map(subscription => ({
    platform: subscription.platform,
    workspace: subscription.workspace,
    channel: subscription.channel,
    subscription: JSON.stringify(subscription),
    created_at: subscribedAt,
    saved_at: subscribedAt,
    suspended_at: null,
    suspended_for: null,
    told_at: null,
  }));
  for (const batch of inBatches(rows)) await archive.db.insertInto('subscriptions').values(batch).execute();
};
