/**
 * Blocks of the neutral message as HTML for where none of our style sheets goes: feed readers have their own, and mail programs
 * take styles only in the elements themselves.
 */
import { html, raw } from 'hono/html';
import type { Block, Inline, Inlines } from '../chat/message.ts';
import type { Html } from './edition-parts.ts';

/** What is drawn: by these names whoever shows it gives each its attributes. */
export type Drawn = 'h1' | 'h2' | 'h3' | 'p' | 'ul' | 'li' | 'blockquote' | 'context' | 'hr' | 'a';

/** Attributes of ours, as they stand in a tag: no text of anybody else's. */
export type Attributes = Partial<Readonly<Record<Drawn, string>>>;

export const blocksHtml = (blocks: readonly Block[], attributes: Attributes = {}): Html =>
  html`${blocks.map(block => blockHtml(block, attributes))}`;

const blockHtml = (block: Block, attributes: Attributes): Html => {
  const own = (drawn: Drawn) => given(attributes, drawn);
  switch (block.kind) {
    case 'heading': {
      const name = `h${block.level}` as const;
      return html`<${raw(name)}${own(name)}>${inlines(block.content, attributes)}</${raw(name)}>\n`;
    }
    case 'paragraph':
      return html`<p${own('p')}>${inlines(block.content, attributes)}</p>\n`;
    case 'context':
      // What has a size of its own is not made small as well.
      return attributes.context === undefined
        ? html`<p><small>${inlines(block.content, attributes)}</small></p>\n`
        : html`<p${own('context')}>${inlines(block.content, attributes)}</p>\n`;
    case 'quote':
      return html`<blockquote${own('blockquote')}>${inlines(block.content, attributes)}</blockquote>\n`;
    case 'list':
      return html`<ul${own('ul')}>${block.items.map(item => html`<li${own('li')}>${inlines(item, attributes)}</li>`)}</ul>\n`;
    case 'divider':
      return html`<hr${own('hr')}>\n`;
    case 'actions':
      // Nothing can be pressed there.
      return html``;
  }
};

const given = (attributes: Attributes, drawn: Drawn) =>
  raw(attributes[drawn] === undefined ? '' : ` ${attributes[drawn]}`);

const inlines = (content: Inlines, attributes: Attributes): Html =>
  html`${content.map(inline => linked(inline, attributes))}`;

const linked = (inline: Inline, attributes: Attributes): Html =>
  inline.href !== undefined && /^https?:/i.test(inline.href)
    ? html`<a${given(attributes, 'a')} href="${inline.href}">${styled(inline)}</a>`
    : styled(inline);

const styled = ({ text, bold, italic, code }: Inline): Html => {
  const inner = code ? html`<code>${text}</code>` : html`${text}`;
  const slanted = italic ? html`<em>${inner}</em>` : inner;
  return bold ? html`<strong>${slanted}</strong>` : slanted;
};
