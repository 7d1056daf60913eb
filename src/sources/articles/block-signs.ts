/** Tells by its words and links what a block of an extracted article is, wherever it stands. */
import { phraseAlone, phraseAtStart, phraseSource, phrasesInRow, phraseWithin } from '../../edition/phrase-notation.ts';
import { countWords, isSentence, isUnspaced } from './block-words.ts';
import type { BlockKind } from './blocks.ts';
import { calls, closings, closingsWithin, credits, invitations, lastHeadings, mailings } from './closing-phrases.ts';
import { labelsAbroad, lastHeadingsAbroad, listHeadingsAbroad, pointersAbroad } from './labels-abroad.ts';
import { buttons, labels, listHeadings, pictureAgencies, pictureWords, pointers } from './page-phrases.ts';

export interface JudgedBlock {
  readonly kind: BlockKind;
  readonly text: string;
  /** Share of the text that stands in links, 0 to 1. */
  readonly linkShare: number;
  /** Number of links. */
  readonly links: number;
}

const label = phraseAlone(labels + labelsAbroad);
const buttonRow = phrasesInRow(buttons);
const pointer = phraseAtStart(pointers, '[^:.]{0,30}:');
/** At the start of a line, or after a label of a few words. */
const pointerAbroad = new RegExp(`^.{0,40}?${phraseSource(pointersAbroad)}`, 'iu');
const listHeading = phraseAlone(listHeadings + listHeadingsAbroad);
const lastHeading = phraseAlone(lastHeadings + lastHeadingsAbroad);
/** "About Example Inc." above the boilerplate of a press release. */
const companyHeading = /^About (?!The\b|This\b|Our\b)\p{Lu}[\p{L}\p{N}.&-]*(?: [\p{L}\p{N}.&-]+){0,3}$/u;
const closing: readonly RegExp[] = [
  phraseAtStart(credits, String.raw`\s*:`),
  phraseAtStart(closings),
  phraseWithin(closingsWithin),
];
/** "Sign up for our newsletter …": nothing else opens so and goes on so. */
const mailingCall = phraseAtStart(calls, String.raw`.{0,60}\b${phraseSource(mailings)}\b`);
const longestInvitation = 250;
const invitation = phraseWithin(invitations);

/** A caption ends in whose picture it is: "(Photo: Jane Doe)", "(AP Photo)", "Jane Doe/Getty Images". */
const pictureCredits: readonly RegExp[] = [
  String.raw`\(${phraseSource(pictureWords)}\b[^()]{0,120}\)`,
  String.raw`\((?:AP|AFP|Getty|Reuters) [^()]{0,80}\)`,
  String.raw`[/|(] ?${phraseSource(pictureAgencies)}\)?`,
].map(credit => new RegExp(String.raw`${credit}[^\p{L}\p{N}]*$`, 'iu'));

/** Characters. A longer text is none of what these signs tell, and one of punctuation alone may be as long as a page. */
const longestSign = 400;
const whole =
  (sign: RegExp) =>
  (text: string): boolean =>
    text.length <= longestSign && sign.test(text);

export const isLabel = whole(label);
export const isButtonRow = whole(buttonRow);
export const isListHeading = whole(listHeading);
export const isLastHeading = whole(lastHeading);
export const isCompanyHeading = whole(companyHeading);
export const isPointer = (text: string): boolean => {
  const start = text.slice(0, longestSign);
  return pointer.test(start) || pointerAbroad.test(start);
};
export const isBareAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text);

export const isMailingCall = ({ kind, text }: JudgedBlock): boolean =>
  kind === 'paragraph' && text.length <= longestInvitation && mailingCall.test(text);

/** A credit or an invitation, such as stands below an article. */
export const isClosing = ({ text, linkShare }: JudgedBlock): boolean =>
  text.length < 400 && (closing.some(sign => sign.test(text)) || (linkShare > 0 && invitation.test(text)));

export const isLinkOnly = ({ kind, linkShare }: JudgedBlock): boolean => linkShare >= 0.9 && kind !== 'code';

/** A headline that is a link; shorter ones can be a name in the text. */
export const isLinkedHeadline = (block: JudgedBlock | undefined): boolean =>
  block !== undefined && isLinkOnly(block) && countWords(block.text) >= 4;

export const isCaption = ({ kind, text }: JudgedBlock): boolean =>
  kind === 'paragraph' && text.length <= 400 && pictureCredits.some(credit => credit.test(text.slice(-200)));

/** An address is long and no prose. */
export const isProse = (block: JudgedBlock): boolean => {
  const { kind, text, linkShare } = block;
  if (kind === 'code' || kind === 'table') return true;
  if (linkShare >= 0.5 || isCaption(block)) return false;
  if (isUnspaced(text)) return text.length >= (isSentence(text) ? 20 : 40);
  return text.length >= (isSentence(text) ? 40 : 80) && text.includes(' ');
};
