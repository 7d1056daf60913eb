/**
 * Broken clauses: what one clause says stands in two places of the article, and neither speaks of the rest. A sentence may go
 * on to another place where a clause begins that has a subject of its own; a clause that changes its place before it ends, or
 * goes on by a relative or a verb alone, says of one thing what the article says of another.
 */
import { lemmasOf } from '../language/lexicon.ts';
import type { ArticleIndex } from './article-index.ts';
import { costsOf, type Distances, toldIn, weightOf } from './closeness.ts';
import { auxiliaries } from './negations.ts';
import type { Word } from './reading.ts';
import { wordsIn } from './word-set.ts';

/** What the traces cost, where a word left unsaid costs 1; a step leads to one of the sentences next to a place. */
const distances: Distances = { other: 0.3, beside: 0.5, nearby: 0.8 };
const costOf = { jump: 0.6, step: 0.2 } as const;
const longestStep = 2;
/** A clause is broken where it costs so much less to tell it from two places. */
const leastSaved = 0.8;

const relatives: ReadonlySet<string> = new Set(['which', 'who', 'whose', 'whom', 'where', 'that']);
const joints = wordsIn('and or then but be been also to by so not only it they');

const isVerb = ({ text }: Word): boolean => lemmasOf(text).some(({ pos }) => pos === 'verb');

/** Whether a clause with a subject of its own begins between two words that are told one after the other. */
const beginsBetween = (one: Word, next: Word, words: readonly Word[]): boolean => {
  if (one.clause === next.clause) return false;
  const between = words.slice(one.place + 1, next.place);
  if (between.some(({ text }) => relatives.has(text))) return between.some(({ content }) => content);
  const goesOn = between.length > 0 && between.every(({ text }) => joints.has(text) || auxiliaries.has(text));
  return !(goesOn && isVerb(next));
};

/** The cheapest trace that ends in a sentence, and the number of the word before which it last broke a clause. */
interface Trace {
  readonly cost: number;
  readonly broken: number;
}

const cheaper = (one: Trace, other: Trace): Trace => (other.cost < one.cost ? other : one);
const nowhere: Trace = { cost: Infinity, broken: 0 };

const nearestTo = (sentence: number, traces: readonly Trace[]): Trace => {
  let best = nowhere;
  for (let near = sentence - longestStep; near <= sentence + longestStep; near += 1)
    best = cheaper(best, traces[near] ?? nowhere);
  return best;
};

/** @param costs what each word costs in each sentence */
const traceOf = (costs: readonly Float64Array[], isOpen: (word: number) => boolean, mayBreak: boolean): Trace => {
  const [first = new Float64Array(), ...others] = costs;
  let traces: readonly Trace[] = Array.from(first, cost => ({ cost, broken: 0 }));
  for (const [before, own] of others.entries()) {
    const word = before + 1;
    const best = traces.reduce(cheaper, nowhere);
    const jump = isOpen(word) || mayBreak ? costOf.jump : Infinity;
    const jumped = { cost: best.cost + jump, broken: isOpen(word) ? best.broken : word };
    traces = traces.map((trace, sentence) => {
      const { cost, broken } = nearestTo(sentence, traces);
      const from = cheaper(cheaper(trace, { cost: cost + costOf.step, broken }), jumped);
      return { cost: from.cost + (own[sentence] ?? 0), broken: from.broken };
    });
  }
  return traces.reduce(cheaper, nowhere);
};

/** The two words between which a clause breaks, where one does. */
export const clausesBroken = (
  words: readonly Word[],
  article: ArticleIndex,
  isNamed: (word: Word) => boolean,
): readonly (readonly Word[])[] => {
  const told = toldIn(words, article, isNamed);
  const costs = told.map(word => costsOf(word, words, article, distances).map(cost => Math.min(cost, weightOf(word))));
  const isOpen = (word: number): boolean => {
    const [one, next] = told.slice(word - 1, word + 1);
    return one !== undefined && next !== undefined && beginsBetween(one, next, words);
  };
  const whole = traceOf(costs, isOpen, false);
  if (whole.cost < costOf.jump + leastSaved) return [];
  const broken = traceOf(costs, isOpen, true);
  return whole.cost - broken.cost >= leastSaved ? [told.slice(broken.broken - 1, broken.broken + 1)] : [];
};
