/** Rewrites mark-up that Readability misreads, or that a reader sees and a sentence should not have. */
import type { PageElement } from './dom.ts';

const headings = 'h1,h2,h3,h4,h5,h6';

/** Repairs what is under `body` in place. */
export function repair(body: PageElement): void {
  // A button in a heading opens a section and says its name; elsewhere it copies code or shares.
  for (const button of body.querySelectorAll('button,[role="button"]'))
    if (button.closest(headings) === null) button.remove();

  // Readability makes a paragraph of two line breaks, in code too.
  for (const lineBreak of body.querySelectorAll('pre br')) lineBreak.replaceWith('\n');

  for (const link of body.querySelectorAll('h1 a,h2 a,h3 a,h4 a,h5 a,h6 a'))
    if (/^[#¶§🔗\s]*$/u.test(link.textContent)) link.remove();

  for (const mark of body.querySelectorAll('sup'))
    if (mark.querySelector('a[href]') !== null && /^\s*\[?[\p{N}*†‡]{1,3}\]?\s*$/u.test(mark.textContent))
      mark.remove();
}

/** Elements that carry the text of an article. */
const textElements =
  'p,li,dt,dd,h2,h3,h4,h5,h6,pre,code,blockquote,td,th,tr,tbody,thead,table,dl,ul,ol,b,strong,em,i,span,a';

/**
 * Takes away the names by which Readability judges: it drops a term called "subheader" and a heading called "share". Where the
 * page has named its article (`isMarked`) no name in it is left, else those of whole sections are.
 */
export function forgetNames(body: PageElement, isMarked: boolean): void {
  for (const element of body.querySelectorAll(isMarked ? '*' : textElements)) {
    element.removeAttribute('class');
    element.removeAttribute('id');
  }
}
