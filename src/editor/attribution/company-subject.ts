/** Who acts in a headline, or owns what it tells of: a name that we know, or a run of capitals that behaves like a name. */
import { findMentions, type Mention } from './company-mentions.ts';
import { isAction, isAuxiliary, isCommon, isDeal, isGeneric, isInfinitive, isPlace } from './company-words.ts';
import { isCapitalised, isJoined, type Word, wordsOfHeadline } from './headline.ts';

export interface Headline {
  readonly title: string;
  readonly words: readonly Word[];
  /** Known names in it, by the index of their first word. */
  readonly mentions: ReadonlyMap<number, Mention>;
}

/** A name with what it does: an `action`, a `deal` between companies, a `release` with its number, or none of these. */
export interface Subject {
  readonly name: string;
  readonly kind: Mention['kind'] | 'unknown';
  readonly ordinary: boolean;
  readonly possessive: boolean;
  readonly act: 'action' | 'deal' | 'release' | 'none';
  /** Index of its first word, and of the word after its last. */
  readonly start: number;
  readonly end: number;
}

/** Characters of a title that are read; a longer one is a text in the wrong place. */
const longestHeadline = 500;

/** Longer runs of capitals are headlines in title case. */
const longestName = 5;

/** A release number; a year is none. */
const version = /^(?!(?:19|20)\d\d$)v?\d+(?:\.\d+)*(?:[a-z]\d*)?$/i;
const adverb = /^(?:now|also|finally|again|\p{L}{2,20}ly)$/u;
const connectors: ReadonlySet<string> = new Set(['of', 'de', 'du', 'der', 'van', 'for']);

export const readHeadline = (title: string): Headline => {
  const words = wordsOfHeadline(title.slice(0, longestHeadline));
  return { title, words, mentions: findMentions(words) };
};

const joinedAt = (words: readonly Word[], position: number): Word | undefined => {
  const word = words[position];
  return isJoined(word) ? word : undefined;
};

const actAt = (words: readonly Word[], position: number): Subject['act'] => {
  const next = joinedAt(words, position);
  if (!next) return 'none';
  if (version.test(next.text)) return 'release';
  if (isDeal(next.lower)) return 'deal';
  if (isAction(next.lower)) return 'action';
  if (adverb.test(next.lower)) return actAt(words, position + 1);
  if (!isAuxiliary(next.lower)) return 'none';
  const after = joinedAt(words, position + 1);
  return after && (/.{2}ing$/.test(after.lower) || isAction(after.lower) || isInfinitive(after.lower))
    ? 'action'
    : 'none';
};

const isNameWord = (words: readonly Word[], position: number): boolean => {
  const word = joinedAt(words, position);
  if (!word) return false;
  if (connectors.has(word.lower)) {
    const next = joinedAt(words, position + 1);
    return next !== undefined && isCapitalised(next) && !isGeneric(next.lower);
  }
  return isCapitalised(word) && !version.test(word.text) && actAt(words, position) === 'none';
};

/** Index after the last word of the run of capitals that begins at `start`. */
const endOfRun = (words: readonly Word[], start: number): number => {
  let end = start + 1;
  while (words[end - 1]?.possessive === false && isNameWord(words, end)) end += 1;
  return end;
};

const isNoName = (run: readonly Word[]): boolean => {
  const [first] = run;
  if (!first || !isCapitalised(first) || run.length > longestName) return true;
  if (version.test(first.text) || /^\d+$/.test(first.text)) return true;
  if (isGeneric(first.lower) || isInfinitive(first.lower) || isAuxiliary(first.lower)) return true;
  if (run.length === 1 && isPlace(first.lower)) return true;
  return /.{2}ing$/.test(first.lower) || run.some(({ lower }) => isCommon(lower));
};

const unknownAt = ({ title, words }: Headline, start: number): Subject | undefined => {
  const end = endOfRun(words, start);
  const run = words.slice(start, end);
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last || isNoName(run)) return undefined;
  const act = actAt(words, end);
  // "Lowe’s puts …": what looks possessive before a verb is the name.
  const namedSo = last.possessive && act === 'action';
  const name = `${title.slice(first.start, last.end)}${namedSo ? "'s" : ''}`;
  return { name, kind: 'unknown', ordinary: false, possessive: last.possessive && !namedSo, act, start, end };
};

/** What a known company does or owns, where the name of a part of it may stand between: "BASF Digital Farming builds …". */
const deedOfCompany = (words: readonly Word[], end: number): Pick<Subject, 'act' | 'possessive'> => {
  for (let position = end; position < end + longestName; position += 1) {
    const act = actAt(words, position);
    if (act !== 'none') return { act, possessive: false };
    const next = joinedAt(words, position);
    if (!next || !isCapitalised(next) || isCommon(next.lower)) break;
    if (next.possessive) return { act: 'none', possessive: true };
  }
  return { act: 'none', possessive: false };
};

/** @returns the name that begins at the word with index `start`, known or not; undefined where no name begins there */
export const subjectAt = (headline: Headline, start: number): Subject | undefined => {
  const mention = headline.mentions.get(start);
  if (!mention) return unknownAt(headline, start);
  const { company, kind, ordinary, possessive, end } = mention;
  const isWhole = kind !== 'company' || ordinary || possessive;
  const deed = isWhole ? { act: actAt(headline.words, end), possessive } : deedOfCompany(headline.words, end);
  return { name: company, kind, ordinary, ...deed, start, end };
};
