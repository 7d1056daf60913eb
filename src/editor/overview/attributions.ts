/** Attributions: which part of a sentence says something of which companies, where it speaks of several. */
import type { Entry } from '../../edition/edition.ts';
import { contentStems } from '../language/words.ts';
import { companiesByName, companiesMeant } from './companies.ts';

export interface Attribution {
  readonly text: string;
  readonly companies: ReadonlySet<string>;
}

/** Where one part may end and that of another company begin. */
const joints =
  /[,;:]\s+(?:(?:and|while|whereas|but|when|where)\s+)?|(?<!\s)\s+(?:[()]\s*|(?:[—–-]|and|while|whereas|but|when|where)\s+)|[()]\s*/;

/** Only a name: the part of a list of companies, of which something is said behind it. */
const isBare = (text: string, companies: ReadonlySet<string>): boolean => {
  const names = new Set([...companies].flatMap(contentStems));
  return companies.size > 0 && contentStems(text).every(stem => names.has(stem));
};

const joined = (...texts: readonly string[]): string => texts.filter(text => text !== '').join(' ');

/**
 * The parts of `sentence`, each with the companies of `entries` of which it is said. A part that names none goes on with
 * the one before it; a list of names is one with what is said behind it.
 */
export const attributionsIn = (sentence: string, entries: readonly Entry[]): readonly Attribution[] => {
  const attributions: Attribution[] = [];
  let opening: Attribution = { text: '', companies: new Set() };
  for (const text of sentence.split(joints)) {
    // Behind a list of names its own are the subject, whatever product the clause begins with.
    const companies = opening.companies.size > 0 ? companiesByName(text, entries) : companiesMeant(text, entries);
    const last = attributions.at(-1);
    if (isBare(text, companies)) {
      opening = { text: joined(opening.text, text), companies: opening.companies.union(companies) };
    } else if (companies.size > 0 || opening.companies.size > 0) {
      attributions.push({ text: joined(opening.text, text), companies: opening.companies.union(companies) });
      opening = { text: '', companies: new Set() };
    } else if (last === undefined) {
      opening = { ...opening, text: joined(opening.text, text) };
    } else {
      attributions.splice(-1, 1, { ...last, text: joined(last.text, text) });
    }
  }
  const last = attributions.at(-1);
  if (opening.companies.size === 0) return attributions;
  if (last === undefined) return [opening];
  const closing = { text: joined(last.text, opening.text), companies: last.companies.union(opening.companies) };
  return [...attributions.slice(0, -1), closing];
};

/** All companies of which `sentence` says something. */
export const companiesIn = (sentence: string, entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(attributionsIn(sentence, entries).flatMap(({ companies }) => [...companies]));
