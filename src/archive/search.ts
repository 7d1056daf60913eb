/** Looking up entries in the words of a reader. */
import type { Query, Term } from '../edition/query.ts';
import type { Archive } from './archive.ts';
import { type FoundEntry, readEntries } from './entries.ts';
import { everyKey, firstKeyAfter, firstKeyOf } from './entry-key.ts';
import { searchLabels } from './label-search.ts';
import {
  asFilter,
  createFindLabel,
  type MeantWords,
  meantNames,
  meantWords,
  namedBy,
  type UnknownName,
} from './names.ts';
import { tellingTerms } from './stop-words.ts';
import { labelKinds } from './tables.ts';
import { type Filter, type Found, mostCounted, type Paging, type TextTerm } from './text-search.ts';
import { wordsBeginning } from './words.ts';

export interface SearchResult {
  /** One page of them: by relevance, or newest first. */
  readonly entries: readonly FoundEntry[];
  /** How many there are on all pages, counted up to 500. */
  readonly total: number;
  readonly isTotalExact: boolean;
  /** Sentences to show with the result: how names were understood, and what to ask instead where nothing was found. */
  readonly notes: readonly string[];
  /** Names of the look-up that nothing has. */
  readonly unknown: readonly UnknownName[];
  /** Where nothing was found: words and phrases that no entry has at all, the first two of them. */
  readonly missing: readonly Term[];
  /** Names that words of the look-up are, or where nothing was found may mean. */
  readonly instead: readonly MeantWords[];
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
  const findLabel = createFindLabel(archive.db);
  const { labels, notes, unknown, hopeless } = await meantNames(findLabel, query);
  const nothing = { entries: [], total: 0, isTotalExact: true, notes, unknown, missing: [], instead: [] };
  if (hopeless) return nothing;
  const terms = tellingTerms(query.terms);
  const found = await find(archive, terms, { labels, ...keysWithin(query) }, { limit, offset });
  const { total, isTotalExact, note } = found;
  if (total > 0) {
    const entries = await readEntries(archive.db, found.keys);
    const instead = await namedBy({ db: archive.db, findLabel }, terms);
    return { ...nothing, entries, total, isTotalExact, notes: note === undefined ? notes : [...notes, note], instead };
  }
  const missing = isOneTerm(query) ? terms : await missingTerms(archive, terms);
  const instead = await meantWords({ db: archive.db, findLabel }, terms, missing);
  const hint = noteOnNothing(query, missing, instead);
  return { ...nothing, notes: hint === undefined ? notes : [...notes, hint], missing, instead };
};

/** How many entries there are. */
export type Total = Pick<SearchResult, 'total' | 'isTotalExact'>;

/**
 * How many entries each of `queries` asks for, words as they are. Where there is none, it does not look for what else
 * could be meant. Names that several of them have are sought once.
 */
export const countEntries = async (archive: Archive, queries: readonly Query[]): Promise<readonly Total[]> => {
  const findLabel = createFindLabel(archive.db);
  const counted: Total[] = [];
  for (const query of queries) {
    const { labels, hopeless } = await meantNames(findLabel, query);
    const filter: Filter = { labels, ...keysWithin(query) };
    counted.push(
      hopeless
        ? { total: 0, isTotalExact: true }
        : await matching(archive, exactly(tellingTerms(query.terms)), filter, { limit: 0, offset: 0 }),
    );
  }
  return counted;
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
  const exact = exactly(terms);
  const found = await matching(archive, exact, filter, page);
  if (found.total > 0) return { ...found, note: found.isTotalExact || terms.length === 0 ? undefined : newestNote };
  const last = terms.at(-1);
  const completions = last?.kind === 'word' ? await wordsBeginning(archive.db, last.text) : [];
  if (last === undefined || completions.length === 0) return found;
  const completed = await matching(archive, [...exact.slice(0, -1), completions], filter, page);
  const note = `Nothing has the word "${last.text}": these have words that begin with it.`;
  return completed.total > 0 ? { ...completed, note } : found;
};

const matching = (archive: Archive, terms: readonly TextTerm[], filter: Filter, page: Paging): Promise<Found> => {
  const kinds = labelKinds.filter(kind => filter.labels[kind].length > 0);
  // Labels of several kinds are intersected within the index of texts as words are, several times as fast.
  return terms.length === 0 && kinds.length <= 1
    ? searchLabels(archive.db, filter, page)
    : archive.engine.searchText(archive.db, terms, filter, page);
};

const exactly = (terms: readonly Term[]): readonly TextTerm[] => terms.map(({ text }) => [text]);

const newestNote = `More than ${mostCounted} entries have this: newest first.`;

/** When so many terms are in no entry, no other can make a difference. */
const enoughMissing = 2;

/** Those of `terms` that no entry has at all, whatever its labels and date. Words first: to seek a phrase takes longer. */
const missingTerms = async (archive: Archive, terms: readonly Term[]): Promise<readonly Term[]> => {
  const missing: Term[] = [];
  for (const term of terms.toSorted((a, b) => Number(a.kind === 'phrase') - Number(b.kind === 'phrase'))) {
    if (missing.length === enoughMissing) break;
    if (!(await archive.engine.hasText(archive.db, term.text))) missing.push(term);
  }
  return missing;
};

/** Which words no entry has, where they are not all that was asked for, and what they may mean. */
const noteOnNothing = (query: Query, missing: readonly Term[], instead: readonly MeantWords[]): string | undefined => {
  const names = either.format(instead.map(asFilter));
  const words = either.format(missing.map(({ text }) => `"${text}"`));
  if (instead.length > 0)
    return missing.length === 0 ? `Did you mean ${names}?` : `Nothing has ${words}. Did you mean ${names}?`;
  return missing.length === 0 || isOneTerm(query) ? undefined : `Nothing has ${words}.`;
};

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

const isOneTerm = ({ terms, ...named }: Query): boolean =>
  terms.length === 1 && Object.values(named).every(value => value.length === 0);
