/** Looking up entries in the words of a reader. */
import type { Kysely } from 'kysely';
import type { Query, Term } from '../edition/query.ts';
import type { Archive } from './archive.ts';
import { type FoundEntry, readEntries } from './entries.ts';
import { everyKey, firstKeyAfter, firstKeyOf } from './entry-key.ts';
import { searchLabels } from './label-search.ts';
import { meantNames, suggestionsFor } from './names.ts';
import type { Tables } from './tables.ts';
import { type Filter, type Found, mostCounted, type Paging, type TextTerm } from './text-search.ts';
import { wordsBeginning } from './words.ts';

export interface SearchResult {
  /** One page of them: by relevance, or newest first. */
  readonly entries: readonly FoundEntry[];
  /** How many there are on all pages, counted up to 1,000. */
  readonly total: number;
  readonly isTotalExact: boolean;
  /** Sentences to show with the result: how names were understood, and what to ask instead where nothing was found. */
  readonly notes: readonly string[];
}

/**
 * Finds the entries that `query` asks for. Names may be misspelt. Where no entry has the last word, those are found
 * that have a word which begins with it.
 * @throws ArchiveError `corrupt`.
 */
export const search = async (
  archive: Archive,
  query: Query,
  { limit = 10, offset = 0 }: Partial<Paging> = {},
): Promise<SearchResult> => {
  const { labels, notes, hopeless } = await meantNames(archive.db, query);
  if (hopeless) return { entries: [], total: 0, isTotalExact: true, notes };
  const filter: Filter = { labels, ...keysWithin(query) };
  const { keys, total, isTotalExact, note } = await find(archive, query.terms, filter, { limit, offset });
  const entries = await readEntries(archive.db, keys);
  return { entries, total, isTotalExact, notes: note === undefined ? notes : [...notes, note] };
};

/** The stretch of keys that the dates of a look-up leave. */
const keysWithin = ({ after, before, date }: Query): Pick<Filter, 'from' | 'to'> => {
  const starts = [after, date].filter(day => day !== undefined).map(firstKeyOf);
  const ends = [
    ...(before === undefined ? [] : [firstKeyOf(before)]),
    ...(date === undefined ? [] : [firstKeyAfter(date)]),
  ];
  return { from: Math.max(everyKey.from, ...starts), to: Math.min(everyKey.to, ...ends) };
};

interface NotedFound extends Found {
  /** What the reader should be told of how they were found. */
  readonly note?: string | undefined;
}

const find = async (archive: Archive, terms: readonly Term[], filter: Filter, page: Paging): Promise<NotedFound> => {
  const last = terms.at(-1);
  if (last === undefined) return searchLabels(archive.db, filter, page);
  const exact = terms.map(({ text }): TextTerm => [text]);
  const found = await archive.searchText(archive.db, exact, filter, page);
  if (found.total > 0) return { ...found, note: found.isTotalExact ? undefined : newestNote };
  const completions = last.kind === 'word' ? await wordsBeginning(archive.db, last.text) : [];
  if (completions.length > 0) {
    const completed = await archive.searchText(archive.db, [...exact.slice(0, -1), completions], filter, page);
    const note = `Nothing has the word "${last.text}": these have words that begin with it.`;
    if (completed.total > 0) return { ...completed, note };
  }
  return { ...found, note: await noteOnNothing(archive.db, terms) };
};

const newestNote = `More than ${mostCounted} entries have this: newest first.`;

const noteOnNothing = async (db: Kysely<Tables>, terms: readonly Term[]): Promise<string | undefined> => {
  const suggestions = await suggestionsFor(db, terms);
  if (suggestions.length === 0) return undefined;
  return `Nothing has "${terms.map(({ text }) => text).join(' ')}". Did you mean ${suggestions.join(' or ')}?`;
};
