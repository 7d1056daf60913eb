/** Reasons: where a sentence gives one, and which words give it. */
import { lemmasOf } from '../language/lexicon.ts';
import { auxiliaries } from './negations.ts';
import type { Word } from './reading.ts';

/** Words that open a reason, or what follows from one, and those that do so at the head of a sentence only. */
const openers: ReadonlySet<string> = new Set(['because', 'since', 'due', 'thanks', 'owing', 'lest', 'so']);
const openersAtHead: ReadonlySet<string> = new Set(['with']);
/** After `as`, these begin a reason. */
const pronouns: ReadonlySet<string> = new Set('it they he she we this these those there'.split(' '));

/** These go on with the reason, however they open a clause of their own. */
const goesOn: ReadonlySet<string> = new Set(['than', 'that', 'which', 'who', 'whose', 'as', 'when', 'if', 'where']);

/** Whether a clause, or the one behind it, has the verb of what stands before it: `six years of work, two rewrites included, might …`. */
const isVerbToCome = ({ place, clause }: Word, words: readonly Word[]): boolean => {
  const behind = words.slice(place).find(word => word.clause !== clause);
  return [words[place], behind].some(word => word !== undefined && auxiliaries.has(word.text));
};

/** The words of meaning that follow `opener`, to the end of its clause and of those that go on with it. */
export const reasonAfter = (opener: Word, words: readonly Word[]): Word[] => {
  const reason: Word[] = [];
  let clause = words[opener.place + 1]?.clause;
  for (const word of words.slice(opener.place + 1)) {
    if (word.clause !== clause) {
      if (reason.length > 0 && !goesOn.has(word.text) && !isVerbToCome(word, words)) break;
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

/** Whether a word opens a reason, or what follows from something. */
export const isOpener = (word: Word, words: readonly Word[]): boolean =>
  openers.has(word.text) ||
  (word.place === 0 && openersAtHead.has(word.text)) ||
  (word.text === 'as' && pronouns.has(words[word.place + 1]?.text ?? '')) ||
  isOfResult(word, words);

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
export const opensResult = ({ text }: Word): boolean => text === 'so' || text === 'which' || text === 'lest';
