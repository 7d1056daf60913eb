/** Introductions: whether a reader of the sentences so far has met what the next one speaks of. */
import { contentStems } from './words.ts';

/** Abbreviations that an article spells out, as in `Async Task Framework (ATF)`. */
export const spelledOut = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\p{L}\s\((\p{Lu}[\p{Lu}\p{N}]{1,6})s?\)/gu)].map(match => match[1] ?? ''));

const definiteOpening = /^(?:the|its|our new) ((?:[\p{L}\p{N}’'-]+ ){1,4})/iu;

/** What a sentence takes as known: the noun after an opening "The", and the abbreviations that it does not spell out itself. */
export interface Assumptions {
  readonly subject: readonly string[];
  readonly abbreviations: readonly string[];
}

export const assumptionsOf = (text: string, abbreviations: ReadonlySet<string>): Assumptions => ({
  subject: contentStems(definiteOpening.exec(text)?.[1] ?? ''),
  abbreviations: [...abbreviations].filter(
    abbreviation => new RegExp(`\\b${abbreviation}\\b`).test(text) && !text.includes(`(${abbreviation}`),
  ),
});

/** How many things `assumptions` takes as known that `before`, the text read so far, has not named: 0, 1 or more. */
export const strangersIn = (assumptions: Assumptions, before: string): number => {
  const known = new Set(contentStems(before));
  const subject = assumptions.subject.length > 0 && !assumptions.subject.some(stem => known.has(stem)) ? 1 : 0;
  return subject + assumptions.abbreviations.filter(name => !before.includes(name)).length;
};
