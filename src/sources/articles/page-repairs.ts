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

  // Permalinks of headings, and the way back from a footnote.
  for (const link of body.querySelectorAll('h1 a,h2 a,h3 a,h4 a,h5 a,h6 a,a[href^="#"]'))
    if (/^(?:[#¶§↩↑\s]|\ufe0e|🔗)*$/u.test(link.textContent)) link.remove();

  for (const mark of body.querySelectorAll('sup'))
    if (mark.querySelector('a[href]') !== null && /^\s*\[?[\p{N}*†‡]{1,3}\]?\s*$/u.test(mark.textContent))
      mark.remove();
}

/** Elements that carry the text of an article, sections and layout excepted. */
const textElements =
  'p,li,dt,dd,h2,h3,h4,h5,h6,pre,code,blockquote,td,th,tr,tbody,thead,table,dl,ul,ol,b,strong,em,i,span,a';

/** Takes away the names by which Readability judges text: it drops a term called "subheader" and a heading called "share". */
export const forgetNamesOfText = (body: PageElement): void => forget(body, textElements);

/** Takes away every name, where all that is left is the article. */
export const forgetNames = (body: PageElement): void => forget(body, '*');

function forget(body: PageElement, selector: string): void {
  for (const element of body.querySelectorAll(selector)) {
    element.removeAttribute('class');
    element.removeAttribute('id');
  }
}
