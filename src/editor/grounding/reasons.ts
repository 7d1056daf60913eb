/** Reasons: where a sentence gives one, and which words give it. */
import { lemmasOf } from '../language/lexicon.ts';
import { auxiliaries } from './negations.ts';
import type { Word } from './reading.ts';
import { wordsIn } from './word-set.ts';

/** Words that open a reason, or what follows from one, and those that do so at the head of a sentence only. */
const openers: ReadonlySet<string> = new Set(['because', 'since', 'due', 'thanks', 'owing', 'lest']);
const openersAtHead: ReadonlySet<string> = new Set(['with']);
/** Several words that open one together. */
const phrases = new RegExp(
  `^(?:${[
    'in (?:order (?:to|that)|(?:response|reaction|reply|answer) to|view of|light of|the (?:hope|interests?) (?:of|that))',
    'out of (?:consideration|concern|fear|respect) for',
    'on account of',
    'on the (?:grounds?|basis|strength) (?:that|of)',
    'for (?:fear|want|lack|reasons) of',
    'for the (?:sake|purpose) of',
    'with (?:a view to|the (?:aim|goal|intention|purpose) of)',
    'as a (?:result|consequence) of',
    '(?:by virtue|under pressure) (?:of|from)',
    '(?:given|seeing|considering|now) that',
    'so as to',
    'the reason being',
    '(?:prompted|driven|caused|forced|triggered) by',
    'blamed on',
    '(?:led|leads|leading) to',
  ].join('|')})$`,
);
const longestPhrase = 4;
/** After `as`, these begin a reason wherever it stands; these none. */
const pronouns = wordsIn('it they he she we this these those there');
const afterLikening = wordsIn('well far long soon much many if though with of in opposed');

/** Whether a mark, or nothing, stands before a word. */
const isApart = ({ place, start }: Word, words: readonly Word[]): boolean => {
  const before = words[place - 1];
  return before === undefined || start > before.start + before.text.length + 1;
};

const opensPhrase = ({ place }: Word, words: readonly Word[]): number => {
  let phrase = '';
  for (let length = 1; length <= longestPhrase; length += 1) {
    phrase += `${phrase && ' '}${words[place + length - 1]?.text ?? ''}`;
    if (phrases.test(phrase)) return length;
  }
  return 0;
};

/** `So tersely` follows from nothing. */
const isOfCourse = (word: Word, words: readonly Word[]): boolean =>
  isApart(word, words) || words[word.place + 1]?.text === 'that' || words[word.place - 1]?.text === 'and';

const isOfTime = ({ text, place }: Word, words: readonly Word[]): boolean =>
  text === 'since' && /^\p{N}/u.test(words[place + 1]?.text ?? '');

/** `As` gives a reason by a clause of its own, and else a likeness or a role. */
const isOfCause = (word: Word, words: readonly Word[]): boolean => {
  const next = words[word.place + 1]?.text ?? '';
  return pronouns.has(next) || (isApart(word, words) && !afterLikening.has(next));
};

/** These go on with the reason, however they open a clause of their own. */
const goesOn: ReadonlySet<string> = new Set(['than', 'that', 'which', 'who', 'whose', 'as', 'when', 'if', 'where']);

/** Whether a clause, or the one behind it, has the verb of what stands before it: `six years of work, two rewrites included, might …`. */
const isVerbToCome = ({ place, clause }: Word, words: readonly Word[]): boolean => {
  const behind = words.slice(place).find(word => word.clause !== clause);
  return [words[place], behind].some(word => word !== undefined && auxiliaries.has(word.text));
};

/** The words of meaning that follow `opener`, to the end of its clause and of those that go on with it, or follow by no mark. */
export const reasonAfter = (opener: Word, words: readonly Word[]): Word[] => {
  const reason: Word[] = [];
  const from = opener.place + Math.max(1, opensPhrase(opener, words));
  let clause = words[from]?.clause;
  for (const word of words.slice(from)) {
    if (word.clause !== clause) {
      const isUnmarked =
        !isApart(word, words) &&
        !openingOf(word, words) &&
        opener.text !== 'so' &&
        (word.text !== 'and' || opener.text !== 'by');
      if (reason.length > 0 && !isUnmarked && !goesOn.has(word.text) && !isVerbToCome(word, words)) break;
      clause = word.clause;
    }
    if (word.content) reason.push(word);
  }
  return reason;
};

/** Verbs of a cause: `which made it slow`, `forcing it to stop`. */
const resulting =
  /^(?:makes?|made|forces?|forced|causes?|caused|prompt(?:s|ed)|drove|drives|oblige[sd]|compel(?:s|led)|means?|meant|led|leads)$/;
