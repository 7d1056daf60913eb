/** Named words: which words of a sentence are names. */
import { namesOf, rootOf } from './claims.ts';
import { plainText } from './plain-text.ts';
import { placeAt, type Word } from './reading.ts';

/** Words that tell one product of a name from another: `GPT-5.4 mini`. */
const variants: ReadonlySet<string> = new Set(
  'mini nano micro lite plus pro max ultra turbo flash preview enterprise'.split(' '),
);

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
    command.replace(/[./-]+$/, ''),
  );
