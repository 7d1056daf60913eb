/** A reading: a text as its words, each with its meaning, its clause, and whether the text asserts or denies it. */
import { isStopWord } from '../language/words.ts';
import { undoubled } from './doubled.ts';
import { emptyWords } from './empty-words.ts';
import { type Meaning, meaningOf } from './meanings.ts';
import {
  auxiliaries,
  clauseOpeners,
  contrasts,
  hedges,
  isDenier,
  openDeniers,
  reopeners,
  undenied,
  wholeDeniers,
} from './negations.ts';
import { normalise } from './plain-text.ts';

export type Polarity = 'asserted' | 'denied' | 'open';

export interface Word extends Meaning {
  readonly text: string;
  /** Where it begins in the plain text. */
  readonly start: number;
  /** Its place among the words of the text. */
  readonly place: number;
  /** Whether it carries meaning of its own. */
  readonly content: boolean;
  readonly polarity: Polarity;
  /** For a word that is denied, its rank among the words of meaning that are denied with it, from 0. */
  readonly rank: number;
  /** Place of the word that denies it, or leaves it open; its own where none does. */
  readonly by: number;
  /** Number of its clause within the text. */
  readonly clause: number;
  /** Number of its half of a contrast: `while` and a semicolon begin another. */
  readonly part: number;
}

/** How many words of meaning a denial reaches, and a hedge; parts of a hyphenated word count as one. */
const reach = { asserted: 0, denied: 5, open: 3 } as const;
/** How far back a word can leave open what was denied. */
const longestReach = 40;
/** Words between the commas of a list. */
const longestItem = 4;

interface Token {
  readonly text: string;
  readonly start: number;
}

const tokenPattern = /\p{L}+n't(?!\p{L})|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;
const tokensOf = (text: string): Token[] =>
  [...text.matchAll(tokenPattern)].map(match => ({ text: match[0], start: match.index }));

const isMark = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

/** True where the item of a list that begins at `at` is followed by another, and the list goes on by `or`. */
const isListedOr = (tokens: readonly Token[], at: number): boolean => {
  for (let next = at; next < tokens.length; ) {
    const item = tokens.slice(next, next + longestItem + 1);
    const end = item.findIndex(({ text }) => text === ',' || text === 'or' || text === 'nor');
    if (end < 0) return false;
    if (item[end]?.text !== ',') return true;
    next += end + 1;
    if (next - at > 6 * longestItem) return false;
  }
  return false;
};

