/**
 * Told reasons: whether the article tells of an effect and its reason in one place, where it has told of both somewhere.
 * What it tells of far apart, it does not join; and to what has a reason of its own, it gives no other.
 */
import type { ArticleIndex } from './article-index.ts';
import { fitOf } from './fit.ts';
import type { Stated } from './joined-reasons.ts';
import { lackingIn, weightOf } from './passages.ts';
import type { Word } from './reading.ts';
import { isOpener, isPurpose, opensResult, reasonAfter } from './reasons.ts';

/** Sentences that are looked at word by word, and those beside each in which the other half may stand. */
const mostSentences = 8;
const reach = 2;
/**
 * How well effect and reason must be told within a passage, beside where each is told best. Of 79 true reasons for practice
 * none is below 0.8.
 */
const leastMeeting = 0.75;
/** Share of an effect or a reason that one sentence must say to tell of it. */
const leastOfTold = 0.68;
/** Share of an effect that one sentence must say for its reason to be that of the effect, and of a reason to be the same. */
const leastOfOwn = 0.8;
const leastOfSame = 0.65;
/** Fewest words of meaning in a reason of the article. */
const fewestWords = 2;
/** Reasons of one sentence that are looked at. */
const mostReasons = 4;
/** In a later sentence, these make it follow from what was said before; it is no reason of that. */
const following: ReadonlySet<string> = new Set(['thus', 'therefore', 'hence', 'consequently']);

/** What would have been is not. */
const supposing: ReadonlySet<string> = new Set(['would', 'could', 'might']);

/** From 0 to 1, how much of some words of the sentence one sentence of the article says. */
type Share = (sentence: number) => number;

export const shareOf = (some: readonly Word[], words: readonly Word[], article: ArticleIndex): Share => {
  const known = new Map<number, number>();
  const whole = weightOf(some);
  return sentence => {
    const share = known.get(sentence) ?? 1 - weightOf(lackingIn(some, words, article, sentence, 0)) / (whole || 1);
    known.set(sentence, share);
    return share;
  };
};

/** The sentences that fit `some` best, by how much of it they say, most first. */
export const tellingOf = (some: readonly Word[], share: Share, article: ArticleIndex): readonly number[] => {
  const fit = fitOf(some, article);
  return [...fit.keys()]
    .sort((a, b) => (fit[b] ?? 0) - (fit[a] ?? 0) || a - b)
    .slice(0, mostSentences)
    .sort((a, b) => share(b) - share(a) || a - b);
};

const around = (sentence: number, { sentences }: ArticleIndex): number[] =>
  Array.from({ length: 2 * reach + 1 }, (_, offset) => sentence - reach + offset).filter(
    at => at >= 0 && at < sentences.length,
  );

const isSaidBy = (some: readonly Word[], words: readonly Word[]): boolean =>
  some.some(({ keys }) => words.some(other => other.keys.some(key => keys.includes(key))));

/**
 * The reasons that a sentence of the article gives of what it tells, either what for or what from; what was given up `when`
 * errors piled up was so for that.
 */
const reasonsIn = (sentence: number, ofPurpose: boolean, article: ArticleIndex): readonly (readonly Word[])[] => {
  const words = article.readings[sentence] ?? [];
  return words
    .filter(word => word.text === 'when' || (isOpener(word, words) && !opensResult(word, words)))
    .filter(word => isPurpose(word, words) === ofPurpose)
    .slice(0, mostReasons)
    .map(word => reasonAfter(word, words));
};

/** Whether a sentence gives what it tells of a reason, none word of which is of the effect. */
const hasOwnReason = (sentence: number, ofPurpose: boolean, effect: readonly Word[], article: ArticleIndex): boolean =>
  reasonsIn(sentence, ofPurpose, article).some(own => own.length >= fewestWords && !isSaidBy(own, effect));

/** Place of the first word behind which a sentence tells of what is not so: `would have been friendlier`. */
const supposedFrom = (words: readonly Word[]): number =>
  words.findIndex(({ text, place }) => supposing.has(text) && words[place + 1]?.text === 'have');

/** Whether a sentence of the article only supposes what it says of `reason`: most of it stands behind a `would have`. */
const isSupposedIn = (sentence: number, reason: readonly Word[], article: ArticleIndex): boolean => {
  const from = supposedFrom(article.readings[sentence] ?? []);
  if (from < 0) return false;
  const places = article.placesIn(sentence);
  const isBehind = ({ keys }: Word) => keys.some(key => places.get(key)?.some(place => place > from));
  return weightOf(reason.filter(isBehind)) > weightOf(reason) / 2;
};

/** Whether the article tells of a reason where it tells of its effect, or does not tell of one of them clearly enough to say. */
export const isTold = (opener: Word, { reason, effect, words }: Stated, article: ArticleIndex): boolean => {
  const [ofEffect, ofReason] = [shareOf(effect, words, article), shareOf(reason, words, article)];
  const effects = tellingOf(effect, ofEffect, article);
  const [effectAt = 0] = effects;
  const [reasonAt = 0] = tellingOf(reason, ofReason, article);
  const [mostOfEffect, mostOfReason] = [ofEffect(effectAt), ofReason(reasonAt)];
  const ofPurpose = isPurpose(opener, words);
  const isSupposed = words.slice(opener.place).some(({ text }) => supposing.has(text));
  if (mostOfReason >= leastOfTold && !isSupposed && isSupposedIn(reasonAt, reason, article)) return false;
  if (mostOfEffect < leastOfTold || mostOfReason < leastOfTold) return true;
  const meetings = effects.flatMap(at =>
    around(at, article).map(beside => Math.min(ofEffect(at) / mostOfEffect, ofReason(beside) / mostOfReason)),
  );
  if (Math.max(...meetings) < leastMeeting) {
    const isLike = (at: number) => reasonsIn(at, ofPurpose, article).some(own => isSaidBy(own, reason));
    return effects.some(at => ofEffect(at) >= leastMeeting * mostOfEffect && isLike(at));
  }
  if (opensResult(opener, words)) return true;
  const isReversed = reasonAt > effectAt && (article.readings[reasonAt] ?? []).some(({ text }) => following.has(text));
  const isOther = effects
    .filter(at => ofEffect(at) >= leastOfOwn)
    .every(at => ofReason(at) < leastOfSame && hasOwnReason(at, ofPurpose, effect, article));
  return !isReversed && !(mostOfEffect >= leastOfOwn && isOther);
};

/** Share of a purpose that some sentence must say. */
const leastOfPurpose = 0.66;
/** These only turn what the article tells of into a purpose: `to avoid slow starts`. */
const ofAvoiding: ReadonlySet<string> = new Set([
  'avoid',
  'prevent',
  'stop',
  'keep',
  'spare',
  'save',
  'remain',
  'help',
]);

/** Whether the article tells of a purpose anywhere; it may leave to the reader what is done for it. */
export const isPurposeTold = (purpose: readonly Word[], words: readonly Word[], article: ArticleIndex): boolean => {
  const told = purpose.filter(({ text }) => !ofAvoiding.has(text));
  const share = shareOf(told, words, article);
  const [at = 0] = tellingOf(told, share, article);
  return told.length < fewestWords || share(at) >= leastOfPurpose;
};
