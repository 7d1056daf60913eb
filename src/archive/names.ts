/** What a person meant by the names in a look-up, and by words that are nowhere found. */
import { type Kysely, sql } from 'kysely';
import {
  companiesWith,
  findCompany,
  findName,
  findTheme,
  fold,
  isName,
  type Lookup,
  type Named,
} from '../edition/lookup.ts';
import { writeOptions } from '../edition/option-words.ts';
import type { Query, Term } from '../edition/query.ts';
import { labelOfTheme } from '../edition/theme.ts';
import { type LabelKind, labelKinds, type Tables } from './tables.ts';
import type { Filter } from './text-search.ts';
import { archiveVersion } from './version.ts';

/** The labels that were meant, and what the reader should be told of how they were found. */
export interface MeantNames {
  readonly labels: Filter['labels'];
  readonly notes: readonly string[];
  /** Names that nothing has. */
  readonly unknown: readonly UnknownName[];
  /** Whether a kind was asked for only by names that nothing has, so that nothing can be found. */
  readonly hopeless: boolean;
}

export interface UnknownName {
  readonly kind: LabelKind;
  /** As it was typed. */
  readonly name: string;
  /** Labels that are near, the nearest first. */
  readonly near: readonly string[];
}

/** Labels that one may ask for, of one kind. */
export interface KindOfLabel {
  readonly kind: LabelKind;
  readonly label: string;
}

/** Finds each name of `query`, however it is spelt, among those of the catalogue and of the archive. */
export const meantNames = async (
  findLabel: FindLabel,
  query: Pick<Query, 'companies' | 'themes' | 'sources'>,
): Promise<MeantNames> => {
  const asked = { company: query.companies, source: query.sources, theme: query.themes };
  const labels: Record<LabelKind, string[]> = { company: [], source: [], theme: [] };
  const notes: string[] = [];
  const unknown: UnknownName[] = [];
  for (const kind of labelKinds) {
    for (const name of asked[kind]) {
      const found = await findLabel(kind, name);
      if (found.match !== undefined && !labels[kind].includes(found.match)) labels[kind].push(found.match);
      if (found.match === undefined) unknown.push({ kind, name, near: found.suggestions });
      notes.push(...noteOn(kind, name, found));
    }
  }
  const hopeless = labelKinds.some(kind => asked[kind].length > 0 && labels[kind].length === 0);
  return { labels, notes, unknown, hopeless };
};

/** A name that words of a look-up may mean. */
export interface MeantWords extends KindOfLabel {
  /** The words, as they were typed. */
  readonly words: readonly string[];
}

/** More words than these are no misspelt name. */
const mostWordsOfName = 4;

/**
 * Names that `terms` may mean and that some entry has: all of them as one name, each of `missing`, those that no entry
 * has, and each that is the name of a company as it stands. Where none is missing, each of them; but not in a long question.
 */
export const meantWords = async (
  { db, findLabel }: { readonly db: Kysely<Tables>; readonly findLabel: FindLabel },
  terms: readonly Term[],
  missing: readonly Term[],
): Promise<readonly MeantWords[]> => {
  const isLong = terms.length > mostWordsOfName;
  const single = isLong || missing.length > 0 ? missing : terms;
  const companies = terms.filter(({ text }) => isName('company', text));
  const found: MeantWords[] = [];
  for (const { meant, kinds } of [
    ...(isLong ? [] : [{ meant: terms, kinds: labelKinds }]),
    ...single.map(term => ({ meant: [term], kinds: labelKinds })),
    ...companies.map(term => ({ meant: [term], kinds: ['company'] as const })),
  ]) {
    for (const kind of kinds) {
      const { match: label } = await findLabel(kind, nameOf(meant));
      // A company and its blog are mostly called the same: the company is enough.
      if (label === undefined || found.some(other => fold(other.label) === fold(label))) continue;
      if (await isInUse(db, kind, label)) found.push({ kind, label, words: meant.map(asTyped) });
    }
  }
  return found;
};

/** The company or the theme that `terms` together are the exact name of, where some entry has it. */
export const namedBy = async (
  { db, findLabel }: { readonly db: Kysely<Tables>; readonly findLabel: FindLabel },
  terms: readonly Term[],
): Promise<readonly MeantWords[]> => {
  for (const kind of labelKinds) {
    const { match: label } = isName(kind, nameOf(terms)) ? await findLabel(kind, nameOf(terms)) : { match: undefined };
    if (label !== undefined && (await isInUse(db, kind, label))) return [{ kind, label, words: terms.map(asTyped) }];
  }
  return [];
};

