/** What to ask instead: said as in chat, where a button there is a link here. */
import { html } from 'hono/html';
import type { Action, Block, Inlines } from '../../chat/message.ts';
import type { Html } from '../edition-parts.ts';
import type { Paths } from '../paths.ts';

/** The address of the results of a look-up. */
export const lookUpAddress = (words: string, paths: Paths): string => `${paths.search}?q=${encodeURIComponent(words)}`;

export const lookUpLink = (words: string, paths: Paths, label = words): Html =>
  html`<a href="${lookUpAddress(words, paths)}">${label}</a>`;

/** Headings, sentences and actions: what the commands say where they find nothing. */
export const hintBlocks = (blocks: readonly Block[], paths: Paths): Html =>
  html`${blocks.map(block => hintBlock(block, paths))}`;

const hintBlock = (block: Block, paths: Paths): Html | string => {
  switch (block.kind) {
    case 'heading':
      return html`<h2>${textOf(block.content)}</h2>`;
    case 'actions':
      return hintLinks(block.actions, paths);
    case 'paragraph':
    case 'context':
    case 'quote':
      return html`<p>${textOf(block.content)}</p>`;
    case 'list':
      return html`<ul>${block.items.map(item => html`<li>${textOf(item)}</li>`)}</ul>`;
    case 'divider':
      return '';
  }
};

const textOf = (content: Inlines): string => content.map(({ text }) => text).join('');

/** Those that ask for something else here: help is for chat. */
export const hintLinks = (actions: readonly Action[], paths: Paths): Html | string => {
  const lookUps = actions.flatMap(action => ('command' in action && action.command !== 'help' ? action : []));
  return lookUps.length === 0
    ? ''
    : html`<ul class="hints">${lookUps.map(({ label, command }) => html`<li>${lookUpLink(command, paths, label)}</li>`)}</ul>`;
};
