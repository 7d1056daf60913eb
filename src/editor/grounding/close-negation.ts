/**
 * Negation near the words of the article: the closer a sentence keeps to one of its sentences, the surer a difference in
 * denial turns it. So where nearly all that stands around a word stands in one sentence of the article too, it is enough
 * that it is denied in one of them and asserted in the other, and that no sentence nearly as close agrees.
 */
import type { ArticleIndex } from './article-index.ts';
import { counterparts, isOpposite } from './counterparts.ts';
import {
  denierOf,
  isDeniedBehind,
  isFirstDenied,
  isLeftFor,
  isNegativeAround,
  isOtherwise,
  isToCome,
  isWithin,
} from './denials.ts';
import { shareKeys } from './meanings.ts';
import { hedges, isDenier, isNegative } from './negations.ts';
import type { Word } from './reading.ts';
import { stateOf } from './states.ts';
import { fewestOthers, isAligned, isRepeated, sentencesLike, shareOf, wordsAround } from './surroundings.ts';
import { wordsIn } from './word-set.ts';

/** How much of what stands around a word a sentence of the article has to have. */
const closeShare = 0.6;
/** Where the article uses the word nowhere else. */
const soleShare = 0.45;
/** One that agrees is heard where it is less close by no more than this. */
const slack = 0.25;
/** What the article only names to deny it needs less around it. */
const leastShareOfNone = 0.3;

/** Denied, they deny the verb that follows them. */
const permissions = wordsIn(
  'let lets allow allows allowed permit permits permitted enable enables free able left oblige obliges force forces require requires',
);
/** Between a denial and a word they make it one half of a contrast: `from plugins and not from the core`. */
const links = wordsIn('from by in on at for with of to as because the a an');
/** They carry a denial on: `no way of declining`, `did not have to be asked`. */
const carriers = wordsIn('have had has way ways means chance need');
/** What is needed is not said to be there. */
const needs = wordsIn('need requir want');
/** They take back all that was named before them. */
const noneOfThese = wordsIn('none neither');
const plainDeniers = wordsIn('not never cannot');
/** After `rather`, `than` denies as plainly as they do. */
const isPlain = (text = ''): boolean => plainDeniers.has(text) || text === 'than';
const directions = wordsIn('to into onto from through');
const articles = wordsIn('a an the its their any');
type IsContrary = (found: Word, reading: readonly Word[], sentence: number) => boolean;

/** Whether the article says the contrary of `heads` where it is closest. */
const isTurned = (
  heads: readonly Word[],
  words: readonly Word[],
  article: ArticleIndex,
  isContrary: IsContrary,
): boolean => {
  const [head] = heads;
  const around = head ? wordsAround(head, heads, words) : [];
  const isSaidBothWays = words.some(
    word => head !== undefined && word.root === head.root && word.polarity !== head.polarity,
  );
  if (around.length < fewestOthers || isSaidBothWays) return false;
  /** `They rarely begin with an exploit. They begin with a key.` */
  const isSaidBothWaysThere = (sentence: number) =>
    [sentence - 1, sentence + 1].some(beside =>
      article.readings[beside]?.some(word => word.root === head?.root && word.polarity === head.polarity),
    );
  let [contrary, same, silent] = [0, 0, 0];
  for (const sentence of sentencesLike(around, article)) {
    const reading = article.readings[sentence] ?? [];
    const found = counterparts(heads, words, reading);
    const share = head && !isRepeated(reading, words) ? shareOf(head, around, words, sentence, article) : 1;
    if (found.length === 0) silent = Math.max(silent, share);
    else if (!isSaidBothWaysThere(sentence) && found.every(word => isContrary(word, reading, sentence)))
      contrary = Math.max(contrary, share);
    else same = Math.max(same, share);
  }
  const isDenial = head?.polarity !== 'asserted' && head?.by !== head?.place;
  const isOnly =
    (!isDenial || isPlain(words[head?.by ?? 0]?.text)) &&
    heads.some(({ root }) => {
      const all = article.occurrencesOf(root);
      return (
        all.length > 0 &&
        all.every(({ word, sentence }) => isContrary(word, article.readings[sentence] ?? [], sentence))
      );
    });
  if (isOnly && contrary >= soleShare && same < contrary - slack) return true;
  return contrary >= closeShare && same < contrary - slack && !(isDenial && silent > contrary);
};

const isDenialTurned = (
  denier: Word,
  denied: readonly Word[],
  words: readonly Word[],
  article: ArticleIndex,
): boolean => {
  const firsts = denied.filter(({ rank }) => rank === 0);
  const between = words.slice(denier.place + 1, firsts[0]?.place);
  const isSuperlative = denier.text === 'no' && words.some(({ text }) => text === 'than');
  const isLinked = between.some(({ text, place }) => links.has(text) && !carriers.has(words[place - 1]?.text ?? ''));
  if (firsts.length === 0 || isSuperlative || isLinked) return false;
  const heads = firsts.some(({ text }) => permissions.has(text)) ? denied.filter(({ rank }) => rank < 2) : firsts;
  const isPreference = !isDenier(denier.text);
  const isAsserted: IsContrary = (found, reading, sentence) =>
    isOpposite(found, heads, words, reading)
      ? isFirstDenied(found)
      : !(isPreference && isLeftFor(found, reading, article.readings[sentence + 1])) &&
        !isToCome(denier, words, reading) &&
        stateOf(found, reading, words) === 'asserted' &&
        !isNegativeAround(found, reading, words, heads) &&
        !isDeniedBehind(found, reading) &&
        !isOtherwise(found, reading, words) &&
        !reading.some(({ part, place, text }) => part === found.part && place < found.place && text === denier.text);
  return isTurned(heads, words, article, isAsserted);
};

