/**
 * Direction: words whose opposite stands where the article says the same of the same, as `slower` where it says `faster`.
 * A mere likeness to a place with an opposite is not enough: what the sentence says elsewhere is not held against it,
 * and whatever is denied or left open is a matter of negation.
 */
import type { ArticleIndex, Occurrence } from './article-index.ts';
import { comparedAlike } from './compared-things.ts';
import { type Context, contextOf } from './context.ts';
import { directionsOf, isOnSide } from './directions.ts';
import { type Evidence, isContradicted, likest } from './evidence.ts';
import { shareKeys } from './meanings.ts';
import { keyOf, type Side } from './opposites.ts';
import { isOrderedOtherwise } from './order-in-time.ts';
import { isTurnedOfSame } from './predicates.ts';
import type { Word } from './reading.ts';

const certainty = { times: 1.2, least: 0.4 };
/** For one of two opposites, where the other is as in the article. */
const certaintyAlone = { times: 2, least: 0.4 };
/** Of 2, how surely the article compares the same two things, the same way or the other way round. */
const leastCompared = 0.45;
/** How like the place of an occurrence another word's must be, beside that of the word which it might be against. */
const leastShareOfLikeness = 0.9;
/** They say how often what follows is so, and turn round nothing but that. */
const ofVerbs: ReadonlySet<string> = new Set(['always', 'never', 'often', 'rarely', 'seldom']);

/** They speak of what follows them alone: what is before a release is not before what comes before it. */
const looksAhead = ({ text }: Word): boolean => text === 'before' || text === 'after';

const nextOf = ({ place }: Word, words: readonly Word[]): Word | undefined =>
  words.slice(place + 1).find(({ content }) => content);

/** A place of the sentence or of the article, with the words around it. */
interface Spot {
  readonly word: Word;
  readonly words: readonly Word[];
}

/** Whether `found` says what `claim` says on `side`; undefined where it leaves it open or says it of another thing. */
const saysSame = (found: Spot, claim: Spot, { line, side }: Side): boolean | undefined => {
  const told = directionsOf(found.word, found.words).find(of => of.line === line);
  if (told === undefined || found.word.polarity === 'open') return undefined;
  const [next, nextThere] = [nextOf(claim.word, claim.words), nextOf(found.word, found.words)];
  if (ofVerbs.has(claim.word.text) && !(next && nextThere && shareKeys(next, nextThere))) return undefined;
  const [isOfSide, isOfPolarity] = [told.side === side, found.word.polarity === claim.word.polarity];
  if (isOfSide === isOfPolarity) return true;
  return isOfSide ? undefined : false;
};

/** True where another word of the sentence says what stands in the article at `found`, and so is what it is to be held against. */
const isOfAnother = (
  found: Spot,
  occurrence: Occurrence,
  { word, words }: Spot,
  side: Side,
  article: ArticleIndex,
  around: (word: Word) => Context,
): boolean => {
  const sides = directionsOf(found.word, found.words);
  const others = words.filter(
    other =>
      other.place !== word.place &&
      other.polarity === found.word.polarity &&
      (other.root === found.word.root ||
        (!article.placesIn(occurrence.sentence).has(other.root) &&
          sides.some(of => isOnSide(directionsOf(other, words), of)))),
  );
  if (others.length === 0) return false;
  const isSaidNear = [-1, 0, 1].some(offset => article.placesIn(occurrence.sentence + offset).has(keyOf(side)));
  const like = (other: Word) => likest(around(other), article, [occurrence]);
  return !isSaidNear || others.some(other => like(other) >= leastShareOfLikeness * like(word));
};

/** True where the sentence has a word of the article's in another place than where it is asked for. */
const isTaken = (found: Spot, { word, words }: Spot): boolean =>
  found.word.root !== word.root && words.some(other => other.root === found.word.root);

const isOnLine = (sides: readonly Side[], { line }: Side): boolean => sides.some(side => side.line === line);

const weigh = (claim: Spot, side: Side, article: ArticleIndex): Evidence => {
  const ahead = looksAhead(claim.word);
  const apart = (other: Word) => isOnLine(other.sides, side);
  const around = ({ place }: Word) => contextOf(claim.words, place, article, { apart, ahead });
  const judged = ([0, 1] as const)
    .flatMap(at => article.occurrencesOf(keyOf({ line: side.line, side: at })))
    .filter(({ word }) => !ahead || looksAhead(word))
    .filter(({ word, sentence }) => isOnLine(directionsOf(word, article.readings[sentence] ?? []), side))
    .map(occurrence => {
      const found = { word: occurrence.word, words: article.readings[occurrence.sentence] ?? [] };
      return { occurrence, found, same: saysSame(found, claim, side) };
    });
  const likestOf = (those: typeof judged) =>
    likest(
      around(claim.word),
      article,
      those.map(({ occurrence }) => occurrence),
    );
  return {
    same: likestOf(judged.filter(({ found, same }) => same !== false && !isTaken(found, claim))),
    contrary: likestOf(
      judged.filter(
        ({ found, occurrence, same }) =>
          same === false && !isOfAnother(found, occurrence, claim, side, article, around),
      ),
    ),
  };
};

/** What speaks for and against `word` in its place, of all the lines that it stands on. */
const evidenceOfDirection = (word: Word, words: readonly Word[], article: ArticleIndex): Evidence => {
  const weighed = directionsOf(word, words).map(side => weigh({ word, words }, side, article));
  const own = article.occurrencesOf(word.root).filter(({ word: found }) => found.polarity === word.polarity);
  const context = contextOf(words, word.place, article, { ahead: looksAhead(word) });
  return {
    same: Math.max(likest(context, article, own), ...weighed.map(({ same }) => same)),
    contrary: Math.max(0, ...weighed.map(({ contrary }) => contrary)),
  };
};

/** True where `other` stands opposite to `word` on a line: what is said of the large and of the small. */
const areOpposed = (word: Word, other: Word, words: readonly Word[]): boolean =>
  directionsOf(word, words).some(({ line, side }) =>
    directionsOf(other, words).some(of => of.line === line && of.side !== side),
  );

/** The words of the sentence in the place of which the article has an opposite, each by itself. */
export const directionsTurned = (words: readonly Word[], article: ArticleIndex): (readonly Word[])[] => {
  const judged = words.filter(word => word.sides.length > 0 && word.polarity !== 'open');
  const evidence = new Map(judged.map(word => [word, evidenceOfDirection(word, words, article)] as const));
  const turnedBy = (demands: typeof certainty) =>
    new Set([...evidence].flatMap(([word, found]) => (isContradicted(found, demands) ? [word] : [])));
  const [turned, surelyTurned] = [turnedBy(certainty), turnedBy(certaintyAlone)];
  return words
    .filter(word => {
      const alike = comparedAlike(word, words, article);
      if (alike <= -leastCompared || isOrderedOtherwise(word, words, article)) return true;
      if (!evidence.has(word)) return false;
      if (isTurnedOfSame(word, words, article)) return true;
      if (alike >= leastCompared) return false;
      const opposed = judged.filter(other => areOpposed(word, other, words));
      const isTurned = turned.has(word) && (opposed.length === 0 || opposed.some(other => turned.has(other)));
      return isTurned || surelyTurned.has(word);
    })
    .map(word => [word]);
};
