/**
 * Characters that no reader sees and a model reads: with them a page hides what it says (Unicode tags), breaks words apart
 * so that no rule finds them (zero-width spaces), or shows them in another order (UAX #9).
 */

/** Invisible wherever it stands; white space of its own kind is not among them. */
const alwaysInvisible = String.raw`\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}`;

/** Joiners within the words of scripts that need them, and between pictures, are spelling. */
const looseJoiner = String.raw`(?<![\p{sc=Arab}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Mong}\p{M}\p{Emoji_Presentation}\p{Extended_Pictographic}\ufe0f])[\u200c\u200d]`;

/** A variation selector means something behind a picture or an ideograph only. */
const looseSelector = String.raw`(?<![\p{Emoji}\p{sc=Han}])[\ufe00-\ufe0f]`;

const controls = String.raw`(?![\t\n])\p{Cc}`;

const source = `[${alwaysInvisible}]|${looseJoiner}|${looseSelector}|${controls}`;
const invisible = new RegExp(source, 'gu');
const anyInvisible = new RegExp(source, 'u');

/** What the tag characters U+E0020 to U+E007E spell in ASCII. */
const tags = /[\u{e0020}-\u{e007e}]/gu;

export const hasInvisible = (text: string): boolean => anyInvisible.test(text);

/** `text` as a reader sees it: no control characters but tabs and line ends, lone surrogates replaced by U+FFFD. */
export const withoutInvisible = (text: string): string => text.toWellFormed().replace(invisible, '');

/** The message in tag characters that `text` hides; empty where there is none. */
export const hiddenMessage = (text: string): string =>
  (text.match(tags) ?? []).map(tag => String.fromCodePoint((tag.codePointAt(0) ?? 0) - 0xe0000)).join('');
