/** The companies that a sentence of the overview speaks of: those of the edition, and any other that we know by name. */
import type { Entry } from '../../edition/edition.ts';
import { namedCompany, namesIn } from '../attribution/company-mentions.ts';

/** A company under the one name by which the others are compared with it. */
export const oneName = (company: string): string => namedCompany(company) ?? company;

/** The companies of `entries`, each under its one name. */
export const companiesOf = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.map(({ company }) => oneName(company)));

const asWords = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu');

const standsIn = (name: string, text: string): boolean => text.search(asWords(name)) >= 0;

/** `text` with “it” where it names a company of `entries`. */
export const withPronouns = (text: string, entries: readonly Entry[]): string =>
  [...new Set(entries.map(({ company }) => company))]
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replace(asWords(name), 'it'), text);

/** Those of the edition's companies that `text` names, by name or by a product that acts. */
const oursIn = (text: string, entries: readonly Entry[]) => {
  const ours = companiesOf(entries);
  const mentions = namesIn(text)
    // A name that is also an ordinary word says nothing where every word is capitalised.
    .filter(({ ordinary, start, company }) => (!ordinary || start > 0) && ours.has(company));
  const byName = mentions.flatMap(({ kind, company }) => (kind === 'product' ? [] : company));
  // At the head of a clause a product acts (`Copilot reviews …`); further in it is what others use.
  const byProduct = mentions.flatMap(({ kind, company, start }) => (kind === 'product' && start === 0 ? company : []));
  const unknown = [...ours].filter(company => namedCompany(company) === undefined && standsIn(company, text));
  return { unknown, names: new Set([...byName, ...unknown]), products: new Set(byProduct) };
};

/** Those of the edition's companies that `text` names by name. */
export const companiesByName = (text: string, entries: readonly Entry[]): ReadonlySet<string> =>
  oursIn(text, entries).names;

/** Those of the edition's companies that `clause` is about: those that it names, and if none, the one whose product is its subject. */
export const companiesToldOf = (clause: string, entries: readonly Entry[]): ReadonlySet<string> => {
  const { names, products } = oursIn(clause, entries);
  return names.size > 0 ? names : products;
};

/** A clause about all of them: `Both …`, `The two companies …`. */
const ofAll = /^(?:both|each|all|neither|(?:all|these|the) (?:two|three|four|companies|teams))\b/i;

/** The same, and all of the edition's companies where the clause opens on all of them. */
export const companiesMeant = (clause: string, entries: readonly Entry[]): ReadonlySet<string> =>
  ofAll.test(clause.trim()) ? companiesOf(entries) : companiesToldOf(clause, entries);

/**
 * The companies that `text` names, of the edition or not. A project is a technology, and a product a thing: who uses
 * either is not told of by its name. Names that are ordinary words count for a company of the edition alone.
 */
export const companiesNamed = (text: string, entries: readonly Entry[]): ReadonlySet<string> => {
  const ours = companiesOf(entries);
  const mentions = namesIn(text).filter(
    ({ kind, ordinary, company, start }) => kind === 'company' && (!ordinary || (start > 0 && ours.has(company))),
  );
  return new Set([...mentions.map(({ company }) => company), ...oursIn(text, entries).unknown]);
};
