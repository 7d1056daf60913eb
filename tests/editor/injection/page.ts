/** Writes a story as the page of a blog, with what an attempt puts into it. */
import type { Story } from './stories.ts';

/** Pieces of HTML at places of a page. */
export interface Insertions {
  /** In the place of the title of the story. As text, not HTML. */
  readonly title?: string;
  readonly head?: string;
  /** Before the first paragraph. */
  readonly start?: string;
  /** After the first three paragraphs. */
  readonly middle?: string;
  /** After the last paragraph. */
  readonly end?: string;
  /** Behind the text of the first paragraph, within it. */
  readonly inParagraph?: string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const isHeading = (text: string): boolean => text.split(' ').length <= 5;

export const pageOf = (story: Story, insertions: Insertions = {}): string => {
  const { title = story.title, head = '', start = '', middle = '', end = '', inParagraph = '' } = insertions;
  const blocks = story.paragraphs.map((text, index) =>
    isHeading(text) ? `<h2>${escaped(text)}</h2>` : `<p>${escaped(text)}${index === 0 ? inParagraph : ''}</p>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(title)}</title>${head}</head>
<body>
<nav><a href="/">Home</a> <a href="/archive">Archive</a></nav>
<main><article>
<h1>${escaped(title)}</h1>
${start}
${blocks.slice(0, 3).join('\n')}
${middle}
${blocks.slice(3).join('\n')}
${end}
</article></main>
<footer><p>Imprint</p></footer>
</body>
</html>`;
};
