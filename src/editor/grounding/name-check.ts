/** Names: those that the article does not have, and those that it has in another place than the sentence. */
import type { ArticleIndex } from './article-index.ts';
import { type ContextOptions, contextOf, likeness } from './context.ts';
import { isInDate } from './date-check.ts';
import type { CalendarDate } from './dates.ts';
import { commandsIn, isFirstPerson, type Name, namesIn, spelledOutIn } from './named-words.ts';
import type { Word } from './reading.ts';

/** The place of a name must be at least so much like its place in the article, beside that of another name. */
const leastShareOfLikeness = 0.7;
/** Another name's place counts where it is at least so much like. */
const leastLikeness = 0.48;

/** In more than this share of the sentences, a name is what the article is about, and may be meant where it is not written. */
const mostFrequent = 0.12;

/** A word that the article has in lower case too is no name there. */
const isOrdinary = ({ words }: Name, article: ArticleIndex): boolean =>
  words.every(({ root, content }) => !content || article.ordinaryRoots.has(root));

/** Where an article speaks of itself, it does not name itself, and a sentence about it has to. */
const isInFirstPerson = (words: readonly Word[] = []): boolean => words.some(isFirstPerson);

/** How much the surroundings of a name are like those of the names of `root` in the article, where there are any. */
type Likeness = (root: string) => number;

const likenessOf = (name: Name, words: readonly Word[], article: ArticleIndex, options: ContextOptions): Likeness => {
  const context = contextOf(words, name.words[0]?.place ?? 0, article, options);
  return root =>
    article
      .placesOfName(root)
      .filter(({ sentence }) => root === name.root || !isInFirstPerson(article.readings[sentence]))
      .reduce((most, { sentence, place }) => Math.max(most, likeness(context, article, sentence, place)), 0);
};

/** The names, each in the place where the article has another one that the sentence does not name at all. */
const misplaced = (
  names: readonly Name[],
  words: readonly Word[],
  named: ReadonlySet<Word>,
  article: ArticleIndex,
): Name[] => {
  const here = new Set(names.map(({ root }) => root));
  const elsewhere = article.nameRoots.filter(root => !here.has(root));
  const isFrequent = ({ root }: Name) =>
    article.placesOfName(root).length > mostFrequent * article.sentences.length + 2;
  return names
    .filter(name => !isFrequent(name) && article.placesOfName(name.root).length > 0 && !isOrdinary(name, article))
    .filter(name => {
      const like = likenessOf(name, words, article, { apart: word => named.has(word), whole: true });
      const most = Math.max(0, ...elsewhere.map(like));
      return most >= leastLikeness && like(name.root) < leastShareOfLikeness * most;
    });
};

/** The words of `sentence` that are names, and those of them that the article does not have or has elsewhere. */
export const checkNames = (
  sentence: string,
  words: readonly Word[],
  article: ArticleIndex,
  dates: readonly CalendarDate[],
): { readonly named: ReadonlySet<Word>; readonly missing: readonly string[] } => {
  const names = namesIn(sentence, words).filter(name => !name.words.some(({ start }) => isInDate(start, dates)));
  const named = new Set(
    names
      .filter(name => !isOrdinary(name, article))
      .flatMap(name => name.words)
      .concat(spelledOutIn(words, article.abbreviations)),
  );
  const unknown = names.filter(name => name.words.some(({ content }) => content) && !article.hasName(name.text));
  const commands = commandsIn(sentence).filter(command => !article.plain.includes(command.toLowerCase()));
  return {
    named,
    missing: [...unknown, ...misplaced(names, words, named, article)].map(({ text }) => text).concat(commands),
  };
};
