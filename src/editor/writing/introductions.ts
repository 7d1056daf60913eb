/** Introductions: whether a reader of the sentences so far has met what the next one speaks of. */
import { namesOf } from '../grounding/claims.ts';
import { contentStems } from '../language/words.ts';

/** Abbreviations that an article spells out, as in `Async Task Framework (ATF)`. */
export const spelledOut = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\p{L}\s\((\p{Lu}[\p{Lu}\p{N}]{1,6})s?\)/gu)].map(match => match[1] ?? ''));

const definiteOpening =
  /^(?:(?:using|with|from|through|by|in|on|at|for|once|when|if|after|before|because|while) (?:\p{L}+ing )?)?(?:the|its|our new) ((?:[\p{L}\p{N}’'-]+[ ,]){1,4})/iu;

/** What a sentence takes as known. */
export interface Assumptions {
  /** Stems of the noun after an opening "The". */
  readonly subject: readonly string[];
  /** Abbreviations that the article spells out, but not in this sentence. */
  readonly abbreviations: readonly string[];
  /** Names and identifiers. */
  readonly names: readonly string[];
}

export const assumptionsOf = (text: string, abbreviations: ReadonlySet<string>): Assumptions => {
  const names = namesOf(text);
  return {
    subject: contentStems(definiteOpening.exec(text)?.[1] ?? '').slice(0, 2),
    abbreviations: names.filter(name => abbreviations.has(name) && !text.includes(`(${name}`)),
    names,
  };
};

/** Something that a reader has read. */
export interface Passage {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
}

export const passageOf = (text: string): Passage => ({ text, stems: new Set(contentStems(text)) });

/** A subject of which only one word is known ("the plugin directory", after "plugins") is half a stranger. */
const halfKnown = 0.4;

/** How many things are taken as known, a subject or abbreviations, that stand in nothing `read`. */
export const strangersIn = ({ subject, abbreviations }: Assumptions, read: readonly Passage[]): number => {
  const unknown = subject.filter(stem => !read.some(({ stems }) => stems.has(stem))).length;
  const strangeness = unknown === 0 ? 0 : unknown < subject.length ? halfKnown : 1;
  return strangeness + abbreviations.filter(name => !read.some(({ text }) => text.includes(name))).length;
};

/** How many names stand in nothing `read`. */
export const newNamesIn = ({ names }: Assumptions, read: readonly Passage[]): number =>
  names.filter(name => !read.some(({ text }) => text.includes(name))).length;
