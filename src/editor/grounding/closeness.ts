/** Closeness: how much of a sentence a few neighbouring sentences of the article say together, in its words or in others for them. */
import { generality, isRelated } from '../language/lexicon.ts';
import type { ArticleIndex } from './article-index.ts';
import { termsOf } from './passages.ts';
import type { Word } from './reading.ts';

/** Stretches of three sentences that are looked at word by word. */
const mostStretches = 4;
const length = 3;
/**
 * Share of a sentence, each word weighed by how telling it is, that one stretch must say, since a writer condenses one
 * passage: chosen on the labelled sentences for practice, where it parts those that join what stands apart from the true.
 */
const leastSaid = 0.7;
const leastSaidOfFew = 0.75;
/** A single word is a matter of style, and two may be, but not in a sentence of so few. */
const fewestLacking = 3;
const few = 3;
/** What a word that may mean anything is spared of its weight. */
const shareOfGenerality = 0.7;

const weightOf = ({ text }: Word): number => (/^\p{L}+$/u.test(text) ? 1 - shareOfGenerality * generality(text) : 1);

/** Where the stretches begin whose sentences share most with the words as they are. */
const stretchesLike = (having: readonly ReadonlySet<number>[], weights: readonly number[], count: number): number[] => {
  const shared = new Float64Array(count);
  having.forEach((sentences, at) => {
    const starts = new Set([...sentences].flatMap(sentence => [sentence - 2, sentence - 1, sentence]));
    for (const start of starts)
      if (start >= 0 && start < count) shared[start] = (shared[start] ?? 0) + (weights[at] ?? 0);
  });
  return [...shared.keys()].sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b).slice(0, mostStretches);
};

/** The words of meaning, names aside, that the stretch which says most of a sentence does not say, where that is too little. */
export const wordsApart = (
  words: readonly Word[],
  article: ArticleIndex,
  isNamed: (word: Word) => boolean,
): readonly Word[] => {
  const told = words.filter(word => word.content && !isNamed(word));
  const weights = told.map(weightOf);
  const weigh = (which: (at: number) => boolean): number =>
    weights.reduce((sum, weight, at) => (which(at) ? sum + weight : sum), 0);
  const having = told.map(({ keys }) => article.sentencesWith(keys));
  const saidIn = (sentence: number): readonly number[] => {
    const terms = termsOf(article.readings[sentence] ?? []);
    return told.flatMap(({ text }, at) =>
      having[at]?.has(sentence) || terms.some(term => isRelated(text, term)) ? at : [],
    );
  };
  const stretches = stretchesLike(having, weights, article.sentences.length).map(
    start => new Set(Array.from({ length }, (_, offset) => saidIn(start + offset)).flat()),
  );
  const [most] = stretches.sort((a, b) => weigh(at => b.has(at)) - weigh(at => a.has(at)));
  const isSaid = (at: number): boolean => most?.has(at) ?? false;
  const lacking = told.filter((_, at) => !isSaid(at));
  const isStyle = lacking.length < fewestLacking && told.length > few;
  const least = told.length > few ? leastSaid : leastSaidOfFew;
  return isStyle || weigh(isSaid) >= least * weigh(() => true) ? [] : lacking;
};