const resultingApart = /^(?:forcing|causing|prompting|obliging|driving|compelling)$/;

/** `Which makes it slow`, `which is why`, `which is what made it slow`, `forcing it to be slow`. */
const isOfResult = (word: Word, words: readonly Word[]): boolean => {
  const [verb = '', next = ''] = words.slice(word.place + 1, word.place + 3).map(({ text }) => text);
  return (
    (word.text === 'which' && (resulting.test(verb) || (verb === 'is' && /^(?:why|what)$/.test(next)))) ||
    (word.place > 0 && isApart(word, words) && resultingApart.test(word.text))
  );
};

/** What asks for a verb behind `to`, and so takes it from being a purpose; by their base forms. */
const asking =
  wordsIn(`ask tell allow permit let help need want wish like prefer have ought use begin start continue go try attempt seek fail manage tend
  seem appear prove happen come get turn remain stay require oblige force compel cause lead teach advise urge encourage invite expect
  enable plan intend choose decide agree refuse decline learn know promise offer persuade convince push drive trust set take cost give
  leave entitle ability able unable likely unlikely easy hard difficult possible impossible free ready willing enough too way time
  chance permission reason decision effort first last only one`);
const reachOfAsking = 6;

/** Whether `to` opens a purpose: a verb follows it, and nothing before it in its clause asks for one. */
export const isOfPurpose = ({ text, place, clause }: Word, words: readonly Word[]): boolean => {
  const next = words[place + 1]?.text ?? '';
  const isAsking = (word: Word) =>
    word.clause === clause &&
    [word.text, ...lemmasOf(word.text).map(({ lemma }) => lemma)].some(form => asking.has(form));
  return (
    text === 'to' &&
    (next === 'be' || lemmasOf(next).some(({ lemma, pos }) => pos === 'verb' && lemma === next)) &&
    !words.slice(Math.max(0, place - reachOfAsking), place).some(isAsking)
  );
};

/** Behind a mark, `for` gives a reason by a clause of its own. */
const isOfClause = (word: Word, words: readonly Word[]): boolean => {
  const { place, clause } = words[word.place + 1] ?? word;
  return (
    place > 1 &&
    isApart(word, words) &&
    (pronouns.has(words[place]?.text ?? '') ||
      words.slice(place).some(other => other.clause === clause && auxiliaries.has(other.text)))
  );
};

/** What had happened is a reason of what did after it. */
const isOfPast = ({ place, clause }: Word, words: readonly Word[]): boolean =>
  words
    .slice(place + 1)
    .some(other => other.clause === clause && (other.text === 'had' || other.text === 'was' || other.text === 'were'));

/** How many words from `word` on open a reason, or what follows from something; none where they do not. */
export const openingOf = (word: Word, words: readonly Word[]): number => {
  const isAlone =
    (openers.has(word.text) && !isOfTime(word, words)) ||
    (word.place === 0 && openersAtHead.has(word.text)) ||
    (word.text === 'so' && isOfCourse(word, words)) ||
    (word.text === 'as' && isOfCause(word, words)) ||
    (word.text === 'for' && isOfClause(word, words)) ||
    (word.text === 'after' && isOfPast(word, words)) ||
    isOfResult(word, words);
  return isAlone ? 1 : opensPhrase(word, words);
};
export const isOpener = (word: Word, words: readonly Word[]): boolean => openingOf(word, words) > 0;

/** Words of meaning behind a `by` that are more than the name of who does it. */
const fewestBehindBy = 3;

/** Whether a word opens what brings something about: `by the fees that they charge`, `Trained on too few examples, …`. */
export const isOfManner = (word: Word, words: readonly Word[]): boolean => {
  if (word.text === 'by') return reasonAfter(word, words).length >= fewestBehindBy;
  return (
    word.place === 0 &&
    word.content &&
    /(?:ed|ing)$/.test(word.text) &&
    lemmasOf(word.text).some(({ pos }) => pos === 'verb')
  );
};

/** Whether what follows an opener is no reason, but what follows from one. */
export const opensResult = ({ text, place }: Word, words: readonly Word[]): boolean =>
  (text === 'so' && words[place + 1]?.text !== 'that' && words[place + 1]?.text !== 'as') ||
  text === 'which' ||
  resultingApart.test(text);

/** Whether an opener tells what something is for, and not what it comes from. */
export const isPurpose = ({ text, place }: Word, words: readonly Word[]): boolean =>
  text === 'to' ||
  text === 'lest' ||
  (text === 'so' && words[place + 1]?.text === 'that') ||
  (text === 'in' && words[place + 1]?.text === 'order');
