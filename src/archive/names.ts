/** What a person meant by the names in a look-up, and by words that are nowhere found. */
import { type Kysely, sql } from 'kysely';
import { companiesWith, findCompany, findName, findTheme, isName, type Lookup, type Named } from '../edition/lookup.ts';
import { writeOptions } from '../edition/option-words.ts';
import type { Query, Term } from '../edition/query.ts';
import { labelOfTheme } from '../edition/theme.ts';
import { type LabelKind, labelKinds, type Tables } from './tables.ts';
import type { Filter } from './text-search.ts';

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
  db: Kysely<Tables>,
  query: Pick<Query, 'companies' | 'themes' | 'sources'>,
): Promise<MeantNames> => {
  const asked = { company: query.companies, source: query.sources, theme: query.themes };
  const labels: Record<LabelKind, string[]> = { company: [], source: [], theme: [] };
  const notes: string[] = [];
  const unknown: UnknownName[] = [];
  const findLabel = createFindLabel(db);
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

/** More words than these are no misspelt name. */
const mostWordsOfName = 4;

/** What to ask for instead of words that no entry has: names that they may mean and that some entry has. */
export const suggestionsFor = async (db: Kysely<Tables>, terms: readonly Term[]): Promise<readonly KindOfLabel[]> => {
  if (terms.length > mostWordsOfName) return [];
  const spellings = new Set([terms.map(({ text }) => text).join(' '), ...terms.map(({ text }) => text)]);
  const suggestions = new Map<string, KindOfLabel>();
  const findLabel = createFindLabel(db);
  for (const spelling of spellings) {
    for (const kind of labelKinds) {
      const { match } = await findLabel(kind, spelling);
      if (match !== undefined && (await isInUse(db, kind, match))) {
        suggestions.set(asFilter({ kind, label: match }), { kind, label: match });
      }
    }
  }
  return [...suggestions.values()];
};

/** Finds names for one look-up: what the archive has is read once, however many names there are. */
const createFindLabel = (db: Kysely<Tables>) => {
  let sources: Promise<readonly Named[]> | undefined;
  let companies: Promise<readonly Named[]> | undefined;
  return async (kind: LabelKind, name: string): Promise<Lookup> => {
    if (kind === 'theme') return findTheme(name);
    if (kind === 'source') {
      sources ??= sourcesByName(db);
      return findName(name, await sources);
    }
    if (isName('company', name)) return findCompany(name);
    companies ??= labelsOf(db, 'company').then(companiesWith);
    return findName(name, await companies);
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
  const names = new Set([...collected.map(({ source }) => source), ...(await labelsOf(db, 'source'))]);
  return Array.from(names, name => ({ name }));
};

/** Every label of `kind`. It steps from one label to the next in the index, where `distinct` would read all of it. */
export const labelsOf = async (db: Kysely<Tables>, kind: LabelKind): Promise<readonly string[]> => {
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