/** The word that leads to another one over what stands between them and says nothing: `to` a person. */
const leadTo = ({ place }: Word, words: readonly Word[]): string =>
  words.slice(0, place).findLast(({ text }) => !articles.has(text))?.text ?? '';

/** Whether a verb that the article has not is denied, while it leads everything else there: `goes to a person`, `is never passed on to a person`. */
const isVerbDenied = (
  denier: Word,
  denied: readonly Word[],
  words: readonly Word[],
  article: ArticleIndex,
): boolean => {
  const [head, ...objects] = denied;
  const around = head ? wordsAround(head, [head], words) : [];
  const led = objects.filter(word => directions.has(leadTo(word, words)));
  if (
    head?.rank !== 0 ||
    !plainDeniers.has(denier.text) ||
    isNegative(head.text) ||
    around.length <= fewestOthers ||
    led.length === 0
  )
    return false;
  return sentencesLike(around, article).some(sentence => {
    const reading = article.readings[sentence] ?? [];
    const isLedThere = (word: Word) =>
      reading.some(
        found =>
          found.root === word.root &&
          found.polarity === 'asserted' &&
          leadTo(found, reading) === leadTo(word, words) &&
          !isNegativeAround(found, reading, words),
      );
    return (
      counterparts([head], words, reading).length === 0 &&
      around.every(word => reading.some(found => shareKeys(word, found))) &&
      led.every(isLedThere)
    );
  });
};

/** Those denials of `told`, the words of a sentence that can be denied, that are asserted in a sentence close to it. */
export const denialsTurned = (
  told: readonly Word[],
  words: readonly Word[],
  article: ArticleIndex,
): (readonly [number, readonly Word[]])[] => {
  const isCompared = words.some(({ text }) => text === 'than');
  const denied = told.filter(word => denierOf(word, words) && (word.polarity === 'denied' || isCompared));
  return [...Map.groupBy(denied, ({ by }) => by)].filter(([by, group]) => {
    const denier = words[by];
    return (
      denier !== undefined &&
      (isDenialTurned(denier, group, words, article) || isVerbDenied(denier, group, words, article))
    );
  });
};

/** They put a thing there. */
const introducing = wordsIn('a an with');

/** Whether the article names what a word says for nothing but to say that there is none: `a warning is shown`, `no warning`. */
const isThereNone = (word: Word, words: readonly Word[], article: ArticleIndex): boolean => {
  const [found, around] = [article.occurrencesOf(word.root), wordsAround(word, [word], words)];
  return (
    word.content &&
    around.length >= fewestOthers &&
    [word.place - 2, word.place - 1].some(at => introducing.has(words[at]?.text ?? '')) &&
    found.length > 0 &&
    !words.some(({ part, text }) => part === word.part && isNegative(text)) &&
    found.every(
      ({ word: one, sentence }) => isFirstDenied(one) && article.readings[sentence]?.[one.by]?.text === 'no',
    ) &&
    found.some(({ sentence }) => shareOf(word, around, words, sentence, article) >= leastShareOfNone)
  );
};

/** Whether a denial says nothing of a thing by itself: `no pixel comes from a single image`, `nothing in the room`. */
const isOfOthers = (found: Word, reading: readonly Word[], words: readonly Word[]): boolean => {
  if (isWithin(found, reading)) return true;
  if (reading[found.by]?.text !== 'no') return false;
  const denied = reading.find(
    ({ by, rank, place, content }) => content && by === found.by && rank > 0 && place > found.place,
  );
  return denied !== undefined && !words.some(word => isAligned(word, words, denied, reading));
};

/** What `used to` be so is not said to be used, nor to be so. */
const isHabit = ({ place }: Word, words: readonly Word[]): boolean =>
  [place, place - 2].some(at => words[at]?.text === 'used' && words[at + 1]?.text === 'to');

/** Whether what `words` assert of `word` is denied in a sentence close to them. */
export const assertionTurned = (word: Word, words: readonly Word[], article: ArticleIndex): boolean => {
  const isOwnHedge = word.polarity === 'open' && word.by === word.place;
  if ((word.polarity !== 'asserted' && !isOwnHedge) || isHabit(word, words)) return false;
  if (isNegative(word.text) && !hedges.has(word.text)) return false;
  const before = words.slice(0, word.place).filter(({ part }) => part === word.part);
  if (before.some(({ text, root, clause }) => isDenier(text) || (clause === word.clause && needs.has(root))))
    return false;
  const isBound = words.some(({ part, text }) => part === word.part && text === 'most');
  const isPartNegative = words.some(({ part, text }) => part === word.part && isNegative(text));
  const isDenied: IsContrary = (found, reading) =>
    isOpposite(found, [word], words, reading)
      ? found.polarity === 'asserted' &&
        !isNegativeAround(word, words, reading) &&
        !isNegativeAround(found, reading, words) &&
        !isDeniedBehind(found, reading)
      : ((stateOf(found, reading, words) === 'denied' && found.rank === 0 && !isOfOthers(found, reading, words)) ||
          (!isPartNegative && isDeniedBehind(found, reading, noneOfThese))) &&
        !isNegativeAround(word, words, reading) &&
        !isBound;
  return isTurned([word], words, article, isDenied) || isThereNone(word, words, article);
};
