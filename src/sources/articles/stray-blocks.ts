/**
 * Finds the blocks of an extracted article that are not part of its story, by what they say and where they stand: datelines
 * and bylines at its head, pointers to other pages within, credits and boilerplate at its end.
 */
import { normaliseTitle } from '../../edition/words.ts';
import type { BlockKind } from './blocks.ts';
import { labelAbroad, lastHeadingAbroad, listHeadingAbroad, pointerAbroad } from './labels-abroad.ts';

export interface JudgedBlock {
  readonly kind: BlockKind;
  readonly text: string;
  /** Share of the text that stands in links, 0 to 1. */
  readonly linkShare: number;
  /** Number of links. */
  readonly links: number;
}

/** A whole block that says nothing but what a button or a slot is for. */
const label =
  /^[^\p{L}\p{N}]*(?:ads?|adverti?s?e?(?:ment)?|advertising|sponsored(?: content)?|anzeige|werbung|publicidade?|publicité|iklan|continue reading(?: below)?|(?:story|article) continues(?: below)?(?: advertisement)?|read more|share(?: this)?(?: (?:article|post|story))?|tweet|print|e-?mail|comments?|(?:leave|post|add)(?: an?)? comment|reply|loading(?: content)?|(?:sign|log) in|subscribe|more|(?:listen|read) to this article|(?:copy link|link copied)|back to top|(?:view|see) (?:full )?(?:image|size)|click to enlarge|tags?|\d+ ?min(?:ute)?s?(?: read)?|\d+ (?:comments?|shares?|likes?|views?|claps?))[^\p{L}\p{N}]*$/iu;

/** Nothing but the names of buttons in a row. */
const buttons =
  /^[^\p{L}\p{N}]*(?:\d+ ?)?(?:(?:shares?|tweet|submit|pin|pin it|post|print|e-?mail|facebook|twitter|linkedin|reddit|whatsapp|pinterest|telegram|flipboard|copy link|save|like|follow|comments?)\b[^\p{L}\p{N}]*)+$/iu;

/** A caption ends in whose picture it is: "(Photo: Jane Doe)", "Jane Doe/Getty Images". */
const pictureCredit =
  /(?:\((?:photos?|images?|pictures?|illustrations?|credits?|courtesy)\b[^()]{0,120}\)|\((?:AP|AFP|Getty|Reuters) [^()]{0,80}\)|[/|(] ?(?:AP|AFP|EPA|Alamy|Associated Press|Bloomberg|Getty Images|iStock|Reuters|Shutterstock|Unsplash)\)?)[^\p{L}\p{N}]*$/iu;