/** A hyphen within a word is no dash. */
const isDash = (tokens: readonly Token[], at: number): boolean => {
  const [before, here, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (here?.text !== '-') return false;
  return before === undefined || before.start + before.text.length !== here.start || after?.start !== here.start + 1;
};

/** What was said of the words since `from` is left open or denied instead. */
const amend = (words: Word[], from: number, polarity: Polarity, which: (word: Word) => boolean): void => {
  for (let place = Math.max(from, words.length - longestReach); place < words.length; place += 1) {
    const word = words[place];
    if (word && which(word)) words[place] = { ...word, polarity };
  }
};

/** `No matter` is a figure of speech, and `does not matter` is none. */
const isUndenied = (denier: string, next: string): boolean =>
  undenied.has(next) && (next !== 'matter' || denier === 'no');

/** `As many` opens no clause. */
const isOfQuantity = (text: string, next = ''): boolean => text === 'as' && (next === 'many' || next === 'much');

const isMeant = ({ content }: Word): boolean => content;

/** Reads one sentence. Linear in its length. */
export const read = (sentence: string): Word[] => {
  const tokens = tokensOf(undoubled(normalise(sentence)));
  const words: Word[] = [];
  let clause = 0;
  let part = 0;
  let clauseStart = 0;
  /** Where the words begin that no mark divides. */
  let stretchStart = 0;
  let polarity: Polarity = 'asserted';
  let rank = 0;
  let by = 0;
  const close = () => {
    polarity = 'asserted';
    rank = 0;
  };
  const open = () => {
    if (words.length > clauseStart) clause += 1;
    clauseStart = words.length;
    close();
  };
  const begin = (kind: Polarity) => {
    polarity = kind;
    rank = 0;
    by = words.length - 1;
  };
  tokens.forEach(({ text, start }, at) => {
    const before = tokens[at - 1]?.text ?? '';
    if (isMark(text)) {
      const isListed = text === ',' && polarity === 'denied' && isListedOr(tokens, at + 1);
      if (text === ';') part += 1;
      if (isListed) rank = 0;
      else if (/^[,;:()"!?.]$/.test(text) || isDash(tokens, at)) {
        open();
        stretchStart = words.length;
      }
      return;
    }
    if (text === 's' && before === "'") return;
    const isSaid = words[by + 1]?.text === 'that';
    if (auxiliaries.has(text) && rank > 0 && !isSaid) {
      const isDenied = polarity === 'denied' && !words.slice(by + 1).some(word => auxiliaries.has(word.text));
      if (!isDenied || !openDeniers.has(words[by]?.text ?? '')) close();
      else {
        for (const word of words.slice(by + 1)) words[word.place] = { ...word, rank: word.rank + 1 };
        rank = 0;
      }
    }
    if (auxiliaries.has(text) && polarity === 'open' && by === words.length - 1 && before.endsWith('ed')) close();
    const isNotYet = text === 'yet' && (isDenier(before) || isMark(tokens[at + 1]?.text ?? '.'));
    if (contrasts.has(text) && words.length > 0 && !isNotYet) part += 1;
    const isOfFigure = text === 'than' && /^\p{N}/u.test(tokens[at + 1]?.text ?? '');
    if (reopeners.has(text) && !isOfFigure) amend(words, stretchStart, 'open', word => word.polarity === 'denied');
    if (text === 'only') amend(words, words.length - 1, 'open', word => word.polarity === 'asserted');
    if (
      clauseOpeners.has(text) &&
      !isNotYet &&
      !isOfQuantity(text, tokens[at + 1]?.text) &&
      !(text === 'that' && polarity === 'denied' && rank < 2)
    )
      open();
    const content =
      text.length > 1 && !isStopWord(text) && !emptyWords.has(text) && !/^\p{N}+$/u.test(text) && !isDenier(text);
    const next = tokens[at + 1]?.text ?? '';
    const compound = next === '-' ? meaningOf(`${text}-${tokens[at + 2]?.text ?? ''}`) : undefined;
    const meaning = meaningOf(text);
    words.push({
      root: meaning.root,
      keys: compound ? [...meaning.keys, ...compound.keys] : meaning.keys,
      sides: compound?.sides.length ? compound.sides : meaning.sides,
      text,
      start,
      place: words.length,
      content,
      clause,
      part,
      polarity,
      rank,
      by: polarity === 'asserted' ? words.length : by,
    });
    if (content && before !== '-') rank += 1;
    if (polarity !== 'asserted' && rank >= reach[polarity]) close();
    if (isDenier(text) && !isUndenied(text, next) && (next === 'to' || !text.startsWith('fail'))) {
      begin('denied');
      const verb =
        (wholeDeniers.has(text) && !auxiliaries.has(next)) || (text === 'no' && next === 'one')
          ? words.slice(Math.max(clauseStart, words.length - reach.denied)).findLast(isMeant)
          : undefined;
      if (verb?.polarity === 'asserted') {
        words[verb.place] = { ...verb, polarity, by, rank: 0 };
        close();
      }
    } else if (text === 'instead' && next === 'of' && tokens[at + 2]?.text.endsWith('ing')) begin('denied');
    else if (hedges.has(text)) begin('open');
  });
  return words;
};

/** The place of the first of `words` that begins at `start` of the plain text or behind it. */
export const placeAt = (words: readonly Word[], start: number): number => {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  return low;
};
