/** Checks the overview that a writer puts forward: what of its Signal and of each pattern stands, and why the rest does not. */
import type { Entry, Pattern, Signal } from '../../edition/edition.ts';
import { labelOfTheme, themes } from '../../edition/theme.ts';
import { splitSentences } from '../language/sentences.ts';
import { dictated, isDictated } from '../safety/dictated.ts';
import type { Refusal } from '../writer.ts';
import { leansOnPrevious } from '../writing/leaning.ts';
import { companiesIn } from './attributions.ts';
import { companiesNamed, companiesOf, oneName } from './companies.ts';
import { countsIn } from './counting.ts';
import { checkSupport, companyCount, tellsOf } from './support.ts';

/** What is left of a part once what is refused is gone; nothing where too little is. */
export interface Checked<Part> {
  readonly stands?: Part;
  readonly refusals: readonly Refusal[];
}

/** More is no overview. Sentences past the last are left out, longer ones are refused. */
const mostSentences = 4;
const longestSentence = 400;
const longestHeadline = 200;

/** A pattern is what two companies have in common. */
export const fewestCompanies = 2;

const slugs: ReadonlySet<string> = new Set(themes.map(({ slug }) => slug));

/** What a text rests on, and all entries of the edition. */
interface Ground {
  readonly cited: readonly Entry[];
  readonly entries: readonly Entry[];
  /** What the articles said to a model. */
  readonly removed: readonly string[];
}

/**
 * The companies that `sentence` names without an entry that shows them. A cited entry of its own shows a company; so does the
 * entry of another that the sentence is about, as where HashiCorp did something for customers of AWS.
 */
const strangersIn = (sentence: string, { cited, entries }: Ground): readonly string[] => {
  const own = companiesOf(cited);
  const told = companiesIn(sentence, cited);
  const witnesses = cited.filter(({ company }) => told.has(oneName(company)));
  const shown = new Set(witnesses.flatMap(({ title, body }) => [...companiesNamed(`${title}. ${body}`, entries)]));
  return [...companiesNamed(sentence, entries)].filter(company => !own.has(company) && !shown.has(company));
};

/** Addresses, mentions and mark-up, each with the word that it stands in. */
const marks = /(?<!\S)\S*(?:[@#<>{}[\]|*`~^\\]|:\/\/|www\.)\S*/gu;

const firstPerson = /\b(?:[Ww]e|[Oo]urs?|us)\b/g;

/** Among several companies nobody is “we”, unless the sentence says which. */
const unknownSpeakers = (sentence: string, cited: readonly Entry[]): readonly string[] =>
  companyCount(cited) > 1 && companiesIn(sentence, cited).size === 0 ? (sentence.match(firstPerson) ?? []) : [];

/** What `sentence` says and may not: nothing where it may stand. */
const faultsOf = (sentence: string, ground: Ground, longest: number): string[] => {
  if (sentence.length > longest) return [`at most ${longest} characters`];
  const sources = ground.cited.map(({ title, body }) => `${title} ${body}`).join(' ');
  if (isDictated(sentence, { orders: ground.removed, rest: [sources] })) return [dictated];
  return [
    ...strangersIn(sentence, ground).map(company => `a cited entry of ${company}`),
    ...countsIn(sentence, sources),
    ...unknownSpeakers(sentence, ground.cited).map(word => `who “${word}” is`),
    ...(sentence.match(marks) ?? []).filter(mark => !sources.includes(mark)),
    ...checkSupport(sentence, ground.cited).missing,
  ];
};

interface CheckedBody {
  readonly sentences: readonly string[];
  readonly refusals: readonly Refusal[];
}

/** The sentences of `body` that stand; one that leans on a sentence that is gone goes with it. */
const checkBody = (body: string, ground: Ground): CheckedBody => {
  const sentences: string[] = [];
  const refusals: Refusal[] = [];
  let isBroken = true;
  for (const sentence of splitSentences(body).slice(0, mostSentences)) {
    const missing = faultsOf(sentence, ground, longestSentence);
    if (missing.length > 0) refusals.push({ sentence, missing });
    else if (isBroken && leansOnPrevious(sentence)) refusals.push({ sentence, missing: ['what it refers to'] });
    else sentences.push(sentence);
    isBroken = sentences.at(-1) !== sentence;
  }
  return { sentences, refusals };
};

const citedBy = (ids: readonly string[], entries: readonly Entry[]): readonly Entry[] => [
  ...new Set(ids.flatMap(id => entries.find(entry => entry.id === id) ?? [])),
];

const idsOf = (entries: readonly Entry[]): readonly string[] => entries.map(({ id }) => id);

/** The cited entries that `sentences` tell of, the one that comes first in them first. */
const toldIn = (sentences: readonly string[], cited: readonly Entry[]): readonly Entry[] => [
  ...new Set(sentences.flatMap(sentence => cited.filter(entry => tellsOf(sentence, entry)))),
];

/** A signal whose headline alone is refused stands with an empty one. */
export const checkSignal = (
  { headline, body, entries: ids }: Signal,
  entries: readonly Entry[],
  removed: readonly string[] = [],
): Checked<Signal> => {
  const cited = citedBy(ids, entries);
  const about = headline || body;
  if (cited.length === 0) return { refusals: [{ sentence: about, missing: ['an entry that it cites'] }] };
  const ground = { cited, entries, removed };
  const { sentences, refusals } = checkBody(body, ground);
  if (sentences.length === 0) {
    return { refusals: refusals.length > 0 ? refusals : [{ sentence: about, missing: ['a body'] }] };
  }
  const missing = headline === '' ? ['a headline'] : faultsOf(headline, ground, longestHeadline);
  const told = toldIn(sentences, cited);
  return {
    stands: {
      headline: missing.length > 0 ? '' : headline,
      body: sentences.join(' '),
      entries: idsOf(told.length > 0 ? told : cited),
    },
    refusals: [...(missing.length > 0 ? [{ sentence: headline, missing }] : []), ...refusals],
  };
};

export const checkPattern = (
  { theme, body, entries: ids }: Pattern,
  entries: readonly Entry[],
  removed: readonly string[] = [],
): Checked<Pattern> => {
  const refused = (...missing: readonly string[]): Checked<Pattern> => ({ refusals: [{ sentence: body, missing }] });
  if (!slugs.has(theme)) return refused(`a theme that there is, which “${theme}” is not`);
  const cited = citedBy(ids, entries).filter(entry => entry.themes.includes(theme));
  if (companyCount(cited) < fewestCompanies) {
    return refused(`entries of ${fewestCompanies} companies on ${labelOfTheme(theme)}`);
  }
  const { sentences, refusals } = checkBody(body, { cited, entries, removed });
  const told = toldIn(sentences, cited);
  if (sentences.length > 0 && companyCount(told) >= fewestCompanies) {
    return { stands: { theme, body: sentences.join(' '), entries: idsOf(told) }, refusals };
  }
  return refusals.length > 0 ? { refusals } : refused(`what ${fewestCompanies} of the companies did`);
};
