/** Tells a whole article from an excerpt of one, and either from what a paywall lets through. */
import { phraseWithin } from '../../edition/phrase-notation.ts';
import { articleBlocks, type Block } from './blocks.ts';
import { onwards, paywalls } from './completeness-phrases.ts';

/** Fewer words than this tell no story. */
export const fewestWords = 120;
/** A feed that carries this many words carries the article; below, it may be an excerpt that bears no mark. */
const wholeContent = 250;
/** RSS has no field but the description in many feeds: whole articles stand there too, more often long summaries. */
const wholeSummary = 400;
/** Fewer words beside a recording are notes on it, and above a link to the rest, a teaser. */
export const longestNotes = 300;

const noLettersToEnd = String.raw`[^\p{L}\p{N}]*$`;
const ellipsis = String.raw`(?:…|\.{3})`;

/** How a text that was cut ends: "…", "[…]", "(more…)". */
const cut = new RegExp(
  String.raw`(?:\[\s*${ellipsis}\s*\]|${ellipsis}|\((?:more|continued)${ellipsis}?\))${noLettersToEnd}`,
  'iu',
);

/** A line that leads to the rest. */
const onward = new RegExp(`${phraseWithin(onwards).source}[^.]{0,120}${noLettersToEnd}`, 'iu');

/** Characters at the end of a block in which either is looked for. */
const lookBehind = 200;

/** WordPress signs excerpts and whole articles alike. */
const signature = /^the post .{1,300} appeared first on /i;

const paywall = phraseWithin(paywalls);

/** Invitations are short; a longer text with such words is an article about them. */
const longestInvitation = 250;

/** Whether the last text is cut off in its middle. */
export const breaksOff = (blocks: readonly Block[]): boolean => endsWith(cut, blocks);

/** Whether a line at the end leads to the rest of the text. */
export const leadsOn = (blocks: readonly Block[]): boolean => endsWith(onward, blocks);

const endsWith = (mark: RegExp, blocks: readonly Block[]): boolean =>
  blocks
    .filter(({ text, kind }) => kind !== 'code' && !signature.test(text))
    .slice(-2)
    .some(({ text }) => mark.test(text.slice(-lookBehind)));

/** Whether one of the blocks invites readers to pay, or to sign in, for more. */
export const asksForPayment = (blocks: readonly Block[]): boolean =>
  blocks.some(({ text, kind }) => kind !== 'code' && text.length <= longestInvitation && paywall.test(text));

/** Whether the feed has the article itself, so that its page need not be fetched. */
export function isWholeArticle(html: string, words: number, field: 'content' | 'summary'): boolean {
  if (words < (field === 'content' ? wholeContent : wholeSummary)) return false;
  const blocks = articleBlocks(html);
  return !breaksOff(blocks) && !leadsOn(blocks) && !asksForPayment(blocks.slice(-2));
}
