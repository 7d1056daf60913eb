/**
 * Subjects: who does a thing. Where the article says that A signs a letter and B reads it, `B signs a letter` has its words
 * and the wrong doer. A doer is compared where the verb and what it is done to are the same, word by word.
 */
import type { ArticleIndex } from './article-index.ts';
import { type Deed, deedsOf } from './deeds.ts';
import { shareKeys } from './meanings.ts';
import { areAlike } from './passages.ts';
import type { Word } from './reading.ts';
import { wordsIn } from './word-set.ts';

/** Words that name one of two rivals. */
const mostOfRival = 3;
/** Sentences before a deed in which somebody may be named who does it. */
const reachBack = 2;

const isAmong = (word: Word, others: readonly Word[]): boolean => others.some(other => shareKeys(word, other));

/** True where one of two words stands opposite to the other. */
const areOpposed = (one: Word, other: Word): boolean =>
  one.sides.some(({ line, side }) => other.sides.some(of => of.line === line && of.side !== side));

/** A production pool and a sandbox pool are two things of one kind, where some sentence of the article sets them apart. */
const areRivals = (one: readonly Word[], other: readonly Word[], article: ArticleIndex): boolean => {
  const sentencesOf = (words: readonly Word[]) => article.sentencesWith(words.flatMap(({ keys }) => keys));
  const [own, others] = [one.filter(word => !isAmong(word, other)), other.filter(word => !isAmong(word, one))];
  const shared = one.filter(word => isAmong(word, other));
  return (
    one.filter(({ content }) => content).length <= mostOfRival &&
    own.length > 0 &&
    others.length > 0 &&
    !sentencesOf(own).intersection(sentencesOf(others)).isDisjointFrom(sentencesOf(shared))
  );
};

/** `The new category` is one that was named before, if by another word. */
const pointing = wordsIn('new this that these those such same latter former');
const pointsBack = ({ subject, verb }: Deed, words: readonly Word[]): boolean =>
  words.slice(Math.max(0, (subject[0]?.place ?? 0) - 1), verb.place).some(({ text }) => pointing.has(text));

const isDenied = ({ verb }: Deed): boolean => verb.polarity === 'denied';

const areSame = (here: Deed, there: Deed): boolean =>
  here.objects.some(word => isAmong(word, there.objects)) &&
  !here.objects.some(word => there.objects.some(other => areOpposed(word, other)));

/** Each doer of `words` with its verb, where the article tells of the deed and names another doer alone. */
export const subjectsExchanged = (words: readonly Word[], article: ArticleIndex): (readonly Word[])[] =>
  deedsOf(words).flatMap(here => {
    const doer = here.subject.filter(({ content }) => content);
    const known = doer.filter(({ root }) => article.occurrencesOf(root).length > 0);
    if (here.objects.length === 0 || known.length === 0) return [];
    const readingOf = (sentence: number) => article.readings[sentence] ?? [];
    const isDoer = (word: Word, reading: readonly Word[]) =>
      word.content && doer.some(own => shareKeys(own, word) || areAlike(own, words, word, reading));
    /** Whether `subject` names the doer, and not a rival of it. */
    const isOfDoer = (subject: readonly Word[], reading: readonly Word[]) =>
      subject.some(word => isDoer(word, reading)) && !areRivals(here.subject, subject, article);
    /** Whether a sentence before `there` names the doer in full, and none the one that is named there. */
    const isNamedBefore = (there: Deed, sentence: number) => {
      const before = Array.from({ length: reachBack }, (_, back) => readingOf(sentence - 1 - back));
      return (
        (pointsBack(there, readingOf(sentence)) ||
          !before.some(others => there.subject.some(word => isAmong(word, others)))) &&
        before.some(others =>
          known.every(own => others.some(word => shareKeys(own, word) || areAlike(own, words, word, others))),
        )
      );
    };
    /** Whether `there` is the same deed of another, or done by what it is done to here. */
    const isOfAnother = (there: Deed, sentence: number) => {
      const reading = readingOf(sentence);
      if (here.isPassive !== there.isPassive || isDenied(here) !== isDenied(there)) return false;
      if (isOfDoer(there.subject, reading)) return false;
      if (here.objects.some(word => isAmong(word, there.subject)) && there.objects.some(word => isDoer(word, reading)))
        return true;
      const others = deedsOf(reading).flatMap(({ subject }) => subject);
      return (
        areSame(here, there) &&
        !there.objects.some(word => isDoer(word, reading)) &&
        !(here.isPassive ? reading : reading.slice(0, there.verb.place)).some(
          word => isDoer(word, reading) && !others.includes(word),
        ) &&
        !isNamedBefore(there, sentence)
      );
    };
    const occurrences = article.occurrencesOf(here.verb.root);
    const deedAt = (sentence: number, verb: Word) => deedsOf(readingOf(sentence)).find(deed => deed.verb === verb);
    const isTold = occurrences.some(({ sentence, word: verb }) => {
      const reading = readingOf(sentence);
      const there = deedAt(sentence, verb);
      const subjects =
        here.isPassive || there?.isPassive ? reading : there?.isOwn ? there.subject : reading.slice(0, verb.place);
      return isOfDoer(subjects, reading) && here.objects.some(word => isAmong(word, reading));
    });
    const isExchanged =
      !isTold &&
      occurrences.some(({ sentence, word: verb }) => {
        const there = deedAt(sentence, verb);
        return there !== undefined && isOfAnother(there, sentence);
      });
    return isExchanged ? [[...doer, here.verb]] : [];
  });
