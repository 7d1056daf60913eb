/** The blocks of an article: its paragraphs, headings, list items, quotations, lines of code, captions and table rows, in order. */

import { foldSpace } from '../text/plain-text.ts';
import { ancestorNamed, isElement, isText, type PageElement, type PageNode } from './dom.ts';
import { type ReadableElement, type ReadableNode, textTree } from './text-tree.ts';

export type BlockKind = 'paragraph' | 'heading' | 'list' | 'code' | 'quote' | 'caption' | 'table';

export interface Block {
  readonly kind: BlockKind;
  /** One line of plain text, never empty: white space folded, but the indentation of code kept. */
  readonly text: string;
}

/** A block together with the text nodes that it was read from. */
export interface PlacedBlock<Node> extends Block {
  readonly nodes: readonly Node[];
}

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that begin on a new line by the HTML Standard's default style sheet; all others, unknown ones too, run inline. */
const blockNames = setOf(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul',
);

/** Elements whose text nobody reads in place. */
const silentNames = setOf(
  'script style noscript template head title meta link iframe object embed svg canvas audio video select textarea',
);

const kindOfName: ReadonlyMap<string, BlockKind> = new Map([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name): [string, BlockKind] => [name, 'heading']),
  ...['li', 'dt', 'dd'].map((name): [string, BlockKind] => [name, 'list']),
  ...['figcaption', 'caption'].map((name): [string, BlockKind] => [name, 'caption']),
  ['blockquote', 'quote'],
]);

/** A cell with one of these, or with several paragraphs, lays out the page and holds no datum. */
const layoutNames = setOf('ul ol dl pre blockquote table figure h1 h2 h3 h4 h5 h6');

/** What has been read on the way through a tree. */
interface Walk {
  readonly blocks: PlacedBlock<ReadableNode>[];
  /** Text nodes of the block that is being read. */
  nodes: ReadableNode[];
  run: string;
}

/** The blocks under `root` in document order. */
export function placedBlocks(root: PageElement): readonly PlacedBlock<PageNode>[];
export function placedBlocks(root: ReadableElement): readonly PlacedBlock<ReadableNode>[];
export function placedBlocks(root: ReadableElement): readonly PlacedBlock<ReadableNode>[] {
  const walk: Walk = { blocks: [], nodes: [], run: '' };
  readNode(walk, root, 'paragraph');
  return walk.blocks;
}

/** The blocks of `html`, a page or a fragment such as the one that `extractArticle` returns. */
export const articleBlocks = (html: string): readonly Block[] =>
  placedBlocks(textTree(html)).map(({ kind, text }) => ({ kind, text }));

function readNode(walk: Walk, node: ReadableNode, kind: BlockKind): void {
  if (isText(node)) {
    walk.run += node.textContent;
    walk.nodes.push(node);
  } else if (isElement(node) && !silentNames.has(node.localName)) readElement(walk, node, kind);
}

function readElement(walk: Walk, element: ReadableElement, kind: BlockKind): void {
  const { localName } = element;
  const own = kindOfName.get(localName) ?? kind;
  const isBlock = blockNames.has(localName) || localName === 'br' || localName === 'hr';
  if (isBlock) flush(walk, kind);
  if (localName === 'pre') readCode(walk, element);
  else if (localName === 'tr' && !hasLayout(element)) readRow(walk, element);
  else for (const child of element.childNodes) readNode(walk, child, own);
  if (isBlock) flush(walk, own);
}

function flush(walk: Walk, kind: BlockKind): void {
  const text = foldSpace(walk.run);
  const { nodes } = walk;
  walk.run = '';
  walk.nodes = [];
  if (text === '') return;
  walk.blocks.push({ kind: kind === 'paragraph' && nodes.every(isCode) ? 'code' : kind, text, nodes });
}

const codeNames = setOf('code kbd samp tt');

/** A paragraph that is nothing but code is a command or a line of a program. */
const isCode = (node: ReadableNode): boolean =>
  node.textContent.trim() === '' || ancestorNamed(node, codeNames) !== undefined;

function readCode(walk: Walk, element: ReadableElement): void {
  const nodes = textNodesOf(element);
  for (const line of linesOf(element).split('\n')) {
    const text = line.replaceAll('\u00a0', ' ').trimEnd();
    if (text.trim() !== '') walk.blocks.push({ kind: 'code', text, nodes });
  }
}

const linesOf = (node: ReadableNode): string => {
  if (isText(node)) return node.textContent;
  if (!isElement(node)) return '';
  return node.localName === 'br' ? '\n' : [...node.childNodes].map(linesOf).join('');
};

/** Walks, as a selector would be read anew for each of a thousand rows. */
function hasLayout(element: ReadableElement): boolean {
  let previous = '';
  for (const child of element.children) {
    const { localName } = child;
    if (layoutNames.has(localName) || (localName === 'p' && previous === 'p') || hasLayout(child)) return true;
    previous = localName;
  }
  return false;
}

function readRow(walk: Walk, row: ReadableElement): void {
  const cells = [...row.children].map(cell => foldSpace(cell.textContent)).filter(text => text !== '');
  if (cells.length > 0) walk.blocks.push({ kind: 'table', text: cells.join(' | '), nodes: textNodesOf(row) });
}

const textNodesOf = (node: ReadableNode): readonly ReadableNode[] =>
  isText(node) ? [node] : [...node.childNodes].flatMap(textNodesOf);
