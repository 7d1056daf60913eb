/** Slack's blocks as HTML, near to how Slack's client draws them: for pictures and for a look before posting. */
import type { Button, KnownBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import { html } from 'hono/html';
import type { Html } from '../edition-parts.ts';

type Payload = { readonly blocks?: readonly KnownBlock[] };

/** A message as its blocks. A kind of block that we never send is shown by its name, so that it is seen. */
export const previewSlack = ({ blocks = [] }: Payload): Html => html`${blocks.map(block)}`;

const block = (shown: KnownBlock): Html => {
  switch (shown.type) {
    case 'header':
      return html`<h3 class="header">${shown.text.text}</h3>`;
    case 'rich_text':
      return html`<div class="rich-text">${shown.elements.map(richTextBlock)}</div>`;
    case 'context':
      return html`<p class="context">${shown.elements.map(element => ('text' in element ? element.text : ''))}</p>`;
    case 'divider':
      return html`<hr>`;
    case 'actions':
      return html`<p class="actions">${shown.elements.flatMap(element => (element.type === 'button' ? [button(element)] : []))}</p>`;
    default:
      return html`<p class="context">[${shown.type}]</p>`;
  }
};

const button = ({ text, style, url }: Button): Html => {
  const look = `button ${style ?? ''}`;
  return url === undefined
    ? html`<button type="button" class="${look}">${text.text}</button>`
    : html`<a class="${look}" href="${url}">${text.text}</a>`;
};

const richTextBlock = (element: RichTextBlockElement): Html => {
  switch (element.type) {
    case 'rich_text_section':
      return html`<p>${element.elements.map(richText)}</p>`;
    case 'rich_text_list':
      return html`<ul>${element.elements.map(item => html`<li>${item.elements.map(richText)}</li>`)}</ul>`;
    case 'rich_text_quote':
      return html`<blockquote>${element.elements.map(richText)}</blockquote>`;
    case 'rich_text_preformatted':
      return html`<pre>${element.elements.map(richText)}</pre>`;
  }
};

const richText = (element: RichTextElement): Html => {
  if (element.type === 'text') return styled(html`${element.text}`, element.style);
  if (element.type === 'link')
    return styled(html`<a href="${element.url}">${element.text ?? element.url}</a>`, element.style);
  return html`[${element.type}]`;
};

const styled = (text: Html, style: Extract<RichTextElement, { type: 'text' }>['style']): Html => {
  const coded = style?.code ? html`<code>${text}</code>` : text;
  const italic = style?.italic ? html`<em>${coded}</em>` : coded;
  return style?.bold ? html`<strong>${italic}</strong>` : italic;
};
