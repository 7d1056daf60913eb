/**
 * A notation for lists of phrases in any language, so that they can be read and extended without regular expressions.
 *
 * Phrases stand on lines of their own or are split by `|`; case does not count. Within a phrase
 * - `{read/see} more` is either word, and `{this}` a word on its own;
 * - `read [this] now` has words that may be missing, together with a space beside them; so has `[read/see] more`;
 * - `article(s)`, `fail(s/ed)`, `news( )letter` have letters that may be missing;
 * - `#` is a whole number, `*` one letter or more, `…40` at most forty characters of a line, where no word is cut;
 * - `'` is either apostrophe, and `\` takes the character after it as it is.
 *
 * The first phrase that fits is taken, so longer ones go before those that they begin with.
 */

const letter = String.raw`[\p{L}\p{N}]`;
const noLetters = String.raw`[^\p{L}\p{N}]*`;
const notWithinWord = `(?!(?<=${letter})${letter})`;

const marks: Readonly<Record<string, string>> = {
  '#': String.raw`\d+`,
  '*': String.raw`\p{L}+`,
  "'": "['’]",
  '{': '(?:',
  '}': ')',
  '(': '(?:',
  ')': ')?',
};

const token = /\\.|…\d+| ?\[|\](?: (?!\[))?|[\s\S]/gu;

/** A phrase as the source of a regular expression with the flag `u`. No mark repeats a group, so matching is linear. */
function sourceOf(phrase: string): string {
  const open: string[] = [];
  return phrase.replace(token, part => {
    if (part.startsWith('\\')) return escaped(part.slice(1));
    if (part.startsWith('…')) return `${notWithinWord}.{0,${part.slice(1)}}${notWithinWord}`;
    if (part.endsWith('[')) {
      open.push(part);
      return part === '[' ? '(?:(?:' : '(?: (?:';
    }
    // The space that may be missing is the one before the bracket, or where the phrase begins with it, the one after.
    if (part.startsWith(']')) return open.pop() === '[' ? `)${part.slice(1)})?` : `))?${part.slice(1)}`;
    if ('{('.includes(part)) open.push(part);
    if ('})'.includes(part)) open.pop();
    return part === '/' && open.length > 0 ? '|' : (marks[part] ?? escaped(part));
  });
}

const escaped = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`);

/** `phrases` as one group of a regular expression, to be used with the flags `iu`. */
export const phraseSource = (phrases: string): string =>
  `(?:${phrases
    .split(/[|\n]/)
    .map(phrase => phrase.trim())
    .filter(phrase => phrase !== '')
    .map(sourceOf)
    .join('|')})`;

/** A regular expression for what `source` describes, where it neither begins nor ends in the midst of a word. */
export const wholeWords = (source: string): RegExp => new RegExp(`(?<!${letter})(?:${source})(?!${letter})`, 'iu');

/** Any of `phrases` within a text, as whole words. */
export const phraseWithin = (phrases: string): RegExp => wholeWords(phraseSource(phrases));

/** Any of `phrases` as the whole of a text, but for what is neither letter nor digit around it. */
export const phraseAlone = (phrases: string): RegExp =>
  new RegExp(`^${noLetters}${phraseSource(phrases)}${noLetters}$`, 'iu');

/** Any of `phrases` at the start of a text, not ending in the midst of a word; `then` is the source of what follows. */
export const phraseAtStart = (phrases: string, then = ''): RegExp =>
  new RegExp(`^${noLetters}${phraseSource(phrases)}${notWithinWord}${then}`, 'iu');

/** Any of `phrases` over and over, and nothing else; a number may stand before them. */
export const phrasesInRow = (phrases: string): RegExp =>
  new RegExp(`^${noLetters}(?:\\d+ ?)?(?:${phraseSource(phrases)}(?!${letter})${noLetters})+$`, 'iu');