const nameOf = (terms: readonly Term[]): string => terms.map(({ text }) => text).join(' ');

const asTyped = ({ kind, text }: Term): string => (kind === 'phrase' ? `"${text}"` : text);

export type FindLabel = (kind: LabelKind, name: string) => Promise<Lookup>;

/** Finds names for one look-up: what the archive has is read once, and each name is sought once. */
export const createFindLabel = (db: Kysely<Tables>): FindLabel => {
  let sources: Promise<readonly Named[]> | undefined;
  let companies: Promise<readonly Named[]> | undefined;
  const find: FindLabel = async (kind, name) => {
    if (kind === 'theme') return findTheme(name);
    if (kind === 'source') {
      sources ??= sourcesByName(db);
      return findName(name, await sources);
    }
    if (isName('company', name)) return findCompany(name);
    companies ??= namesIn(db).then(names => names.companies);
    return findName(name, await companies);
  };
  const found = new Map<string, Promise<Lookup>>();
  return (kind, name) => {
    const key = asFilter({ kind, label: name });
    const lookup = found.get(key) ?? find(kind, name);
    found.set(key, lookup);
    return lookup;
  };
};

const noteOn = (kind: LabelKind, name: string, found: Lookup): readonly string[] => {
  if (found.match === undefined) {
    const near = found.suggestions.map(label => asFilter({ kind, label }));
    return [`No ${kind} is called "${name}".${near.length > 0 ? ` Near it: ${near.join(', ')}.` : ''}`];
  }
  const shown = kind === 'theme' ? labelOfTheme(found.match) : found.match;
  return found.exact ? [] : [`Showing ${shown}: no ${kind} is called "${name}".`];
};

/** As it is typed in a look-up. */
export const asFilter = ({ kind, label }: KindOfLabel): string => writeOptions({ [kind]: [label] });

const isInUse = async (db: Kysely<Tables>, kind: LabelKind, label: string): Promise<boolean> => {
  const row = await db
    .selectFrom('entry_labels')
    .select('entry')
    .where('kind', '=', kind)
    .where('label', '=', label)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

/** Sources that were collected, whether or not an entry came of them, and those of old entries. */
const sourcesByName = async (db: Kysely<Tables>): Promise<readonly Named[]> => {
  const collected = await db.selectFrom('source_health').select('source').execute();
  const { sources } = await namesIn(db);
  const known = new Set(sources.map(({ name }) => name));
  const others = collected.filter(({ source }) => !known.has(source)).map(({ source }) => ({ name: source }));
  return others.length === 0 ? sources : [...sources, ...others];
};

/** What entries are labelled with. */
interface NamesOfEntries {
  readonly companies: readonly Named[];
  readonly sources: readonly Named[];
}

const namesOfVersion = new WeakMap<
  Kysely<Tables>,
  { readonly version: number; readonly names: Promise<NamesOfEntries> }
>();

/** Reads them once for each version of the archive: it takes as long as to find entries. */
const namesIn = async (db: Kysely<Tables>): Promise<NamesOfEntries> => {
  const version = await archiveVersion(db);
  const known = namesOfVersion.get(db);
  if (known?.version === version) return known.names;
  const names = readNames(db);
  namesOfVersion.set(db, { version, names });
  names.catch(() => namesOfVersion.delete(db));
  return names;
};

const readNames = async (db: Kysely<Tables>): Promise<NamesOfEntries> => ({
  companies: companiesWith(await labelsOf(db, 'company')),
  sources: (await labelsOf(db, 'source')).map(name => ({ name })),
});

/** Every label of `kind`. It steps from one label to the next in the index, where `distinct` would read all of it. */
const labelsOf = async (db: Kysely<Tables>, kind: LabelKind): Promise<readonly string[]> => {
  const { rows } = await sql<{ label: string }>`
    with recursive labels (label) as (
      select min(label) from entry_labels where kind = ${kind}
      union all
      select (select min(next.label) from entry_labels as next where next.kind = ${kind} and next.label > labels.label)
      from labels where labels.label is not null
    )
    select label from labels where label is not null`.execute(db);
  return rows.map(({ label }) => label);
};
