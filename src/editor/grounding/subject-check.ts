/**
 * Subjects: who does a thing. Where the article says that A signs a letter and B reads it, `B signs a letter` has its words
 * and the wrong doer. A doer is compared only where the verb and what it is done to are the same, word by word.
 */
import { lemmasOf } from '../language/lexicon.ts';
import type { ArticleIndex } from './article-index.ts';
import { auxiliaries } from './negations.ts';
import { areAlike } from './passages.ts';
import type { Word } from './reading.ts';

/** Words of meaning behind a verb that say what is done to what, and how many of them must be the same. */
const mostObjects = 3;
const fewestShared = 2;
/** Words before a verb among which its subject stands. */
const span = 8;
/** A relative clause may speak of what stands further before it. */
const spanOfRelative = 24;

/** They tell no deed themselves. */
const forms: ReadonlySet<string> = new Set('is are was were be been being get gets got'.split(' '));
const isOfForm = ({ text }: Word): boolean => forms.has(text);

const isOf = ({ text }: Word, kind: 'noun' | 'verb'): boolean => lemmasOf(text).some(({ pos }) => pos === kind);

const shareKeys = (one: Word, other: Word): boolean => one.keys.some(key => other.keys.includes(key));

/** True where one of two words stands opposite to the other. */
const areOpposed = (one: Word, other: Word): boolean =>
  one.sides.some(({ line, side }) => other.sides.some(of => of.line === line && of.side !== side));

/** Between a doer and its verb, they say nothing. */
const relatives: ReadonlySet<string> = new Set(['which', 'that', 'who']);

/** The word before a relative; `that` behind a comma goes back further. */
const antecedentOf = ({ text, place, start }: Word, words: readonly Word[]): Word | undefined => {
  const before = words[place - 1];
  return before && (text !== 'that' || before.start + before.text.length + 1 === start) ? before : undefined;
};

interface Deed {
  /** The last word of who does it. */
  readonly doer: Word;
  readonly verb: Word;
  readonly isPassive: boolean;
  /** The words of meaning before the verb. */
  readonly before: readonly Word[];
  readonly objects: readonly Word[];
  readonly words: readonly Word[];
}

/** What is told by `verb`, where a noun stands right before it and its objects right behind. */
const deedOf = (verb: Word, words: readonly Word[]): Deed | undefined => {
  const start = Math.max(0, verb.place - span);
  const clause = words.slice(start, verb.place).filter(word => word.clause === verb.clause);
  const last = words[verb.place - 1];
  const doer = last && relatives.has(last.text) ? antecedentOf(last, words) : last;
  if (isOfForm(verb) || auxiliaries.has(verb.text) || !isOf(verb, 'verb') || !doer?.content) return undefined;
  // Behind `the page's`, `join` is no verb.
  const isRightBehind = doer.start + doer.text.length + 1 === verb.start;
  if (doer === last && (doer.clause !== verb.clause || !isRightBehind)) return undefined;
  if (lemmasOf(doer.text).length > 0 && !isOf(doer, 'noun')) return undefined;
  const behind = words.slice(verb.place + 1, verb.place + span + 1).filter(word => word.clause === verb.clause);
  if (behind.some(isOfForm)) return undefined;
  return {
    doer,
    verb,
    isPassive: clause.slice(-2).some(isOfForm),
    before: (doer === last ? clause : words.slice(Math.max(0, verb.place - spanOfRelative), verb.place)).filter(
      ({ content }) => content,
    ),
    objects: behind.filter(({ content }) => content).slice(0, mostObjects),
    words,
  };
};

const sharedObjects = (here: Deed, there: Deed): number =>
  here.objects.filter(word => there.objects.some(other => shareKeys(word, other))).length;

/** Whether `there` is the same deed of another: done to the same, or by what it is done to here. */
const isOfAnother = (here: Deed, there: Deed): boolean => {
  if (here.isPassive !== there.isPassive || here.verb.polarity !== there.verb.polarity) return false;
  if (there.before.some(word => here.before.some(other => shareKeys(word, other)))) return false;
  if (areAlike(here.doer, here.words, there.doer, there.words)) return false;
  if (here.objects.some(word => there.objects.some(other => areOpposed(word, other)))) return false;
  const isDoneTo = here.objects.some(word => word.root === there.doer.root);
  const shared = sharedObjects(here, there);
  return (
    shared >= fewestShared || (isDoneTo && (shared > 0 || there.objects.some(word => word.root === here.doer.root)))
  );
};

/** Whether `there` may be told of the doer that the sentence names. */
const isOfSame = (here: Deed, there: Deed): boolean =>
  sharedObjects(here, there) > 0 && there.before.some(word => here.before.some(other => shareKeys(word, other)));

/** Each doer of `words` with its verb, where the article tells of the deed and names another doer alone. */
export const subjectsExchanged = (words: readonly Word[], article: ArticleIndex): (readonly Word[])[] =>
  words.flatMap(verb => {
    const here = deedOf(verb, words);
    if (!here || here.objects.length === 0 || article.occurrencesOf(here.doer.root).length === 0) return [];
    const told = article
      .occurrencesOf(verb.root)
      .flatMap(({ sentence, word }) => deedOf(word, article.readings[sentence] ?? []) ?? []);
    const isExchanged = told.some(there => isOfAnother(here, there)) && !told.some(there => isOfSame(here, there));
    return isExchanged ? [[here.doer, verb]] : [];
  });
