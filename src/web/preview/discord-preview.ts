/** Discord's components as HTML, near to how Discord's client draws them: for pictures and for a look before posting. */
import { HtmlRenderer, Node, Parser } from 'commonmark';
import {
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { html, raw } from 'hono/html';
import type { Html } from '../edition-parts.ts';

type Payload = { readonly components?: readonly APIMessageTopLevelComponent[] };

/** A message as its components. A kind of component that we never send is shown by its number, so that it is seen. */
export const previewDiscord = ({ components = [] }: Payload): Html => html`${components.map(component)}`;

const component = (shown: APIMessageTopLevelComponent): Html => {
  switch (shown.type) {
    case ComponentType.Container:
      return html`<div class="container">${accent(shown.accent_color)}${shown.components.map(component)}</div>`;
    case ComponentType.TextDisplay:
      return html`${shown.content.split('\n').map(line)}`;
    case ComponentType.Separator:
      return html`<hr>`;
    case ComponentType.Section:
      return html`<div class="section"><div>${shown.components.map(component)}</div>${
        shown.accessory.type === ComponentType.Button ? button(shown.accessory) : ''
      }</div>`;
    case ComponentType.ActionRow:
      return html`<p class="actions">${shown.components.flatMap(element =>
        element.type === ComponentType.Button ? [button(element)] : [],
      )}</p>`;
    default:
      return html`<p class="context">[component ${shown.type}]</p>`;
  }
};

/** The bar at the side. In a drawing, as the site's pages may have no style of their own. */
const accent = (colour: number | null | undefined): Html | string =>
  typeof colour === 'number'
    ? html`<svg class="accent" aria-hidden="true"><rect width="100%" height="100%" fill="#${colour.toString(16).padStart(6, '0')}"/></svg>`
    : '';

const button = (shown: APIButtonComponent): Html => {
  const label = 'label' in shown ? (shown.label ?? '') : '';
  if (shown.style === ButtonStyle.Link) return html`<a class="button" href="${shown.url}">${label} ↗</a>`;
  const look = shown.style === ButtonStyle.Primary ? 'primary' : shown.style === ButtonStyle.Danger ? 'danger' : '';
  return html`<button type="button" class="button ${look}">${label}</button>`;
};

/** What stands at the start of a line says what the line is; Discord reads no other block. */
const prefixes: readonly (readonly [prefix: string, element: (text: Html) => Html])[] = [
  ['-# ', text => html`<p class="context">${text}</p>`],
  ['### ', text => html`<h5>${text}</h5>`],
  ['## ', text => html`<h4>${text}</h4>`],
  ['# ', text => html`<h3>${text}</h3>`],
  ['> ', text => html`<blockquote>${text}</blockquote>`],
  ['- ', text => html`<ul><li>${text}</li></ul>`],
];

const line = (text: string): Html => {
  const [prefix, element] = prefixes.find(([start]) => text.startsWith(start)) ?? ['', paragraph];
  return element(inline(text.slice(prefix.length)));
};

const paragraph = (text: Html): Html => html`<p>${text}</p>`;

const parser = new Parser();
/** `safe` leaves dangerous addresses out. */
const renderer = new HtmlRenderer({ safe: true });

/** Within a line, what we send is CommonMark too, but that Discord knows no HTML: a tag is text. */
const inline = (text: string): Html => {
  const line = parser.parse(text);
  const walker = line.walker();
  for (let step = walker.next(); step; step = walker.next()) {
    if (step.node.type !== 'html_inline') continue;
    const tag = new Node('text');
    tag.literal = step.node.literal;
    step.node.insertBefore(tag);
    step.node.unlink();
  }
  return html`${raw(
    renderer
      .render(line)
      .trim()
      .replace(/^<p>|<\/p>$/g, ''),
  )}`;
};
