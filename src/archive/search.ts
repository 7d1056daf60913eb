/** Looking up entries in the words of a reader. */
import type { Query, Term } from '../edition/query.ts';
import type { Archive } from './archive.ts';
import { type FoundEntry, readEntries } from './entries.ts';
import { everyKey, firstKeyAfter, firstKeyOf } from './entry-key.ts';
import { searchLabels } from './label-search.ts';
import { asFilter, type KindOfLabel, meantNames, suggestionsFor, type UnknownName } from './names.ts';
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
  /** Names of the look-up that nothing has. */
  readonly unknown: readonly UnknownName[];
  /** What words that no entry has may mean. */
  readonly instead: readonly KindOfLabel[];
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
  const { labels, notes, unknown, hopeless } = await meantNames(archive.db, query);
  if (hopeless) return { entries: [], total: 0, isTotalExact: true, notes, unknown, instead: [] };
  const filter: Filter = { labels, ...keysWithin(query) };
  const { keys, total, isTotalExact, note, instead = [] } = await find(archive, query.terms, filter, { limit, offset });
  const entries = await readEntries(archive.db, keys);
  return { entries, total, isTotalExact, notes: note === undefined ? notes : [...notes, note], unknown, instead };
};

/**
 * How many entries `query` asks for, words as they are. Where there is none, it does not look for what else could be meant.
 */
export const countEntries = async (
  archive: Archive,
  query: Query,
): Promise<Pick<SearchResult, 'total' | 'isTotalExact'>> => {
  const { labels, hopeless } = await meantNames(archive.db, query);
  if (hopeless) return { total: 0, isTotalExact: true };
  const filter: Filter = { labels, ...keysWithin(query) };
  const terms = query.terms.map(({ text }): TextTerm => [text]);
  const first = { limit: 1, offset: 0 };
  return terms.length === 0
    ? searchLabels(archive.db, filter, first)
    : archive.searchText(archive.db, terms, filter, first);
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
  readonly instead?: readonly KindOfLabel[];
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
  const instead = await suggestionsFor(archive.db, terms);
  return { ...found, note: noteOnNothing(terms, instead), instead };
};

const newestNote = `More than ${mostCounted} entries have this: newest first.`;

const noteOnNothing = (terms: readonly Term[], instead: readonly KindOfLabel[]): string | undefined => {
  if (instead.length === 0) return undefined;
  const words = terms.map(({ text }) => text).join(' ');
  return `Nothing has "${words}". Did you mean ${instead.map(asFilter).join(' or ')}?`;
};
