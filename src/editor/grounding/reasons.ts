/** Reasons: where a sentence gives one, and which words give it. */
import { lemmasOf } from '../language/lexicon.ts';
import { auxiliaries } from './negations.ts';
import type { Word } from './reading.ts';

/** Words that open a reason, or what follows from one, and those that do so at the head of a sentence only. */
const openers: ReadonlySet<string> = new Set(['because', 'since', 'due', 'thanks', 'owing', 'lest']);
const openersAtHead: ReadonlySet<string> = new Set(['with']);
/** Several words that open one together. */
const phrases =
  /^(?:in (?:order (?:to|that)|response to|view of|light of)|out of (?:consideration|concern|fear|respect) for|on account of|for fear of|(?:led|leads|leading) to)$/;
const longestPhrase = 4;
/** After `as`, these begin a reason wherever it stands; these none. */
const pronouns: ReadonlySet<string> = new Set('it they he she we this these those there'.split(' '));
const afterLikening: ReadonlySet<string> = new Set(
  'well far long soon much many if though with of in opposed'.split(' '),
);

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

/** `Which makes it slow`, `which is why`, `which is what made it slow`. */
const isOfResult = ({ text, place }: Word, words: readonly Word[]): boolean => {
  const [verb = '', next = ''] = words.slice(place + 1, place + 3).map(word => word.text);
  return text === 'which' && (/^(?:makes?|made)$/.test(verb) || (verb === 'is' && /^(?:why|what)$/.test(next)));
};

/** How many words from `word` on open a reason, or what follows from something; none where they do not. */
export const openingOf = (word: Word, words: readonly Word[]): number => {
  const isAlone =
    (openers.has(word.text) && !isOfTime(word, words)) ||
    (word.place === 0 && openersAtHead.has(word.text)) ||
    (word.text === 'so' && isOfCourse(word, words)) ||
    (word.text === 'as' && isOfCause(word, words)) ||
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
  (text === 'so' && words[place + 1]?.text !== 'that') || text === 'which';

/** Whether an opener tells what something is for, and not what it comes from. */
export const isPurpose = ({ text, place }: Word, words: readonly Word[]): boolean =>
  text === 'to' ||
  text === 'lest' ||
  (text === 'so' && words[place + 1]?.text === 'that') ||
  (text === 'in' && words[place + 1]?.text === 'order');
