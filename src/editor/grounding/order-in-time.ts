/** Order in time: which of two things comes first, as in `A before B`, `once B, A`, `no A until B`, `B. Only then A`. */
import type { ArticleIndex } from './article-index.ts';
import { isDenier } from './negations.ts';
import type { Word } from './reading.ts';
import { distinct, type SortedPair, sortingOf } from './sorted-pairs.ts';

/** Words on either side that say what comes first. */
const span = 16;
/** How surely the article must put two things the other way round, and how much of each it must name there. */
const certainty = { agreement: -0.8, exchanged: 0.4 };
/** Orders of an article that are looked at; hostile text may say `then` as often as it likes. */
const mostOrders = 200;
/** Fewer words of meaning before a word of time are no thing that happens. */
const fewestBefore = 2;

/** They lead to what comes later, and stand apart from it. */
const adverbs: ReadonlySet<string> = new Set(['then', 'afterwards']);
const inverting: ReadonlySet<string> = new Set('do does did is are was were will can'.split(' '));
/** They go on with what a word of time leads to. */
const goingOn: ReadonlySet<string> = new Set(['that', 'which', 'who', 'as']);

const isMeant = ({ content }: Word): boolean => content;

/** Whether what leads up to `word` comes first; undefined where it sets no two things in order. */
const isForward = ({ text, place }: Word, words: readonly Word[], before: readonly Word[]): boolean | undefined => {
  const [previous, next] = [words[place - 1]?.text, words[place + 1]?.text];
  if (next === undefined || next === 'now' || previous === next) return undefined;
  if (adverbs.has(text) || (text === 'ahead' && next === 'of')) return true;
  // `Nothing runs before it is approved`, `it means little until then`.
  const isNone = before.some(word => isDenier(word.text) || word.text === 'little');
  if (text === 'before') return !isNone;
  if (text === 'after') return next === 'which';
  if (text === 'once') return previous === 'at' || previous === 'than' ? undefined : false;
  return text === 'until' && isNone ? false : undefined;
};

const orderAt = (word: Word, words: readonly Word[], previous: readonly Word[]): SortedPair | undefined => {
  const { place, text } = word;
  const all = words.slice(Math.max(0, place - span), place);
  const forward = isForward(word, words, all);
  if (forward === undefined) return undefined;
  const isApart = adverbs.has(text);
  const behind = words.slice(place + 1, place + 1 + span);
  const isEnd = ({ text, clause, place: at }: Word) =>
    at > place + 1 && clause !== words[at - 1]?.clause && !goingOn.has(text);
  let [before, after] = [all.filter(isMeant), behind];
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

const known = new WeakMap<ArticleIndex, readonly SortedPair[]>();

const ordersIn = (article: ArticleIndex): readonly SortedPair[] => {
  const found =
    known.get(article) ??
    article.readings
      .flatMap((words, sentence) =>
        words.flatMap(word => orderAt(word, words, article.readings[sentence - 1] ?? []) ?? []),
      )
      .slice(0, mostOrders);
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
