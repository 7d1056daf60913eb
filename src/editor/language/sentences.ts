/** Sentences: where they end, in text that is full of version numbers, abbreviations and quotations. */

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** White space folded to single spaces: the form in which a sentence and its article are compared. */
export const foldSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Abbreviations that never end a sentence: a name or an example follows. */
const leading =
  /(?:^|[\s(“"'‘])(?:mr|mrs|dr|prof|gen|sen|rep|st|mt|e\.g|i\.e|eg|ie|vs|cf|viz|approx|esp|incl|resp)\.$/i;

/** Written small it is a unit: `300 ms.` ends a sentence. */
const title = /(?:^|[\s(“"'‘])M[Ss]\.$/;

/** Abbreviations of a number or a part, which end no sentence when a figure follows. */
const numbering = /(?:^|[\s(])(?:no|nos|fig|figs|sec|ch|eq|vol|pp?|ver|v)\.$/i;

/** Abbreviations and initials that end a sentence only when a common opening word follows. */
const ambiguous =
  /(?:^|[\s(“"'‘])(?:inc|ltd|corp|co|llc|bros|jr|sr|etc|al|dept|est|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[ap]\.m|ph\.d|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.$/iu;

/** Words that open a sentence far more often than they are a name. */
const opening =
  /^[“"'‘(]*(?:a|an|the|this|that|these|those|there|here|it|its|he|she|they|their|we|our|you|your|i|my|in|on|at|by|for|from|with|without|when|while|if|as|since|because|although|but|and|or|so|yet|however|after|before|once|to|each|every|all|some|many|most|both|no|not|now|then|today|instead|what|why|how|who|where|which)\b/i;

/** A marker of a list that the page left in the text: "1.", "(2)". */
const marker = /^\(?\p{N}{1,3}[.)]$/u;

const endsMidSentence = (text: string, next: string): boolean => {
  if (/^[“"'‘(]?\p{Ll}/u.test(next)) return true;
  if (leading.test(text) || title.test(text) || marker.test(text)) return true;
  if (numbering.test(text)) return /^\p{N}/u.test(next);
  return ambiguous.test(text) && !opening.test(next);
};

const count = (text: string, character: string): number => text.split(character).length - 1;

/** True where brackets and quotation marks come in pairs; an apostrophe is none. */
export const isBalanced = (text: string): boolean =>
  count(text, '(') === count(text, ')') &&
  count(text, '[') === count(text, ']') &&
  count(text, '“') === count(text, '”') &&
  count(text, '"') % 2 === 0;

/** How many pieces a quotation or a bracket may span before it is taken for a slip of the page. */
const longestQuotation = 4;

/** How many of the first `pieces` make one balanced text; 1 where none does. */
const balancedRun = (pieces: readonly string[]): number => {
  for (let length = 1; length <= Math.min(longestQuotation, pieces.length); length += 1) {
    if (isBalanced(pieces.slice(0, length).join(''))) return length;
  }
  return 1;
};

/**
 * The sentences of one block of text, in order, each a part of it once white space is folded.
 * Boundaries are those of Unicode UAX #29 as ICU tailors it, without the ones after an abbreviation, an initial
 * or a list marker, and without those inside a quotation or brackets.
 */
export const splitSentences = (text: string): string[] => {
  const runs: string[][] = [];
  for (const { segment } of segmenter.segment(foldSpace(text))) {
    const run = runs.at(-1);
    const last = run?.at(-1)?.trimEnd();
    if (run !== undefined && last !== undefined && endsMidSentence(last, segment)) run.push(segment);
    else runs.push([segment]);
  }
  const pieces = runs.map(run => run.join(''));
  const sentences: string[] = [];
  for (let start = 0; start < pieces.length; ) {
    const length = balancedRun(pieces.slice(start, start + longestQuotation));
    sentences.push(
      pieces
        .slice(start, start + length)
        .join('')
        .trim(),
    );
    start += length;
  }
  return sentences;
};
