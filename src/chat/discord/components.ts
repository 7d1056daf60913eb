/** The blocks of a message as components of a container, each within Discord's limits by itself. */
import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import { cleanText } from '../clean-text.ts';
import type { Action, Block, Inlines } from '../message.ts';
import { rowsOf } from './component-tree.ts';
import { commandId } from './custom-id.ts';
import { cut } from './cut.ts';
import { discordLimits } from './limits.ts';
import { renderLines, webAddress } from './markdown.ts';

/** Components that can stand in any container. */
export const componentsOf = (blocks: readonly Block[]): APIComponentInContainer[] => {
  const components: APIComponentInContainer[] = [];
  let ordinal = 0;
  for (const block of blocks) {
    if (block.kind === 'actions') {
      const buttons = block.actions.map(action => buttonOf(action, ordinal++));
      components.push(...textsOf(unspoken(block.actions, buttons)));
      addButtons(components, buttons.filter(isButton));
    } else if (block.kind === 'divider') {
      components.push({ type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small });
    } else components.push(...textsOf(linesOf(block)));
  }
  return components;
};

/** Marks at the start of a line: https://support.discord.com/hc/en-us/articles/210298617 */
const linesOf = (block: Exclude<Block, { kind: 'actions' | 'divider' }>): readonly string[] => {
  switch (block.kind) {
    case 'heading':
      return headings(`${'#'.repeat(block.level)} `, block.content);
    case 'paragraph':
      return prefixed('', block.content);
    case 'quote':
      return prefixed('> ', block.content);
    case 'context':
      return prefixed('-# ', block.content);
    case 'list':
      return block.items.flatMap(item => prefixed('- ', item));
  }
};

const prefixed = (prefix: string, content: Inlines): readonly string[] =>
  renderLines(content, discordLimits.content - prefix.length).map(line => prefix + line);

/** Discord takes number signs at the end of a heading off ("Async in C#"), escaped or not: such a line is no heading then. */
const headings = (prefix: string, content: Inlines): readonly string[] =>
  renderLines(content, discordLimits.content - prefix.length).map(line => (/# *$/.test(line) ? line : prefix + line));

/** As few text displays as hold the lines. */
const textsOf = (lines: readonly string[]): APITextDisplayComponent[] => {
  const texts: string[] = [];
  for (const line of lines) {
    const longer = texts.length === 0 ? line : `${texts.at(-1)}\n${line}`;
    if (longer.length > discordLimits.content || texts.length === 0) texts.push(line);
    else texts.splice(-1, 1, longer);
  }
  return texts.map(content => ({ type: ComponentType.TextDisplay, content }));
};

const isButton = (button: APIButtonComponent | undefined): button is APIButtonComponent => button !== undefined;

/** The button for an action, or undefined where Discord would refuse it. */
const buttonOf = (action: Action, ordinal: number): APIButtonComponent | undefined => {
  const label = cut(cleanText(action.label).trim(), discordLimits.buttonLabel);
  if (label === '') return undefined;
  if ('href' in action) {
    const url = webAddress(action.href);
    return url === undefined ? undefined : { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
  }
  const custom_id = commandId(action.command, ordinal);
  return custom_id === undefined
    ? undefined
    : { type: ComponentType.Button, style: styles[action.style ?? 'plain'], label, custom_id };
};

const styles = { plain: ButtonStyle.Secondary, primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

/** The labels that no button says in full, as lines. */
const unspoken = (actions: readonly Action[], buttons: readonly (APIButtonComponent | undefined)[]): string[] =>
  actions.flatMap(({ label }, index) =>
    buttons[index] !== undefined && cleanText(label).trim().length <= discordLimits.buttonLabel
      ? []
      : prefixed('', [{ text: label }]),
  );

/** A single link stands beside the text before it, which is shorter than a row of its own; other buttons stand in rows. */
const addButtons = (components: APIComponentInContainer[], buttons: readonly APIButtonComponent[]): void => {
  const [button] = buttons;
  const before = components.at(-1);
  if (buttons.length === 1 && button?.style === ButtonStyle.Link && before?.type === ComponentType.TextDisplay) {
    components.splice(-1, 1, { type: ComponentType.Section, components: [before], accessory: button });
  } else components.push(...rowsOf(buttons));
};
