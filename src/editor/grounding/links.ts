/** Links: what a sentence of the article gives as the reason of what, and what it only tells side by side. */
import type { ArticleIndex } from './article-index.ts';
import { normalise } from './plain-text.ts';
import { placeAt, type Word } from './reading.ts';
import { isOpener, opensResult, reasonAfter } from './reasons.ts';

/** Words of one sentence. */
export interface Side {
  readonly sentence: number;
  readonly words: readonly Word[];
}

/** An effect and its reason, or two halves of a sentence, the first first. */
export interface Link {
  /** Whether it only says when: that joins the two less. */
  readonly isOfTime?: boolean;
  readonly effect: Side;
  readonly reason: Side;
}

/** Halves of a sentence, of which the second begins at a place. */
export interface Halves extends Link {
  readonly place: number;
}

/** A sentence that begins with these follows from the one before, and what begins with some of them from what is before them. */
const following = /^(?:so|thus|hence|therefore|consequently|(?:that|this|which) is why)\b/;
const followingInside: ReadonlySet<string> = new Set(['thus', 'therefore', 'hence', 'consequently']);
const ofTime: ReadonlySet<string> = new Set(['when', 'once', 'whenever']);
const joining: ReadonlySet<string> = new Set(['and', 'but', 'it', 'they', 'he', 'she']);
const contrasting: ReadonlySet<string> = new Set(['whereas', 'while']);
/** Links of a sentence, and halves into which it is divided, that are looked at. */
const most = 12;
/** A longer sentence is none that gives reasons. */
const mostWords = 150;

const wordsOf = (sentence: number, { readings }: ArticleIndex): readonly Word[] => {
  const words = readings[sentence] ?? [];
  return words.length > mostWords ? [] : words;
};

/** Places of the first words behind what `mark` finds in the text of a sentence. */
const placesBehind = (mark: RegExp, sentence: number, { sentences, readings }: ArticleIndex): number[] =>
  [...normalise(sentences[sentence] ?? '').matchAll(mark)].map(({ index }) =>
    placeAt(readings[sentence] ?? [], index + 1),
  );

const sideOf = (words: readonly Word[], sentence: number): Side => ({
  sentence,
  words: words.filter(({ content }) => content),
});

/** What a sentence gives as the reason of what, by a word that says so. */
export const linksIn = (sentence: number, article: ArticleIndex): readonly Link[] => {
  const words = wordsOf(sentence, article);
  const stretches = placesBehind(/[:;]\s|\s-\s/g, sentence, article);
  const links: Link[] = [];
  const join = (effect: readonly Word[], reason: readonly Word[], at = sentence, isOfTime = false) =>
    links.push({ isOfTime, effect: sideOf(effect, sentence), reason: sideOf(reason, at) });
  const head = words.slice(0, 3).map(({ text }) => text);
  if (following.test(head.join(' '))) join(words, wordsOf(sentence - 1, article), sentence - 1);
  for (const word of words) {
    const isAlone = followingInside.has(word.text);
    const isOfReason = isOpener(word, words) || ofTime.has(word.text);
    if (!isAlone && !isOfReason) continue;
    const start = stretches.findLast(place => place <= word.place) ?? 0;
    const end = stretches.find(place => place > word.place) ?? words.length;
    const [ahead, behind] = [words.slice(start, word.place), words.slice(word.place + 1, end)];
    if (isAlone || opensResult(word, words)) join(behind, ahead);
    else {
      const reason = reasonAfter(word, words).filter(({ place }) => place < end);
      const isFirst = !ahead.some(({ content }) => content) || joining.has(ahead.at(-1)?.text ?? '');
      const effect = isFirst ? behind.filter(({ place }) => place > (reason.at(-1)?.place ?? 0)) : ahead;
      join(effect, reason, sentence, ofTime.has(word.text));
    }
    if (links.length === most) break;
  }
  return links;
};

/** The two halves of a sentence at each place where it goes on with something else: `…, and …`, `…; …`, `… whereas …`. */
export const halvesOf = (sentence: number, article: ArticleIndex): readonly Halves[] => {
  const words = wordsOf(sentence, article);
  const marked = placesBehind(/[,;]\s/g, sentence, article);
  const semicolons = placesBehind(/;\s/g, sentence, article);
  return words
    .filter(
      ({ text, place }) =>
        contrasting.has(text) || semicolons.includes(place) || (joining.has(text) && marked.includes(place)),
    )
    .slice(0, most)
    .map(({ place }) => ({
      place,
      effect: sideOf(words.slice(0, place), sentence),
      reason: sideOf(words.slice(place), sentence),
    }));
};
