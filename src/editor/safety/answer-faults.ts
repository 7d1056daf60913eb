/** Why a model's text may not be shown. Whatever a page made a model say, these rules stand between it and an edition. */
import { foldSpace, splitSentences } from '../language/sentences.ts';
import { wordsOf } from '../language/words.ts';
import { addressRules } from './addresses.ts';
import { languageRules } from './answer-language.ts';
import type { AnswerContext, AnswerRule } from './answer-rule.ts';
import { markupRules } from './markup.ts';
import { readerRules } from './reader-address.ts';

/** A longer sentence is none of a digest. */
const mostWords = 60;
const mostCharacters = 600;

/** So many words in a row are no coincidence. */
const quotedRun = 8;

const spokenWords = (text: string): readonly string[] => wordsOf(text.normalize('NFKC').toLowerCase());

const runsOf = (text: string): ReadonlySet<string> => {
  const words = spokenWords(text);
  return new Set(
    words
      .map((_, start) => words.slice(start, start + quotedRun))
      .filter(run => run.length === quotedRun)
      .map(run => run.join(' ')),
  );
};

/** Whether `text` shares a run of words with the prompt that its source does not have. */
const quotesPrompt = (text: string, { promptText, sourceText }: AnswerContext): boolean => {
  const shared = runsOf(text).intersection(runsOf(promptText));
  return shared.size > 0 && shared.difference(runsOf(sourceText)).size > 0;
};

const keysOf = (text: string): readonly string[] =>
  splitSentences(text)
    .map(sentence => spokenWords(sentence).join(' '))
    .filter(key => key !== '');

const formRules: readonly AnswerRule[] = [
  {
    fault: `has a sentence of more than ${mostWords} words or ${mostCharacters} characters`,
    isBroken: text =>
      splitSentences(text).some(sentence => sentence.split(' ').length > mostWords || sentence.length > mostCharacters),
  },
  {
    fault: 'says the same sentence twice',
    isBroken: text => {
      const keys = keysOf(text);
      return new Set(keys).size < keys.length;
    },
  },
  { fault: 'repeats the words of the prompt', isBroken: quotesPrompt },
];

const rules: readonly AnswerRule[] = [...markupRules, ...addressRules, ...readerRules, ...languageRules, ...formRules];

/** Characters of a text that a fault quotes. */
const quotation = 80;

/**
 * What stands against showing `text`, each as a sentence that quotes its beginning; nothing where it may be shown.
 * It errs on the side of refusing: a text that is refused gives way to the article's own words.
 */
export const answerFaults = (text: string, context: AnswerContext): readonly string[] => {
  const folded = foldSpace(text);
  const shown = folded.length > quotation ? `${folded.slice(0, quotation).toWellFormed()}…` : folded;
  return rules.filter(({ isBroken }) => isBroken(text, context)).map(({ fault }) => `“${shown}” ${fault}`);
};
