/** What finding entries by their text needs of an engine: SQLite and Postgres index texts each in their own way. */
import type { Kysely } from 'kysely';
import type { LabelKind, Tables } from './tables.ts';

/** Entries to find: those that have one label of each kind of which there are any, and whose key lies in the bounds. */
export interface Filter {
  readonly labels: Readonly<Record<LabelKind, readonly string[]>>;
  /** Lowest key, included. */
  readonly from: number;
  /** Highest key, excluded. */
  readonly to: number;
}

/** A word or phrase to find, or the beginning of a word. */
export interface TextTerm {
  readonly match: 'exact' | 'prefix';
  /** Data, in which no character has a meaning. */
  readonly text: string;
}

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** Keys of the entries of one page, best first, and how many there are on all pages. */
export interface Found {
  readonly keys: readonly number[];
  readonly total: number;
  /** By relevance; or, where there are too many to weigh, newest first. */
  readonly order: 'relevance' | 'newest';
}

/** Finds entries that have every term in title, body, company or themes, whatever the inflection and the accents. */
export type TextSearch = (db: Kysely<Tables>, terms: readonly TextTerm[], filter: Filter, page: Page) => Promise<Found>;
