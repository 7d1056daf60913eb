/** Why a model's text may not be shown. Whatever a page made a model say, these rules stand between it and an edition. */
import { splitSentences } from '../language/sentences.ts';
import { wordsOf } from '../language/words.ts';
import { addressRules } from './addresses.ts';
import { languageRules } from './answer-language.ts';
import type { AnswerContext, AnswerRule } from './answer-rule.ts';
import { isDictated, runsOf } from './dictated.ts';
import { markupRules } from './markup.ts';
import { ordersAmong } from './model-speech.ts';
import { readerRules } from './reader-address.ts';

/** A longer sentence is none of a digest. */
const mostWords = 60;
const mostCharacters = 600;

/** So many words in a row are no coincidence. */
const quotedRun = 8;

/** Whether `text` shares a run of words with the prompt that its source does not have. */
const quotesPrompt = (text: string, { promptText, sourceText }: AnswerContext): boolean => {
  const shared = runsOf(text, quotedRun).intersection(runsOf(promptText, quotedRun));
  return shared.size > 0 && shared.difference(runsOf(sourceText, quotedRun)).size > 0;
};

/**
 * Whether `text` has words that its source has only where it gives a model orders: in a title, which stays as it is, or
 * in what was not cleaned.
 */
const obeysSource = (text: string, { sourceText }: AnswerContext): boolean => {
  const sentences = sourceText
    .split('\n')
    .flatMap((line, block) => splitSentences(line).map(sentence => ({ text: sentence, block })));
  const found = ordersAmong(sentences);
  const textsOf = (areOrders: boolean): readonly string[] =>
    sentences.filter((_, index) => found.has(index) === areOrders).map(sentence => sentence.text);
  return isDictated(text, { orders: textsOf(true), rest: textsOf(false) });
};

const keysOf = (text: string): readonly string[] =>
  splitSentences(text)
    .map(sentence => wordsOf(sentence.toLowerCase()).join(' '))
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
  { fault: 'says what its source tells a model to say', isBroken: obeysSource },
];

const rules: readonly AnswerRule[] = [...markupRules, ...addressRules, ...readerRules, ...languageRules, ...formRules];

/**
 * What stands against showing `text`, each as a clause such as `it holds a web address`; nothing where it may be shown.
 * None quotes it, since notes on an answer go into the edition. It errs on the side of refusing: a text that is refused
 * gives way to the article's own words.
 */
export const answerFaults = (text: string, context: AnswerContext): readonly string[] =>
  rules.filter(({ isBroken }) => isBroken(text, context)).map(({ fault }) => `it ${fault}`);
