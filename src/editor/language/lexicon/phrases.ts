/** Phrases: entries of the dictionary that are several words, such as `give up` and `hard disk`. */
import { baseFormsOf } from './base-forms.ts';
import { phrasesFrom } from './dictionary.ts';
import { keyOf } from './lemmas.ts';
import { remembering } from './remembering.ts';

export interface Phrase {
  /** As the dictionary lists it, with spaces. */
  readonly lemma: string;
  /** Which of the tokens make it up, in order. */
  readonly places: readonly number[];
}

const mostWords = 4;
/** How far from its verb a particle may stand: `bring the old cluster back`. */
const widestGap = 4;
/** Those that stand apart from their verb more often than they are prepositions of something else. */
const particles: ReadonlySet<string> = new Set(['up', 'down', 'out', 'off', 'back', 'away', 'apart', 'aside']);

const basesOf = (key: string, pos: 'noun' | 'verb'): readonly string[] =>
  baseFormsOf(key).flatMap(base => (base.pos === pos ? [base.lemma] : []));

/** The phrases that begin with a word, or with the verb of which it is a form. */
const phrasesOf = remembering((key: string): readonly (readonly [head: string, lemmas: ReadonlySet<string>])[] =>
  [key, ...basesOf(key, 'verb')].flatMap(head => {
    const lemmas = phrasesFrom(head);
    return lemmas.size > 0 ? [[head, lemmas] as const] : [];
  }),
);

const listed = (key: string, rest: readonly string[]): string | undefined => {
  for (const [head, lemmas] of phrasesOf(key)) {
    const lemma = [head, ...rest].join('_');
    if (lemmas.has(lemma)) return lemma;
  }
  return undefined;
};

/** A noun may stand in its plural: `hard disks`. */
const listedInflected = (key: string, rest: readonly string[]): string | undefined => {
  const exact = listed(key, rest);
  if (exact !== undefined) return exact;
  for (const noun of basesOf(rest.at(-1) ?? '', 'noun')) {
    const lemma = listed(key, [...rest.slice(0, -1), noun]);
    if (lemma !== undefined) return lemma;
  }
  return undefined;
};

const phraseOf = (lemma: string, places: readonly number[]): Phrase => ({ lemma: lemma.replaceAll('_', ' '), places });

const runAt = (key: string, rest: readonly string[], start: number): Phrase | undefined => {
  for (let count = rest.length; count > 0; count -= 1) {
    const lemma = listedInflected(key, rest.slice(0, count));
    if (lemma !== undefined)
      return phraseOf(
        lemma,
        Array.from({ length: count + 1 }, (_, offset) => start + offset),
      );
  }
  return undefined;
};

const partedAt = (key: string, following: readonly string[], start: number): Phrase | undefined => {
  const at = following.findIndex(word => particles.has(word));
  const lemma = at < 0 ? undefined : listed(key, following.slice(at, at + 1));
  return lemma === undefined ? undefined : phraseOf(lemma, [start, start + 1 + at]);
};

/**
 * The phrase that begins at token `start`, inflected or not: the longest of words in a row, else a verb and its particle with
 * up to three words between them.
 */
export const phraseAt = (tokens: readonly string[], start: number): Phrase | undefined => {
  const key = keyOf(tokens[start] ?? '');
  if (phrasesOf(key).length === 0) return undefined;
  const following = tokens.slice(start + 1, start + 1 + widestGap).map(keyOf);
  return runAt(key, following.slice(0, mostWords - 1), start) ?? partedAt(key, following, start);
};
