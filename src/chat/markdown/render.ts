/** Renders a neutral message as CommonMark. Text is escaped, so no feed can add markup, a link or raw HTML. */
import { cleanText } from '../clean-text.ts';
import type { Block, Inline, Inlines, Message } from '../message.ts';

/** Characters that begin a construct anywhere in a line (CommonMark 0.31, section 6). */
const inlineSpecials = /[\\`*_[\]<>&~|]/g;
/** What would make a line a heading, list, quote, rule or setext underline (CommonMark 0.31, sections 4 and 5). */
const lineStart = /^(\s*)([#>+=-]|\d{1,9}(?=[.)]))/;

const escapeText = (text: string): string => cleanText(text).replace(inlineSpecials, '\\$&');

/** Escapes what would only mean something at the start of a line: `1.` needs its dot escaped, the others themselves. */
const escapeLineStart = (line: string): string =>
  line.replace(lineStart, (_, space: string, mark: string) =>
    /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
  );

/** A link destination in angle brackets may hold anything but line ends and angle brackets (CommonMark 0.31, 6.3). */
const destination = (href: string): string => `<${href.replace(/[\s<>\\]/g, encodeURIComponent)}>`;

/** Any other would run, or lead to another place on whatever site shows the text. */
const isWebAddress = (href: string | undefined): href is string => href !== undefined && /^https?:\/\//i.test(href);

const codeSpan = (text: string): string => {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${cleanText(text)}${pad}${fence}`;
};

/** Emphasis marks must touch the text, so outer white space is moved outside them. */
const wrap = (text: string, mark: string): string => {
  const inner = text.trim();
  if (inner === '') return text;
  const start = text.indexOf(inner);
  return `${text.slice(0, start)}${mark}${inner}${mark}${text.slice(start + inner.length)}`;
};

const renderInline = (inline: Inline): string => {
  const text = inline.code ? codeSpan(inline.text) : escapeText(inline.text);
  const styled = wrap(wrap(text, inline.italic ? '*' : ''), inline.bold ? '**' : '');
  return isWebAddress(inline.href) ? `[${styled}](${destination(inline.href)})` : styled;
};

const renderInlines = (content: Inlines): string => escapeLineStart(content.map(renderInline).join(''));

const renderBlock = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${content(block.content)}`;
    case 'paragraph':
      return renderInlines(block.content);
    case 'context':
      return wrap(content(block.content), '*');
    case 'quote':
      return `> ${renderInlines(block.content)}`;
    case 'list':
      return block.items.map(item => `- ${renderInlines(item)}`).join('\n');
    case 'divider':
      return '---';
    case 'actions':
      return block.actions
        .map(action =>
          'href' in action ? `[${escapeText(action.label)}](${destination(action.href)})` : codeSpan(action.command),
        )
        .join(' · ');
  }
};

/** Inside a line that already began with a mark, nothing else can start a block. */
const content = (inlines: Inlines): string => inlines.map(renderInline).join('');

/** The message and its replies, split by blank lines; ends with a line feed. */
export const renderMarkdown = (message: Message): string => {
  const parts = [message, ...(message.thread ?? [])].map(part => part.blocks.map(renderBlock).join('\n\n'));
  return `${parts.join('\n\n')}\n`;
};
