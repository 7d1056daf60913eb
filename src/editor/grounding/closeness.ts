/**
 * Closeness: how far a sentence has to be gathered from its article. Its words are traced through the article in their order,
 * the cheapest way: each stands in the sentence that is reached, in its own form or in another word for it, or close to it,
 * or is left unsaid, and to go on from another place costs as much as a few words unsaid. A paraphrase leaves a word unsaid
 * here and there, and a summary goes from place to place; what nobody told as one does too much of both.
 */
import { relatedAmong } from '../language/lexicon.ts';
import type { ArticleIndex } from './article-index.ts';
import { termsOf, termsWith } from './passages.ts';
import type { Word } from './reading.ts';

/**
 * What the trace costs, where a word left unsaid costs 1; chosen on the labelled sentences for practice, where it parts
 * those that join what stands apart from the true.
 */
const costOf = { jump: 2.5, other: 0.07, beside: 0.07, nearby: 0.4 } as const;
/** A number is looked for by itself, and here tells no more than where the article speaks of it. */
const weightOfNumber = 0.4;
/**
 * Share of its words that a sentence may cost, less what makes it stricter where they are few; two words are a matter of style,
 * but only one is in a sentence of four, and none in a shorter one.
 */
const shareAllowed = 0.36;
const lessForFew = 0.8;
const leastAllowed = 2.45;
const allowedOfFew = [0.9, 0.9, 0.9, 0.9, 1.9];

const isNumber = ({ text }: Word): boolean => /^\p{N}/u.test(text);
/** What a word costs that is left unsaid. */
export const weightOf = (word: Word): number => (isNumber(word) ? weightOfNumber : 1);

/** Where each of the terms of an article stands, and what was found for the words asked for. */
interface Vocabulary {
  readonly sentencesOf: ReadonlyMap<string, readonly number[]>;
  readonly relatedTo: (term: string) => readonly string[];
  readonly answers: Map<string, ReadonlySet<number>>;
}
const vocabularies = new WeakMap<ArticleIndex, Vocabulary>();
/** Terms of an article that are looked at, more than a long one has, and answers that are kept. */
const mostTerms = 4000;
const mostAnswers = 2000;

const vocabularyOf = (article: ArticleIndex): Vocabulary => {
  const known = vocabularies.get(article);
  if (known) return known;
  const sentencesOf = new Map<string, number[]>();
  article.readings.forEach((words, sentence) => {
    for (const term of new Set(termsOf(words))) {
      const known = sentencesOf.get(term);
      if (known) known.push(sentence);
      else if (sentencesOf.size < mostTerms) sentencesOf.set(term, [sentence]);
    }
  });
  const relatedTo = relatedAmong(sentencesOf.keys());
  const vocabulary = { sentencesOf, relatedTo, answers: new Map<string, ReadonlySet<number>>() };
  vocabularies.set(article, vocabulary);
  return vocabulary;
};

/** The sentences that have another word or phrase for `term`. */
const othersFor = (term: string, article: ArticleIndex): ReadonlySet<number> => {
  const { sentencesOf, relatedTo, answers } = vocabularyOf(article);
  const known = answers.get(term);
  if (known) return known;
  const found = new Set(relatedTo(term).flatMap(other => sentencesOf.get(other) ?? []));
  if (answers.size >= mostAnswers) answers.clear();
  answers.set(term, found);
  return found;
};

/** Whether some sentence says `word`, in its own form or in another. */
export const isSaidAnywhere = (word: Word, words: readonly Word[], article: ArticleIndex): boolean =>
  article.sentencesWith(word.keys).size > 0 || termsWith(word, words).some(term => othersFor(term, article).size > 0);

/** What a word costs where a sentence has another for it, and where it stands in the sentence beside or beyond that. */
export interface Distances {
  readonly other: number;
  readonly beside: number;
  readonly nearby: number;
}

/** What `word` costs in each sentence: the less, the nearer it stands. */
export const costsOf = (
  word: Word,
  words: readonly Word[],
  article: ArticleIndex,
  { other, beside, nearby }: Distances,
): Float64Array => {
  const costs = new Float64Array(article.sentences.length).fill(Infinity);
  const spread = (sentences: Iterable<number>, cost: number) => {
    for (const sentence of sentences)
      [nearby, beside, 0, beside, nearby].forEach((more, at) => {
        const near = sentence + at - 2;
        const before = costs[near];
        if (before !== undefined) costs[near] = Math.min(before, (cost + more) * weightOf(word));
      });
  };
  if (!isNumber(word)) for (const term of termsWith(word, words)) spread(othersFor(term, article), other);
  spread(article.sentencesWith(word.keys), 0);
  return costs;
};

/** The words that are unsaid in a trace or do not follow, the last one first. */
type Strays = { readonly word: Word; readonly before: Strays } | undefined;

/** The cheapest trace that ends in a sentence. */
interface Trace {
  readonly cost: number;
  readonly strays: Strays;
}

const listOf = (strays: Strays): Word[] => (strays ? [...listOf(strays.before), strays.word] : []);

const nothing: Trace = { cost: 0, strays: undefined };

const cheapestOf = (traces: readonly Trace[]): Trace =>
  traces.reduce((best, trace) => (trace.cost < best.cost ? trace : best), traces[0] ?? nothing);

const traceOf = (told: readonly Word[], words: readonly Word[], article: ArticleIndex): Trace => {
  let traces: readonly Trace[] = article.sentences.map(() => nothing);
  for (const word of told) {
    const costs = costsOf(word, words, article, costOf);
    const best = cheapestOf(traces);
    const jumped = { cost: best.cost + costOf.jump, strays: { word, before: best.strays } };
    const unsaid = weightOf(word);
    traces = traces.map((trace, sentence) => {
      const from = jumped.cost < trace.cost ? jumped : trace;
      const cost = from.cost + (costs[sentence] ?? Infinity);
      return cost <= trace.cost + unsaid
        ? { cost, strays: from.strays }
        : { cost: trace.cost + unsaid, strays: { word, before: trace.strays } };
    });
  }
  return cheapestOf(traces);
};

/** What a sentence tells, its names aside, which are looked for by themselves: words of meaning, and numbers that the article has. */
export const toldIn = (
  words: readonly Word[],
  article: ArticleIndex,
  isNamed: (word: Word) => boolean,
): readonly Word[] =>
  words.filter(word => !isNamed(word) && (isNumber(word) ? article.sentencesWith(word.keys).size > 0 : word.content));

/** The words of meaning, names aside, at which the trace of a sentence breaks, where it costs more than the sentence allows. */
export const wordsApart = (
  words: readonly Word[],
  article: ArticleIndex,
  isNamed: (word: Word) => boolean,
): readonly Word[] => {
  const told = toldIn(words, article, isNamed);
  const weight = told.reduce((sum, word) => sum + weightOf(word), 0);
  const { cost, strays } = traceOf(told, words, article);
  const allowed = allowedOfFew[told.length] ?? Math.max(leastAllowed, shareAllowed * weight - lessForFew);
  return cost > allowed ? listOf(strays) : [];
};
