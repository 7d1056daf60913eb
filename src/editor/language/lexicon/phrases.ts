/** Phrases: entries of the dictionary that are several words, such as `give up` and `load balancer`. */
import { baseFormsOf } from './base-forms.ts';
import { entriesOf, keyOf } from './lemmas.ts';

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
const particles = new Set(['up', 'down', 'out', 'off', 'back', 'away', 'apart', 'aside']);

const spaced = (key: string): string => key.replaceAll('_', ' ');

const runAt = (tokens: readonly string[], start: number): Phrase | undefined => {
  for (let count = Math.min(mostWords, tokens.length - start); count > 1; count -= 1) {
    const [entry] = entriesOf(keyOf(tokens.slice(start, start + count).join(' ')));
    if (entry)
      return { lemma: spaced(entry.lemma), places: Array.from({ length: count }, (_, offset) => start + offset) };
  }
  return undefined;
};

const partedAt = (tokens: readonly string[], start: number): Phrase | undefined => {
  const word = keyOf(tokens[start] ?? '');
  const verbs = [word, ...baseFormsOf(word).flatMap(({ lemma, pos }) => (pos === 'verb' ? [lemma] : []))];
  for (let place = start + 2; place <= Math.min(start + widestGap, tokens.length - 1); place += 1) {
    const particle = keyOf(tokens[place] ?? '');
    if (!particles.has(particle)) continue;
    for (const verb of verbs) {
      const lemma = `${verb}_${particle}`;
      if (entriesOf(lemma).some(entry => entry.lemma === lemma && entry.pos === 'verb'))
        return { lemma: spaced(lemma), places: [start, place] };
    }
    return undefined;
  }
  return undefined;
};

/** The longest phrase that begins at token `start`: words in a row, else a verb and its particle with up to three words between. */
export const phraseAt = (tokens: readonly string[], start: number): Phrase | undefined =>
  start < 0 ? undefined : (runAt(tokens, start) ?? partedAt(tokens, start));
