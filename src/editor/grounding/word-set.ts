/** The words of a list that blanks divide. */
export const wordsIn = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
