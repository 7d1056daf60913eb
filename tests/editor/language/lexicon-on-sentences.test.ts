import { describe, expect, it } from 'vitest';
import { isRelated, phraseAt } from '../../../src/editor/language/lexicon.ts';
import { splitSentences } from '../../../src/editor/language/sentences.ts';
import { isStopWord, stemOf, wordsOf } from '../../../src/editor/language/words.ts';
import { type LabelledSentence, readLabelled } from '../grounding/labelled/labelled.ts';

const contentOf = (text: string): readonly string[] => [
  ...new Set(wordsOf(text.toLowerCase()).filter(word => /^[a-z]{3,}$/.test(word) && !isStopWord(word))),
];

const phrasesOf = (text: string): readonly string[] => {
  const tokens = wordsOf(text.toLowerCase());
  return tokens.flatMap((_, place) => phraseAt(tokens, place)?.lemma ?? []);
};

const passagesOf = (text: string): readonly string[] => {
  const sentences = text.split('\n').flatMap(splitSentences);
  return sentences.map((_, at) => sentences.slice(Math.max(0, at - 1), at + 2).join(' '));
};

const stemsOf = (text: string): ReadonlySet<string> => new Set(contentOf(text).map(stemOf));

interface Lacked {
  readonly word: string;
  readonly supported: boolean;
  /** Words and phrases of the three sentences of its article with which the sentence has most in common. */
  readonly passage: readonly string[];
}

/** The words of a sentence that its article has in no inflection. */
const lackedBy = ({ sentence, articleText, supported }: LabelledSentence): readonly Lacked[] => {
  const stems = stemsOf(sentence);
  const [best = ''] = passagesOf(articleText).toSorted(
    (a, b) => stems.intersection(stemsOf(b)).size - stems.intersection(stemsOf(a)).size,
  );
  const passage = [...contentOf(best), ...phrasesOf(best)];
  const inArticle = stemsOf(articleText);
  return contentOf(sentence)
    .filter(word => !inArticle.has(stemOf(word)))
    .map(word => ({ word, supported, passage }));
};

describe('the lexicon, on the labelled sentences of the recorded day', () => {
  const lacked = [...readLabelled('dev'), ...readLabelled('practice')].flatMap(lackedBy);
  const shareWith = (supported: boolean, holds: (one: string, other: string) => boolean): number => {
    const of = lacked.filter(each => each.supported === supported);
    return of.filter(({ word, passage }) => passage.some(other => holds(word, other))).length / of.length;
  };

  it('relates a third of the words that true sentences do not have from their article to the passage they tell of', () => {
    expect(shareWith(true, isRelated)).toBeGreaterThan(1 / 3);
  });

  it('does so at most a third as often where the sentence was corrupted', () => {
    expect(shareWith(false, isRelated)).toBeLessThan(shareWith(true, isRelated) / 3);
  });
});
