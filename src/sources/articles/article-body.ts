/** Finds the element that a page itself names as the body of its article. */
import type { PageElement } from './dom.ts';
import { proseLength } from './prose-length.ts';

const subjects: ReadonlySet<string> = new Set('article post entry story blog news single markdown'.split(' '));
const parts: ReadonlySet<string> = new Set('body content text copy'.split(' '));
const fillers: ReadonlySet<string> = new Set('the main inner wrapper container field'.split(' '));

/** Names of their own: microformats2 `e-content`, Tailwind's typography, schema.org in class names. */
const ownNames: ReadonlySet<string> = new Set(['e-content', 'prose', 'articleBody', 'articlebody']);

/** The share of the page's prose that the named body must hold, lest a summary or a teaser is taken for it. */
const smallestShare = 0.5;

/** The innermost element named as the body of the article, where it holds most of the prose under `root`. */
export function markedBody(root: PageElement): PageElement | undefined {
  const marked = [...root.querySelectorAll('[itemprop~="articleBody"],div,section,article,main')]
    .filter(isMarked)
    .map(element => ({ element, prose: proseLength(element) }));
  const most = Math.max(0, ...marked.map(({ prose }) => prose));
  if (most === 0 || most < proseLength(root) * smallestShare) return undefined;
  return marked.findLast(({ prose }) => prose >= most * 0.9)?.element;
}

const isMarked = (element: PageElement): boolean =>
  /\barticleBody\b/.test(element.getAttribute('itemprop') ?? '') ||
  `${element.id} ${element.className}`.split(/\s+/).some(isBodyName);

/** "post-content", "article__body", "td-post-content", "StoryBody"; not "post", "content" or "post-content-related". */
function isBodyName(name: string): boolean {
  if (ownNames.has(name)) return true;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(word => word.length > 2);
  return (
    words.some(word => subjects.has(word)) &&
    words.some(word => parts.has(word)) &&
    words.every(word => subjects.has(word) || parts.has(word) || fillers.has(word))
  );
}
