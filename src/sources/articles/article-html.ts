/** Turns the element that holds an article into its final HTML: strays and empty shells removed, addresses absolute, no script. */
import type { JudgedBlock } from './block-signs.ts';
import { type PlacedBlock, placedBlocks } from './blocks.ts';
import { ancestorNamed, isText, type PageElement, type PageNode } from './dom.ts';
import { sanitised } from './sanitised.ts';
import { strayBlocks } from './stray-blocks.ts';

/** What acts or embeds, and says nothing in place. */
const active =
  'script,style,noscript,template,iframe,object,embed,input,select,textarea,svg,canvas,link,meta,title,audio,video';

/** What means something without text of its own. */
const withoutText: ReadonlySet<string> = new Set('img br hr td th'.split(' '));
const linkNames: ReadonlySet<string> = new Set(['a']);

export interface CleaningContext {
  /** Title of the article, so that it is not told twice. */
  readonly title: string;
  /** Address against which links are resolved. */
  readonly base: string;
}

/** The HTML of the article under `content`, which is changed on the way. */
export function articleHtml(content: PageElement, { title, base }: CleaningContext): string {
  for (const element of content.querySelectorAll(active)) element.remove();
  const blocks = placedBlocks(content);
  const strays = [...strayBlocks(blocks.map(judged), title)].map(index => blocks[index]?.nodes ?? []);
  // The lines of a program share their nodes.
  for (const nodes of new Set(strays)) for (const node of nodes) node.remove();

  // From the inside out, so that a shell of shells goes too.
  for (const element of [...content.querySelectorAll('*')].reverse())
    if (isEmpty(element)) element.replaceWith(element.textContent === '' ? '' : ' ');
  return sanitised(content.innerHTML.trim(), base);
}

const judged = ({ kind, text, nodes }: PlacedBlock<PageNode>): JudgedBlock => {
  if (kind === 'code') return { kind, text, linkShare: 0, links: 0 };
  const links = new Set<PageElement>();
  let linked = 0;
  let total = 0;
  for (const node of nodes) {
    const { length } = node.textContent.trim();
    const link = ancestorNamed(node, linkNames);
    total += length;
    if (link === undefined) continue;
    links.add(link);
    linked += length;
  }
  return { kind, text, linkShare: linked / Math.max(1, total), links: links.size };
};

/** Of an element whose empty children are gone already. */
const isEmpty = (element: PageElement): boolean => {
  if (withoutText.has(element.localName)) return false;
  for (let node = element.firstChild; node !== null; node = node.nextSibling)
    if (!isText(node) || node.textContent.trim() !== '') return false;
  return true;
};
