/** Deeds: what a sentence tells that somebody does, as its verbs with who does it and what it is done to. */
import { lemmasOf } from '../language/lexicon.ts';
import { isRightBehind, isTelling, isVerbal, joins, spotsOf } from './nearness.ts';
import { auxiliaries } from './negations.ts';
import type { Word } from './reading.ts';
import { wordsIn } from './word-set.ts';

export interface Deed {
  /** The words that name who does it, and in the passive to whom it is done. */
  readonly subject: readonly Word[];
  readonly verb: Word;
  readonly isPassive: boolean;
  /** Whether the clause of the verb names its subject, and not one before it. */
  readonly isOwn: boolean;
  /** The first words of meaning behind the verb. */
  readonly objects: readonly Word[];
}

/** Words of meaning behind a verb that say what is done to what. */
const mostObjects = 3;
/** Words before a relative that name who is meant. */
const mostNaming = 3;

const relatives: ReadonlySet<string> = new Set(['who', 'which', 'that']);
const pronouns = wordsIn(
  'it they we he she you i one this these those each both all some others none nobody somebody another',
);
const formsOfBe = wordsIn('is are was were be been being get gets got');
const prepositions =
  wordsIn(`of in on at with for by from to into as like than without during under over between among across within behind before after
  since until per via above below beyond about against around onto towards beside`);

const isVerb = ({ text }: Word): boolean => lemmasOf(text).some(({ pos }) => pos === 'verb');
/** `Full of holes` tells no deed. */
const isAdjective = ({ text }: Word): boolean =>
  !/(?:s|ed|ing)$/.test(text) && lemmasOf(text).some(({ pos }) => pos === 'adjective');
/** `A join` is no deed, as one thing joins: the plain form of a verb stands behind many. */
const agrees = ({ text }: Word, doer: Word | undefined): boolean =>
  doer === undefined ||
  !lemmasOf(text).some(({ pos, lemma }) => pos === 'verb' && lemma === text) ||
  !lemmasOf(doer.text).some(({ pos, lemma }) => pos === 'noun' && lemma === doer.text);
/** `Above that level` and `nothing but water` go on. */
const goesOn = ({ text }: Word, before: Word | undefined): boolean =>
  (text === 'that' && prepositions.has(before?.text ?? '')) || (text === 'but' && before?.text === 'nothing');
const isAuxiliary = ({ text }: Word): boolean => auxiliaries.has(text) || formsOfBe.has(text);

/** `Blocked in May` tells what somebody else does. */
const isParticiple = ({ text }: Word, next: Word | undefined): boolean =>
  text.endsWith('ed') && prepositions.has(next?.text ?? '');

/** Who stands right before a relative. */
const antecedentOf = (relative: Word, words: readonly Word[]): readonly Word[] => {
  const first = words.slice(0, relative.place).findLastIndex(word => !isTelling(word)) + 1;
  return words.slice(Math.max(first, relative.place - mostNaming), relative.place);
};

const findDeeds = (words: readonly Word[]): readonly Deed[] => {
  const spots = spotsOf(words);
  const deeds: Deed[] = [];
  /** Of whom was told last, and whom the words since the last break name. */
  let subject: readonly Word[] = [];
  let named: Word[] = [];
  let objects: Word[] | undefined;
  let helper: Word | undefined;
  let [isTold, isFrame, isPronoun, isBroken] = [false, false, false, false];
  const settle = () => {
    if (named.length > 0) subject = named;
    else if (isPronoun) subject = [];
    named = [];
    isPronoun = false;
  };
  words.forEach((word, place) => {
    const before = words[place - 1];
    const isOpening = spots[place]?.openings !== spots[place - 1]?.openings && !goesOn(word, before);
    const isMarked = spots[place]?.marks !== spots[place - 1]?.marks;
    if (isOpening || isMarked) {
      if (isOpening || isTold || isFrame) named = [];
      if (isOpening) {
        // Behind a comma, it may speak of all that was told.
        const isOfAll = isTold && before !== undefined && !isRightBehind(word, before);
        objects = undefined;
        isTold = false;
        if (relatives.has(word.text)) subject = isOfAll ? [] : antecedentOf(word, words);
        else if (!joins.has(word.text)) subject = [];
      }
      isFrame = prepositions.has(word.text) || word.text.endsWith('ing');
      isPronoun = false;
      isBroken = isMarked;
      helper = undefined;
    }
    const isJoined = before !== undefined && joins.has(before.text) && !goesOn(before, words[place - 2]);
    const mayTell = !isTold || (named.length === 0 ? isJoined || isMarked : isBroken);
    const tells = helper
      ? isVerb(word)
      : mayTell &&
        !prepositions.has(before?.text ?? '') &&
        (before === undefined || named.at(-1) !== before || isRightBehind(word, before)) &&
        !(word.text.endsWith('ing') && !isTold) &&
        ((isVerbal(word, words) && !isAdjective(word) && agrees(word, named.at(-1))) ||
          (isJoined && spots[place - 1]?.openings !== spots[place - 2]?.openings && isVerb(word)));
    if (isAuxiliary(word)) {
      objects = undefined;
      const isOfClause = !isTold || isBroken || named.length === 0;
      if (isOfClause) settle();
      helper = isOfClause ? word : undefined;
    } else if (tells) {
      if (!helper) settle();
      objects = [];
      if (subject.length > 0 && word.content && (helper || !isParticiple(word, words[place + 1]))) {
        const isPassive = formsOfBe.has(helper?.text ?? '') && !word.text.endsWith('ing');
        const isOwn = spots[subject.at(-1)?.place ?? 0]?.openings === spots[place]?.openings;
        deeds.push({ subject, verb: word, isPassive, isOwn, objects });
      }
      helper = undefined;
      [isTold, isBroken] = [true, false];
    } else if (pronouns.has(word.text)) {
      if (!isMarked || isTold) named = [];
      isPronoun = true;
    } else if (isTelling(word)) {
      if (helper && !word.text.endsWith('ly')) {
        helper = undefined;
        [isTold, isBroken] = [true, false];
      }
      named.push(word);
      if (objects && objects.length < mostObjects) objects.push(word);
    } else if (isTold && joins.has(word.text)) named = [];
  });
  return deeds;
};

const kept = new WeakMap<readonly Word[], readonly Deed[]>();

/** The deeds of a sentence; none where a pronoun, or nobody, is said to do it. */
export const deedsOf = (words: readonly Word[]): readonly Deed[] => {
  const deeds = kept.get(words) ?? findDeeds(words);
  kept.set(words, deeds);
  return deeds;
};
