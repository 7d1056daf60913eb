/** Rules that find a company in a headline, and say in words how they found it. */
import type { Headline, Subject } from './company-subject.ts';

/** A name that a rule found, with the rule in words. */
export interface Finding {
  readonly name: string;
  readonly reason: string;
}

/** What rules look at; blogs of each kind add what they know of the teller. */
export interface Clue {
  readonly headline: Headline;
}

/** Looks for one figure of speech. Rules stand in order of trust: the first that finds something decides. */
export type Rule<C extends Clue> = (clue: C) => Finding | undefined;

/**
 * @param figure the names that stand in one figure of speech
 * @param holds whether such a name is whom the story is about
 * @param reason the explanation, which the name completes
 */
export const findBy =
  <C extends Clue>(
    figure: (headline: Headline) => Subject[],
    holds: (subject: Subject, clue: C) => boolean,
    reason: string,
  ): Rule<C> =>
  clue => {
    const subject = figure(clue.headline).find(candidate => holds(candidate, clue));
    return subject && { name: subject.name, reason: `${reason} ${subject.name}` };
  };

export const firstFinding = <C extends Clue>(rules: readonly Rule<C>[], clue: C): Finding | undefined => {
  for (const rule of rules) {
    const finding = rule(clue);
    if (finding) return finding;
  }
  return undefined;
};
