/** Causes: a reason that the article does not give where it tells of the effect. */
import type { ArticleIndex } from './article-index.ts';
import { bestFit, fitOf } from './fit.ts';
import type { Word } from './reading.ts';

/** Words that open a reason, and those that open one at the head of a sentence only. */
const openers: ReadonlySet<string> = new Set(['because', 'since', 'due', 'thanks', 'owing', 'after', 'lest']);
const openersAtHead: ReadonlySet<string> = new Set(['to', 'by', 'with', 'as', 'after']);
/** Words that open a purpose, a means or a remark, if they do: such a phrase must be long to be judged, and much of it strange. */
const doubtfulOpeners: ReadonlySet<string> = new Set(['to', 'by', 'with', 'for', 'so', 'which']);
/** After `as`, these begin a reason; after `to`, they begin a place or an aim. */
const determiners: ReadonlySet<string> = new Set(
  'the a an its their his her our it they he she we this that these those each every no one all any'.split(' '),
);

/** Share of the words of a reason that must stand near what it is the reason of, and fewest words by which one is judged. */
const certain = { leastCovered: 0.7, fewestWords: 2 };
const doubtful = { leastCovered: 0.6, fewestWords: 3 };
/** Sentences before and after one that tells of the effect, among which its reason is looked for. */
const reach = 2;
/** How well a sentence must fit the effect, beside the one that fits it best. */
const leastShareOfFit = 0.8;

/** These go on with the reason, however they open a clause of their own. */
const goesOn: ReadonlySet<string> = new Set(['than', 'that', 'which', 'who', 'whose', 'as', 'when', 'if', 'where']);

/** The words of meaning that follow `opener`, to the end of its clause and of those that go on with it. */
const reasonAfter = (opener: Word, words: readonly Word[]): Word[] => {
  const reason: Word[] = [];
  let clause = words[opener.place + 1]?.clause;
  for (const word of words.slice(opener.place + 1)) {
    if (word.clause !== clause) {
      if (reason.length > 0 && !goesOn.has(word.text)) break;
      clause = word.clause;
    }
    if (word.content) reason.push(word);
  }
  return reason;
};

const isCovered = (
  reason: readonly Word[],
  effect: readonly Word[],
  article: ArticleIndex,
  leastCovered: number,
): boolean => {
  const fit = fitOf(effect, article);
  const least = leastShareOfFit * bestFit(fit);
  const having = reason.map(({ keys }) => article.sentencesWith(keys));
  const around = Array.from({ length: 2 * reach + 1 }, (_, offset) => offset - reach);
  return fit.some(
    (value, sentence) =>
      value >= least &&
      having.filter(sentences => around.some(offset => sentences.has(sentence + offset))).length >=
        leastCovered * reason.length,
  );
};

const demandsOf = ({ text, place }: Word, words: readonly Word[]): typeof certain | undefined => {
  const isDetermined = determiners.has(words[place + 1]?.text ?? '');
  if (text === 'as' && place > 0) return isDetermined ? certain : undefined;
  if (text === 'to' && isDetermined) return undefined;
  if (openers.has(text) || (place === 0 && openersAtHead.has(text))) return certain;
  return doubtfulOpeners.has(text) ? doubtful : undefined;
};

/** The reasons, from their opening word on, that the article does not give near their effects. */
export const reasonsMissing = (words: readonly Word[], article: ArticleIndex): (readonly Word[])[] =>
  words.flatMap(opener => {
    const demands = demandsOf(opener, words);
    if (demands === undefined) return [];
    const reason = reasonAfter(opener, words);
    const effect = words.filter(word => word.content && !reason.includes(word));
    if (reason.length < demands.fewestWords || effect.length < 2) return [];
    return isCovered(reason, effect, article, demands.leastCovered) ? [] : [[opener, ...reason]];
  });
