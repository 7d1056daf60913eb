/** Names: those that the article does not have, and those that it has in another place than the sentence. */
import type { ArticleIndex } from './article-index.ts';
import { namesOf } from './claims.ts';
import { bestFit, fitOf } from './fit.ts';
import { plainText } from './plain-text.ts';
import { placeAt, type Word } from './reading.ts';

/** Words that tell one product of a name from another: `GPT-5.4 mini`. */
const variants: ReadonlySet<string> = new Set(
  'mini nano micro lite plus pro max ultra turbo flash preview enterprise'.split(' '),
);

/** How well a sentence with the name must fit, beside the one that fits best. */
const leastShareOfFit = 0.75;
/** Words between a name and another word by which that counts for half. */
const halfDistance = 5;
/** In more than this share of the sentences, a name is what the article is about, and may be meant where it is not written. */
const mostFrequent = 0.12;

interface Name {
  readonly text: string;
  readonly words: readonly Word[];
}

const namesIn = (sentence: string, words: readonly Word[]): Name[] => {
  const plain = plainText(sentence);
  const named = namesOf(plain).map(text => {
    const start = plain.indexOf(text);
    return { text, words: words.slice(placeAt(words, start), placeAt(words, start + text.length)) };
  });
  const variant = words
    .filter(({ text, place }) => variants.has(text) && named.some(name => name.words.at(-1)?.place === place - 1))
    .map(word => ({ text: word.text, words: [word] }));
  return [...named, ...variant];
};

/** The words of `sentence` that are names, and those of them that the article does not have or has elsewhere. */
export const checkNames = (
  sentence: string,
  words: readonly Word[],
  article: ArticleIndex,
): { readonly named: ReadonlySet<Word>; readonly missing: readonly string[] } => {
  const names = namesIn(sentence, words);
  const named = new Set(names.flatMap(name => name.words));
  const missing = names.filter(name => !article.hasName(name.text) || isElsewhere(name, words, named, article));
  return { named, missing: missing.map(({ text }) => text) };
};

/** True where the article tells the same of another name. */
const isElsewhere = (name: Name, words: readonly Word[], named: ReadonlySet<Word>, article: ArticleIndex): boolean => {
  const place = name.words[0]?.place ?? 0;
  const roots = name.words.map(({ root }) => root);
  const having = article.sentences.map((_, at) => at).filter(at => roots.every(root => article.placesIn(at).has(root)));
  if (having.length === 0 || having.length > mostFrequent * article.sentences.length + 2) return false;
  const fit = fitOf(
    words.filter(word => !named.has(word)),
    article,
    word => 1 / (1 + Math.abs(word.place - place) / halfDistance),
  );
  const best = bestFit(fit);
  if (having.some(at => (fit[at] ?? 0) >= leastShareOfFit * best)) return false;
  const own = new Set(words.map(({ root }) => root));
  return namesIn(article.sentences[fit.indexOf(best)] ?? '', article.readings[fit.indexOf(best)] ?? []).some(
    other => !other.words.some(({ root }) => own.has(root)),
  );
};
