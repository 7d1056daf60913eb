/**
 * Pairings: two clauses that have exchanged what they tell of. Where the article says that A does this and B does that,
 * `A does that and B does this` has every word of it, and each in the wrong company.
 */
import type { ArticleIndex } from './article-index.ts';
import { bestFit, fitOf } from './fit.ts';
import type { Word } from './reading.ts';

/** Words of two clauses by which their pairing can be told. */
const fewestTelling = 6;

/** Clauses of one sentence that are looked at. */
const mostClauses = 12;

/** What a sentence is divided into: its clauses, or the halves of a contrast. */
const divisions = [({ clause }: Word) => clause, ({ part }: Word) => part] as const;
type Division = (typeof divisions)[number];

const clausesIn = (words: readonly Word[], division: Division): (readonly Word[])[] => {
  const content = words.filter(word => word.content);
  return [...Map.groupBy(content, division).values()].filter(clause => clause.length > 1).slice(0, mostClauses);
};

const pairsOf = <Item>(items: readonly Item[]): (readonly [Item, Item])[] =>
  items.flatMap((one, at) => items.slice(at + 1).map(other => [one, other] as const));

/** What both clauses of a sentence name tells nothing of their company. */
const without = (words: readonly Word[], others: readonly Word[]): readonly Word[] =>
  words.filter(({ root }) => !others.some(other => other.root === root));

/** How many of `words` stand in the first of two clauses alone, and in the second alone. */
const countsOf = (words: readonly Word[], first: ReadonlySet<string>, second: ReadonlySet<string>) => {
  const inFirst = words.filter(({ root }) => first.has(root) && !second.has(root)).length;
  const inSecond = words.filter(({ root }) => second.has(root) && !first.has(root)).length;
  return { inFirst, inSecond, isMixed: inFirst > 0 && inSecond > 0 };
};

const rootsOf = (words: readonly Word[]): ReadonlySet<string> => new Set(words.map(({ root }) => root));

const areExchanged = (
  one: readonly Word[],
  other: readonly Word[],
  article: readonly Word[],
  division: Division,
): boolean =>
  pairsOf(clausesIn(article, division).map(rootsOf)).some(([first, second]) => {
    const mine = countsOf(without(one, other), first, second);
    const theirs = countsOf(without(other, one), first, second);
    const telling = mine.inFirst + mine.inSecond + theirs.inFirst + theirs.inSecond;
    return mine.isMixed && theirs.isMixed && telling >= fewestTelling;
  });

/** The two clauses of `words`, for each two that have exchanged something. */
export const pairingsExchanged = (words: readonly Word[], article: ArticleIndex): (readonly Word[])[] =>
  divisions.flatMap(division =>
    pairsOf(clausesIn(words, division)).flatMap(([one, other]) => {
      const fit = fitOf([...one, ...other], article);
      const best = fit.indexOf(bestFit(fit));
      return areExchanged(one, other, article.readings[best] ?? [], division) ? [[...one, ...other]] : [];
    }),
  );
