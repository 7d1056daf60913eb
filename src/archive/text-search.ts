/** What finding entries by their text needs of an engine: SQLite and Postgres index texts each in their own way. */
import type { Kysely } from 'kysely';
import type { EntriesTable, LabelKind, Tables } from './tables.ts';

/** Entries to find: those that have one label of each kind of which there are any, and whose key lies in the bounds. */
export interface Filter {
  readonly labels: Readonly<Record<LabelKind, readonly string[]>>;
  /** Lowest key, included. */
  readonly from: number;
  /** Highest key, excluded. */
  readonly to: number;
}

/** Words and phrases of which an entry must have one. They are data, in which no character has a meaning. */
export type TextTerm = readonly string[];

/** Which of the matches are wanted: `limit` of them, after the first `offset`. Where it is 0 they are only counted. */
export interface Paging {
  readonly limit: number;
  readonly offset: number;
}

/** Keys of the entries of one page, best first, and how many there are on all pages. */
export interface Found {
  readonly keys: readonly number[];
  /** Counted up to `mostCounted`. */
  readonly total: number;
  readonly isTotalExact: boolean;
}

/**
 * Matches are counted and weighed up to here. To weigh a match its text statistics must be read, so for a word that is
 * in every entry the first page would wait for all of them. Among a million entries Postgres weighs a thousand in some 20 ms.
 */
export const mostCounted = 500;

/**
 * A term that more entries may have than these, by the rarest word of each of its alternatives, does not count for the order: by
 * how many a term is weighed, which of a frequent one would take longer than all else. In an archive of no more entries all
 * terms of one alternative count.
 */
export const mostWeighed = 10_000;

/** So many times a word a phrase takes, as its places in each entry must be read. */
const timesForPhrase = 5;

/**
 * What a word or phrase adds to the entries that decide whether its term is weighed.
 * @param words How many it has.
 * @param entries How many have the word of it that the fewest have.
 */
export const weighing = (words: number, entries: number): number => entries * (words > 1 ? timesForPhrase : 1);

/** @param counted how many were found when looking for one more than `mostCounted` */
export const totals = (counted: number): Pick<Found, 'total' | 'isTotalExact'> => ({
  total: Math.min(counted, mostCounted),
  isTotalExact: counted <= mostCounted,
});

/** Whether any entry has this word or phrase. */
export type HasText = (db: Kysely<Tables>, text: string) => Promise<boolean>;

/** What is found of an entry by its text; its themes are JSON, as they are stored. */
export type IndexedEntry = Pick<EntriesTable, 'key' | 'title' | 'body' | 'company' | 'source' | 'themes'>;

/** Makes these entries be found, which were just added. Where an entry is removed, its index goes with it. */
export type IndexEntries = (transaction: Kysely<Tables>, entries: readonly IndexedEntry[]) => Promise<void>;

/** Makes all entries be found, which `pages` has in parts: for an archive that none is found in yet, far faster than one by one. */
export type IndexAll = (transaction: Kysely<Tables>, pages: AsyncIterable<readonly IndexedEntry[]>) => Promise<void>;

/**
 * Finds entries that have every term in title, body, company or themes, whatever the inflection and the accents; `terms` may
 * be none where `filter` has labels. They come by relevance where the total is exact, and newest first where it is not or no term counts.
 */
export type TextSearch = (
  db: Kysely<Tables>,
  terms: readonly TextTerm[],
  filter: Filter,
  page: Paging,
) => Promise<Found>;
