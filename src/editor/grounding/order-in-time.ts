/** Order in time: which of two things comes first, as in `A before B`, `once B, A`, `no A until B`, `B. Only then A`, `from A to B`, `1 A, 2 B`. */
import type { ArticleIndex } from './article-index.ts';
import { isDenier } from './negations.ts';
import type { Word } from './reading.ts';
import { distinct, type SortedPair, sortingOf } from './sorted-pairs.ts';
import { wordsIn } from './word-set.ts';

/** Words on either side that say what comes first. */
const span = 16;
/** How surely the article must put two things the other way round, and how much of each it must name there. */
const certainty = { agreement: -0.8, exchanged: 0.25 };
/** Orders of an article that are looked at; hostile text may say `then` as often as it likes. */
const mostOrders = 200;
/** Words among which it is said that what a pronoun stands for is done. */
const reachOfPronoun = 4;
/** Words behind `when` among which something is finished. */
const reachOfFinish = 7;
/** Words before `and` that say what it stands for. */
const spanOfNamed = 7;
/** Steps of a list that are held against one of them. */
const mostSteps = 8;
/** Fewer words of meaning before a word of time are no thing that happens. */
const fewestBefore = 2;

/** They lead to what comes later, and stand apart from it. */
const adverbs: ReadonlySet<string> = new Set(['then', 'afterwards']);
const inverting = wordsIn('do does did is are was were will can');
/** What is so `when` they are said has come first. */
const finishing = /^(?:done|finish(?:ed|es)?|ended|ends|over|complete|completed|ready|passed)$/;
/** They stand for what was said before. */
const pronouns: ReadonlySet<string> = new Set(['they', 'it', 'that', 'this', 'these', 'those']);

const isFinished = ({ text }: Word): boolean => finishing.test(text);
const isMeant = ({ content }: Word): boolean => content;

/** Whether what leads up to `word` comes first; undefined where it sets no two things in order. */
const isForward = ({ text, place }: Word, words: readonly Word[], before: readonly Word[]): boolean | undefined => {
  const [previous, next] = [words[place - 1]?.text, words[place + 1]?.text];
  if (next === undefined || previous === next) return undefined;
  if (adverbs.has(text)) return true;
  // `Nothing runs before it is approved`, `it means little until then`.
  const isNone = before.some(word => isDenier(word.text) || word.text === 'little');
  if (text === 'before') return !isNone;
  if (text === 'after') return next === 'which';
  if (text === 'when') return words.slice(place + 1, place + reachOfFinish).some(isFinished) ? false : undefined;
  if (text === 'once') return previous === 'at' || previous === 'than' ? undefined : false;
  return text === 'until' && isNone ? false : undefined;
};

/** What is asked of whoever plans a journey does not come after its planning: `if you plan one, pack before you leave`. */
const isCondition = ({ clause }: Word, near: readonly Word[]): boolean =>
  near.find(other => other.clause === clause)?.text === 'if';

/** `Show the prices last`: after whatever was said before. */
const isLastOf = ({ text, place, clause }: Word, words: readonly Word[]): boolean =>
  text === 'last' && words[place - 1]?.clause === clause && words[place + 1]?.clause !== clause;

/** What moves from one thing to another has the one first. */
const moveAt = (from: number, words: readonly Word[]): SortedPair | undefined => {
  const to = words.slice(from + 1, from + 1 + span).find(({ text }) => text === 'to')?.place;
  if (to === undefined) return undefined;
  const [first, last] = [words.slice(from + 1, to).filter(isMeant), words.slice(to + 1, to + 1 + span).filter(isMeant)];
  return first.length > 0 && last.length > 0 ? { first, last } : undefined;
};

const orderAt = (word: Word, words: readonly Word[], previous: readonly Word[]): SortedPair | undefined => {
  const { place, text } = word;
  if (isLastOf(word, words)) {
    const [first, last] = [previous.filter(isMeant).slice(-span), words.slice(Math.max(0, place - span), place)];
    return first.length > 0 ? { first, last: last.filter(isMeant) } : undefined;
  }
  if (text === 'from') return moveAt(place, words);
  const near = words.slice(Math.max(0, place - span), place);
  const all = near.filter(other => !isCondition(other, near));
  const forward = isForward(word, words, all);
  if (forward === undefined) return undefined;
  const isApart = adverbs.has(text);
  const behind = words.slice(place + 1, place + 1 + span);
  const isEnd = ({ clause, place: at }: Word) => at > place + 1 && clause !== words[at - 1]?.clause;
  let [before, after] = [all.filter(isMeant), behind];
  const ofNamed = behind.slice(0, reachOfPronoun);
  if (!forward && pronouns.has(ofNamed[0]?.text ?? '') && ofNamed.some(isFinished)) {
    const joint = all.findLast(other => other.text === 'and' || other.clause !== all.at(-1)?.clause);
    const end = joint?.place ?? 0;
    const named = words.slice(Math.max(0, end - spanOfNamed), end).filter(isMeant);
    const then = all.filter(other => isMeant(other) && other.place > end);
    return named.length > 0 && then.length > 0 ? { first: named, last: then } : undefined;
  }
  const isOnly = words[place - 1]?.text === 'only';
  if (before.length >= fewestBefore) {
    const end = isApart ? undefined : behind.find(isEnd);
    after = end ? words.slice(place + 1, end.place) : behind;
  } else if (isApart) before = previous.filter(isMeant).slice(-span);
  else {
    const end = behind.find(other => (isOnly ? inverting.has(other.text) : isEnd(other)));
    if (!end) return undefined;
    before = words.slice(end.place, end.place + span).filter(isMeant);
    after = words.slice(place + 1, end.place);
  }
  const [one, other] = [before, after.filter(isMeant)];
  if (one.length === 0 || other.length === 0) return undefined;
  return forward ? { first: one, last: other } : { first: other, last: one };
};

/** The steps of a numbered list, each before the next ones. */
const stepsIn = ({ readings }: ArticleIndex): SortedPair[] =>
  readings.flatMap((words, sentence) => {
    const step = Number(words[0]?.text);
    if (!(step > 0)) return [];
    const later: SortedPair[] = [];
    for (let ahead = 1; ahead <= mostSteps; ahead += 1) {
      const next = readings[sentence + ahead];
      if (!next || Number(next[0]?.text) !== step + ahead) break;
      later.push({ first: words.filter(isMeant), last: next.filter(isMeant) });
    }
    return later;
  });

const known = new WeakMap<ArticleIndex, readonly SortedPair[]>();

const ordersIn = (article: ArticleIndex): readonly SortedPair[] => {
  const found =
    known.get(article) ??
    [
      ...stepsIn(article),
      ...article.readings.flatMap((words, sentence) =>
        words.flatMap(word => orderAt(word, words, article.readings[sentence - 1] ?? []) ?? []),
      ),
    ].slice(0, mostOrders);
  known.set(article, found);
  return found;
};

/** Whether the order of the article that speaks most of what `word` puts in order is the other way round. */
export const isOrderedOtherwise = (word: Word, words: readonly Word[], article: ArticleIndex): boolean => {
  const order = orderAt(word, words, []);
  if (order === undefined) return false;
  const own = distinct(order);
  let best = { agreement: 0, exchanged: 0 };
  for (const told of ordersIn(article)) {
    const sorting = sortingOf(own, told, article);
    if (Math.abs(sorting.agreement) > Math.abs(best.agreement)) best = sorting;
  }
  return best.agreement <= certainty.agreement && best.exchanged >= certainty.exchanged;
};
