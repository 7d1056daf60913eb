/** Denials: what a reading denies, by which word, and whether a denial there bears on a word. */
import { shareKeys } from './meanings.ts';
import { auxiliaries, isDenier, isNegative, wholeDeniers } from './negations.ts';
import type { Word } from './reading.ts';

/** These say little by themselves, but whether something is used, needed or kept says much. */
const deniableRoots: ReadonlySet<string> = new Set(['us', 'keep', 'need', 'get', 'fail', 'ceas', 'lack', 'matter']);

export const isDeniable = ({ content, root }: Word): boolean => content || deniableRoots.has(root);

export const isFirstDenied = ({ polarity, rank }: Word): boolean => polarity === 'denied' && rank === 0;

/** Whether a denier stands before the subject of a verb, and so denies the verb: `neither test finds it`, `options no debate would`. */
export const isOfSubject = (denier: Word, words: readonly Word[]): boolean => {
  if (denier.text === 'neither' || denier.text === 'nor') return true;
  const last = words.findLast(({ clause }) => clause === denier.clause);
  return denier.text === 'no' && last !== undefined && auxiliaries.has(last.text);
};

/** The word that denies another one, or would if nothing behind it left that open: `no more than`, `not until`. */
export const denierOf = ({ polarity, by }: Word, words: readonly Word[]): Word | undefined => {
  const denier = words[by];
  if (!denier || polarity === 'asserted') return undefined;
  const isPreferred = denier.text === 'than' && words[by - 1]?.text === 'rather';
  return isPreferred || denier.text === 'instead' || isDenier(denier.text) ? denier : undefined;
};

const objectDeniers: ReadonlySet<string> = new Set(['no', ...wholeDeniers]);

/** Whether what follows a word denies it: who needs no coat does not need it. */
export const isDeniedByNext = ({ place }: Word, words: readonly Word[]): boolean =>
  objectDeniers.has(words[place + 1]?.text ?? '');

const expectations: ReadonlySet<string> = new Set(['will', 'shall', 'soon', 'plan', 'plans', 'planned', 'later']);

/** Whether what `denier` says is not so yet is to come, as `others` tell. */
export const isToCome = (denier: Word, words: readonly Word[], others: readonly Word[]): boolean =>
  words.some(({ text, clause }) => text === 'yet' && clause === denier.clause) &&
  others.some(({ text }) => expectations.has(text));

/** Whether a word is denied by `otherwise`, which `others` have not: `they would have chosen otherwise`. */
export const isOtherwise = ({ place }: Word, words: readonly Word[], others: readonly Word[]): boolean =>
  words[place + 1]?.text === 'otherwise' && !others.some(({ text }) => text === 'otherwise');

const preferences: ReadonlySet<string> = new Set(['instead', 'rather']);

/** Whether the article too prefers something to a word: `from trusting code`, `it calls twelve tools. If it writes a program instead, …` */
export const isLeftFor = ({ place }: Word, reading: readonly Word[], next: readonly Word[] = []): boolean =>
  reading[place - 1]?.text === 'from' || [reading, next].some(one => one.some(({ text }) => preferences.has(text)));

const prepositions: ReadonlySet<string> = new Set([
  'in',
  'inside',
  'within',
  'on',
  'at',
  'of',
  'among',
  'about',
  'behind',
]);

/** Whether a word only says where there is nothing: `nothing in the room`. */
export const isWithin = ({ by, polarity }: Word, words: readonly Word[]): boolean =>
  polarity === 'denied' && wholeDeniers.has(words[by]?.text ?? '') && prepositions.has(words[by + 1]?.text ?? '');

/** Whether `others` deny first what `denier` does. */
export const isDeniedAlike = (denier: Word, words: readonly Word[], others: readonly Word[]): boolean => {
  const first = words.find(({ by, polarity, content }) => by === denier.place && polarity === 'denied' && content);
  return first !== undefined && others.some(other => isFirstDenied(other) && shareKeys(other, first));
};

/** These say no more of what was named before than that it can be. */
const merelyPossible: ReadonlySet<string> = new Set(['possible', 'able', 'allowed', 'permitted']);

/** A denial of what was named before, where nothing of meaning follows it: `some never did`, `none of these are possible`. */
const isElliptic = (denier: Word, words: readonly Word[]): boolean => {
  const next = words[denier.place + 1];
  return (
    words.some(({ text, by, polarity }) => by === denier.place && polarity === 'denied' && merelyPossible.has(text)) ||
    ((next === undefined || next.clause !== denier.clause || auxiliaries.has(next.text)) &&
      words.slice(denier.place + 1).every(({ content }) => !content))
  );
};

/** `What the caller can't` says of nothing named before that it cannot. */
const isRelative = (denier: Word, words: readonly Word[]): boolean =>
  words.some(({ clause, text }) => clause === denier.clause && text === 'what');

/** Whether a denial takes back what was said of a word in its half of a contrast. */
export const isDeniedBehind = ({ part }: Word, words: readonly Word[], by?: ReadonlySet<string>): boolean =>
  words.some(
    word =>
      word.part === part &&
      (by?.has(word.text) ?? isDenier(word.text)) &&
      isElliptic(word, words) &&
      !isRelative(word, words),
  );

/**
 * Whether anything negative in the clause of a word, that `others` have not, may bear on it: what stands before it, or behind
 * it and bears on one of `concerned`: `it runs without a shell`, but not `it chooses this without hesitation`.
 */
export const isNegativeAround = (
  { clause, place }: Word,
  words: readonly Word[],
  others: readonly Word[],
  concerned: readonly Word[] = others,
): boolean =>
  words.some(word => {
    if (word.clause !== clause || word.place === place || !isNegative(word.text)) return false;
    if (word.text === 'only' && word.place === place + 1) return false;
    if (isDenier(word.text) && isDeniedAlike(word, words, others)) return false;
    const borne = words.filter(({ by, polarity }) => by === word.place && polarity !== 'asserted');
    if (word.place > place && borne.length > 0)
      return borne.some(one => one.content && concerned.some(other => shareKeys(one, other)));
    return isDenier(word.text) || !others.some(({ text }) => text === word.text);
  });
