/**
 * Finds the blocks of an extracted article that are not part of its story, by what they say and where they stand:
 * datelines and bylines at its head, pointers to other pages within, credits and boilerplate at its end.
 */
import { normaliseTitle } from '../../edition/words.ts';
import {
  isBareAddress,
  isButtonRow,
  isCaption,
  isClosing,
  isCompanyHeading,
  isLabel,
  isLastHeading,
  isLinkedHeadline,
  isLinkOnly,
  isListHeading,
  isMailingCall,
  isPointer,
  isProse,
  type JudgedBlock,
} from './block-signs.ts';
import { countWords, isSentence } from './block-words.ts';
import { isDatedByline, isDateline } from './dateline.ts';

/** Characters of a quotation that is pulled out of the text. */
const shortestPull = 40;
const longestPull = 400;
/** Quotations times characters: ten times as many as in a long article, and some milliseconds of work. */
const mostComparisons = 10_000_000;

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
    if (isButtonRow(text) && (kind === 'paragraph' || isLinkOnly(block))) return true;
    if (isCaption(block) || isBareAddress(text)) return true;
    if (isPointer(text) && linkShare > 0.4) return true;
    if (isMailingCall(block)) return true;
    if (index < blocks.length * 0.15 && isDatedByline(text)) return true;
    if (isLinkList || !isLinkOnly(block)) return false;
    if (links >= 3 || (kind === 'paragraph' && countWords(text) >= 5)) return true;
    return isLinkedHeadline(block) && (isLinkedHeadline(blocks[index - 1]) || isLinkedHeadline(blocks[index + 1]));
  });
}

/** Quotations pulled out of the text for the eye: their words stand in another, longer block too. */
function repeated(blocks: readonly JudgedBlock[]): readonly number[] {
  const pulls = indicesWhere(
    blocks,
    ({ kind, text }) => kind === 'quote' && text.length >= shortestPull && text.length <= longestPull,
  );
  if (pulls.length === 0) return [];
  const keys = blocks.map(({ text }) => ` ${normaliseTitle(text)} `);
  const all = keys.join('|');
  if (pulls.length * all.length > mostComparisons) return [];
  return pulls.filter(index => {
    const key = keys[index] ?? '';
    if (all.indexOf(key) === all.lastIndexOf(key)) return false;
    return keys.some(other => other.length > key.length && other.includes(key));
  });
}

/** From the heading after which the article is over; only in its second half: what is cut must be the lesser part. */
function afterLastHeading(blocks: readonly JudgedBlock[]): readonly number[] {
  const total = blocks.reduce((sum, { text }) => sum + text.length, 0);
  let before = 0;
  const cut = blocks.findIndex(({ kind, text }) => {
    before += text.length;
    if (text.length > 80 || (kind !== 'heading' && kind !== 'paragraph')) return false;
    return (before > total * 0.5 && isLastHeading(text)) || (before > total * 0.7 && isCompanyHeading(text));
  });
  return cut < 0 ? [] : indicesWhere(blocks, (_, index) => index >= cut);
}

/** Backwards from the end, as long as each block is a credit, a link, an invitation, or a heading of nothing. */
function atEnd(blocks: readonly JudgedBlock[], stray: ReadonlySet<number>): readonly number[] {
  const isOver = (block: JudgedBlock): boolean =>
    block.kind === 'heading' || block.linkShare >= 0.9 || isClosing(block);
  const last = blocks.findLastIndex(
    (block, index) => !stray.has(index) && (block.kind === 'code' || block.kind === 'table' || !isOver(block)),
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
