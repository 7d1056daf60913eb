/** Named words: which words of a sentence are names. */
import { namesOf, rootOf } from './claims.ts';
import { plainText } from './plain-text.ts';
import { placeAt, type Word } from './reading.ts';
import { wordsIn } from './word-set.ts';

/** Words that tell one product of a name from another: `GPT-5.4 mini`. */
const variants = wordsIn('mini nano micro lite plus pro max ultra turbo flash preview enterprise');

/** An article that speaks of itself does not name itself. */
const firstPerson: ReadonlySet<string> = new Set(['we', 'us', 'our', 'ours', 'i', 'my']);
export const isFirstPerson = ({ text }: Word): boolean => firstPerson.has(text);

export interface Name {
  /** As written. */
  readonly text: string;
  /** In whatever spelling, two names of one root are the same. */
  readonly root: string;
  readonly words: readonly Word[];
}

/** The names of a sentence, each with its words. */
export const namesIn = (sentence: string, words: readonly Word[]): Name[] => {
  const plain = plainText(sentence);
  return namesOf(plain).map(named => {
    const start = plain.indexOf(named);
    const end = placeAt(words, start + named.length);
    const variant = words[end]?.text ?? '';
    const text = variants.has(variant) ? `${named} ${variant}` : named;
    return { text, root: rootOf(text), words: words.slice(placeAt(words, start), text === named ? end : end + 1) };
  });
};

/** Commands, options, paths and handles of a text, as written: `/fleet`, `--fix`, `src/limits.ts`, `@angular/core`. */
export const commandsIn = (text: string): string[] =>
  (plainText(text).match(/(?<![\p{L}\p{N}/.])(?:--|\/|@)\p{L}[\p{L}\p{N}_/.-]*/gu) ?? []).map(command =>
    command.replace(/(?<![./-])[./-]+$/, ''),
  );

/** The abbreviations of a text, in lower case. */
export const abbreviationsIn = (text: string): ReadonlySet<string> =>
  new Set((text.match(/(?<![\p{L}\p{N}])\p{Lu}{3,5}(?![\p{L}\p{N}])/gu) ?? []).map(word => word.toLowerCase()));

/** Words that spell out one of `abbreviations`, as `change data capture` does CDC. */
export const spelledOutIn = (words: readonly Word[], abbreviations: ReadonlySet<string>): Word[] =>
  words.flatMap((_, start) =>
    [3, 4, 5].flatMap(length => {
      const run = words.slice(start, start + length);
      const initials = run.map(({ text }) => text.charAt(0)).join('');
      return initials.length === length && abbreviations.has(initials) ? run : [];
    }),
  );
