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

/** Those of the edition's companies that `text` names: of the unknown ones the name itself, of the known ones a product too. */
export const companiesToldOf = (text: string, entries: readonly Entry[]): ReadonlySet<string> => {
  const ours = companiesOf(entries);
  const known = namesIn(text)
    // A name that is also an ordinary word says nothing where every word is capitalised.
    .filter(({ ordinary, start }) => !ordinary || start > 0)
    .map(({ company }) => company)
    .filter(company => ours.has(company));
  const unknown = [...ours].filter(company => namedCompany(company) === undefined && standsIn(company, text));
  return new Set([...known, ...unknown]);
};

/**
 * The companies that `text` names, of the edition or not. A project is a technology, and a product a thing: who uses
 * either is not told of by its name. Names that are ordinary words count for a company of the edition alone.
 */
export const companiesNamed = (text: string, entries: readonly Entry[]): ReadonlySet<string> => {
  const ours = companiesOf(entries);
  const mentions = namesIn(text).filter(
    ({ kind, ordinary, company, start }) => kind === 'company' && (!ordinary || (start > 0 && ours.has(company))),
  );
  const unknown = [...companiesToldOf(text, entries)].filter(company => namedCompany(company) === undefined);
  return new Set([...mentions.map(({ company }) => company), ...unknown]);
};