/** A line such as "Related: …" that points to another page. */
const pointer =
  /^[^\p{L}\p{N}]*(?:read(?: more| also| next| this)?|also read|related(?: (?:posts?|articles?|story|stories|reading|coverage|content))?|see(?: also| more)|more(?: (?:on|from|about))?|recommended|you (?:may|might) (?:also )?like|watch(?: now| more)?|must[- ]read|don['’]t miss|(?:up )?next|previous(?:ly)?|check out|also (?:on|from))\b[^:.]{0,30}:/iu;

/** A heading under which there are only links to other pages. */
const listHeading =
  /^[^\p{L}\p{N}]*(?:related(?: (?:posts?|articles?|stories|reading|content|topics|links))?|(?:read|see) (?:more|next|also)|more (?:from|stories|articles|posts)\b.{0,40}|you(?:['’]ll| may| might)(?: also)? (?:like|enjoy)|recommended(?: (?:reading|for you|posts|articles|stories))?|(?:recent|latest|popular|trending|top|featured|breaking) (?:articles?|posts?|stories|news)|popular this week|most (?:read|popular)|(?:table of )?contents|(?:on|in) this (?:page|article|post)|more|share(?: this)?(?: (?:article|post|story))?)[^\p{L}\p{N}]*$/iu;

/** A heading after which the article is over, whatever follows. */
const lastHeading =
  /^[^\p{L}\p{N}]*(?:about (?:the )?authors?|(?:\d+ )?comments?(?: \(?\d+\)?)?|leave a (?:reply|comment)|(?:join|start) the (?:conversation|discussion)|tell us what you think|(?:get|join|subscribe to|sign up (?:for|to)) (?:the|our|my)\b.{0,40}|follow us(?: on .{0,30})?|newsletter)[^\p{L}\p{N}]*$/iu;

/** "About Example Inc." above the boilerplate of a press release. */
const companyHeading = /^About (?!The\b|This\b|Our\b)\p{Lu}[\p{L}\p{N}.&-]*(?: [\p{L}\p{N}.&-]+){0,3}$/u;

/** What stands below an article: credits, rights, where it first appeared, calls to subscribe. */
const closing =
  /^[^\p{L}\p{N}]*(?:(?:tags?|topics?|categor(?:y|ies)|labels?|keywords|sources?|via|photos?(?: by| credit)?|(?:image|cover|featured|header)(?: image| photo)?(?: credits?| source)?|credits?|written by|edited by)\s*:|filed under|posted (?:in|by|on|under)\b|(?:additional )?reporting by\b|(?:first|originally) (?:published|appeared)|(?:last )?(?:updated|published)(?: on)?\b.{0,12}\d|copyright\b|©|\(c\) ?\d|follow (?:us|me|him|her|them|@)|subscribe (?:to|now|here|today)|sign up (?:for|to|now|here|today)|share this|click here|(?:get|download) .{0,60}\bapp\b|have a (?:tip|story)|the post .{1,200} (?:first )?appeared first on)|\ball rights reserved\b|\bcontributed (?:reporting |to this (?:report|article|story|post))|\bthis (?:article|post|story) (?:was|is|has been)? ?(?:originally|first|also) (?:published|appeared|posted)/iu;

/** "Sign up for our newsletter …": nothing else opens so and goes on so. */
const invitationInside =
  /^[^\p{L}\p{N}]*(?:sign up|subscribe|register|join)\b.{0,60}\b(?:newsletters?|mailing list|e-?mail list|inbox)\b/iu;
const longestInvitation = 250;

const invitation = /\b(?:click here|subscribe|sign up|newsletter)\b/i;

const byline =
  /^[^\p{L}\p{N}]*(?:(?:posted|written|published|reviewed|edited)(?: by| on)?|by|authors?|(?:last )?(?:updated|modified))\b/iu;
const calendarDate =
  /\b\d{1,2}(?:st|nd|rd|th)?\b.{0,18}\b(?:19|20)\d{2}\b|\b(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2}\b/;
const timeOfDay = /\b\d{1,2}[:.]\d{2}\b|\b\d+ (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago\b/i;

const isLabel = (text: string): boolean => label.test(text) || labelAbroad.test(text);
const isListHeading = (text: string): boolean => listHeading.test(text) || listHeadingAbroad.test(text);
const isSentence = (text: string): boolean => /[.!?…。！？]["'”’»)\]]*$/.test(text);
const isBareAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text);
/** Two characters of an unspaced script count as a word. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{1,2}|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}])+/gu;
const countWords = (text: string): number => text.match(word)?.length ?? 0;
const isLinkOnly = ({ kind, linkShare }: JudgedBlock): boolean => linkShare >= 0.9 && kind !== 'code';

/** A headline that is a link; shorter ones can be a name in the text. */
const isLinkedHeadline = (block: JudgedBlock | undefined): boolean =>
  block !== undefined && isLinkOnly(block) && countWords(block.text) >= 4;

const isCaption = ({ kind, text }: JudgedBlock): boolean =>
  kind === 'paragraph' && text.length <= 400 && pictureCredit.test(text.slice(-200));

/** Scripts that put no space between words, and say more in a character. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** An address is long and no prose. */
const isProse = (block: JudgedBlock): boolean => {
  const { kind, text, linkShare } = block;
  if (kind === 'code' || kind === 'table') return true;
  if (linkShare >= 0.5 || isCaption(block)) return false;
  if (unspaced.test(text)) return text.length >= (isSentence(text) ? 20 : 40);
  return text.length >= (isSentence(text) ? 40 : 80) && text.includes(' ');
};

function isDateline(text: string): boolean {
  const words = countWords(text);
  const isDated = calendarDate.test(text) || (timeOfDay.test(text) && words <= 8);
  if (byline.test(text)) return words <= 20 && (isDated || !isSentence(text));
  return isDated && words <= 25 && !(isSentence(text) && words > 10);
}

/** Characters of a quotation that is pulled out of the text. */
const shortestPull = 40;
const longestPull = 400;
/** Blocks times characters: a hundred times as many as in a long article, and some milliseconds of work. */
const mostComparisons = 100_000_000;

/** Ordinals of the blocks to leave out. `title` is the article's. */
export function strayBlocks(blocks: readonly JudgedBlock[], title: string): ReadonlySet<number> {
  const stray = new Set<number>([...atHead(blocks, title), ...within(blocks), ...repeated(blocks)]);
  for (const index of afterLastHeading(blocks)) stray.add(index);
  for (const index of atEnd(blocks, stray)) stray.add(index);
  for (const index of introductionsOf(blocks, stray)) stray.add(index);
  return stray;
}

const indicesWhere = (
  blocks: readonly JudgedBlock[],
  isMeant: (block: JudgedBlock, index: number) => boolean,
): readonly number[] => [...blocks.keys()].filter(index => isMeant(blocks[index] ?? noBlock, index));
const noBlock: JudgedBlock = { kind: 'paragraph', text: '', linkShare: 0, links: 0 };

/** Before the first prose: the title again, bylines, dates, links to topics. */
function atHead(blocks: readonly JudgedBlock[], title: string): readonly number[] {
  const first = blocks.findIndex(block => block.kind !== 'heading' && isProse(block) && !isDateline(block.text));
  const titled = normaliseTitle(title);
  return indicesWhere(blocks.slice(0, Math.max(0, first)), ({ kind, text, linkShare }) => {
    const key = normaliseTitle(text);
    if (key !== '' && ` ${titled} `.includes(` ${key} `)) return true;
    if (titled !== '' && key.includes(titled) && key.length < titled.length * 1.5) return true;
    return (
      isDateline(text) ||
      isLabel(text) ||
      isListHeading(text) ||
      (linkShare > 0.5 && kind !== 'heading' && !isSentence(text))
    );
  });
}

/** Anywhere: labels, pointers, lists of links. A page that is mostly links is a list by intent. */
function within(blocks: readonly JudgedBlock[]): readonly number[] {
  const lengthOf = (some: readonly JudgedBlock[]): number => some.reduce((sum, { text }) => sum + text.length, 0);
  const isLinkList = lengthOf(blocks.filter(isLinkOnly)) > lengthOf(blocks) * 0.4;
  return indicesWhere(blocks, (block, index) => {
    const { kind, text, links, linkShare } = block;
    if (kind === 'code' || kind === 'table') return false;
    if (isLabel(text) && (kind === 'paragraph' || (kind === 'list' && isLinkOnly(block)))) return true;
    if (buttons.test(text) && (kind === 'paragraph' || isLinkOnly(block))) return true;
    if (isCaption(block) || isBareAddress(text)) return true;
    if ((pointer.test(text) || pointerAbroad.test(text)) && linkShare > 0.4) return true;
    if (kind === 'paragraph' && text.length <= longestInvitation && invitationInside.test(text)) return true;
    if (index < blocks.length * 0.15 && byline.test(text) && calendarDate.test(text) && isDateline(text)) return true;
    if (isLinkList || !isLinkOnly(block)) return false;
    if (links >= 3 || (kind === 'paragraph' && countWords(text) >= 5)) return true;
    return isLinkedHeadline(block) && (isLinkedHeadline(blocks[index - 1]) || isLinkedHeadline(blocks[index + 1]));
  });
}

/** Quotations pulled out of the text for the eye: their words stand in another, longer block too. */
function repeated(blocks: readonly JudgedBlock[]): readonly number[] {
  const keys = blocks.map(({ text }) => ` ${normaliseTitle(text)} `);
  const all = keys.join('|');
  if (blocks.length * all.length > mostComparisons) return [];
  return indicesWhere(blocks, ({ kind, text }, index) => {
    if (kind !== 'quote' || text.length < shortestPull || text.length > longestPull) return false;
    const key = keys[index] ?? '';
    if (all.indexOf(key) === all.lastIndexOf(key)) return false;
    return keys.some(other => other.length > key.length && other.includes(key));
  });
}

/** From the heading after which the article is over; only in its second half, and what is cut must be the lesser part. */
function afterLastHeading(blocks: readonly JudgedBlock[]): readonly number[] {
  const total = blocks.reduce((sum, { text }) => sum + text.length, 0);
  let before = 0;
  const cut = blocks.findIndex(({ kind, text }) => {
    before += text.length;
    if (text.length > 80 || (kind !== 'heading' && kind !== 'paragraph')) return false;
    const isLast = lastHeading.test(text) || lastHeadingAbroad.test(text);
    return (before > total * 0.5 && isLast) || (before > total * 0.7 && companyHeading.test(text));
  });
  return cut < 0 ? [] : indicesWhere(blocks, (_, index) => index >= cut);
}

/** Backwards from the end, as long as each block is a credit, a link, an invitation, or a heading with nothing under it. */
function atEnd(blocks: readonly JudgedBlock[], stray: ReadonlySet<number>): readonly number[] {
  const isClosing = ({ kind, text, linkShare }: JudgedBlock): boolean =>
    kind === 'heading' ||
    linkShare >= 0.9 ||
    (text.length < 400 && (closing.test(text) || (invitation.test(text) && linkShare > 0)));
  const last = blocks.findLastIndex(
    (block, index) => !stray.has(index) && (block.kind === 'code' || block.kind === 'table' || !isClosing(block)),
  );
  return last < 0 ? [] : indicesWhere(blocks, (_, index) => index > last);
}

/** Headings and labels that introduced only what is left out. */
function introductionsOf(blocks: readonly JudgedBlock[], stray: ReadonlySet<number>): readonly number[] {
  return indicesWhere(blocks, ({ text }, index) => {
    if (text.length > 80 || stray.has(index)) return false;
    if (isListHeading(text)) return stray.has(index + 1) || blocks[index + 1]?.kind === 'heading';
    if (!stray.has(index + 1)) return false;
    return /:$/.test(text) && blocks[index + 1]?.kind === 'list';
  });
}
