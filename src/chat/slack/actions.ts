/** Actions as buttons. What cannot be one (a label or command that is too long, an address of another kind) is told as text. */
import type { ActionsBlock, Button } from '@slack/types';
import { cleanText } from '../clean-text.ts';
import type { Action, Inline } from '../message.ts';
import { slackLimits } from './limits.ts';
import { blockSize, fitContent, type TextBlock, textBlocks } from './rich-text.ts';
import { webAddress } from './web-address.ts';

export interface ButtonsBlock extends ActionsBlock {
  elements: Button[];
}

/** Ids of buttons that carry a command, in `value`. */
export const commandActionId = /^command-\d+$/;
/** Ids of buttons that lead to an address; Slack reports those too, and wants them acknowledged. */
export const linkActionId = /^link-\d+$/;

/** What the command of a button is, typed by hand. */
export const typedCommand = (command: string): string => `/digest ${command}`;

/**
 * The longest command or address of a row of buttons: far below Slack's limits, so that the row also fits a message where
 * it goes out as text, with every character escaped. An address that is longer becomes a link.
 */
const rowSize = Math.floor(blockSize / '&amp;'.length);
const largestValue = rowSize - slackLimits.buttonText - ': /digest \n'.length;

type Numbered = readonly [action: Action, number: number];

const buttonOf = ([action, number]: Numbered): Button | undefined => {
  const label = cleanText(action.label);
  if (label.trim() === '' || label.length > slackLimits.buttonText) return undefined;
  const text: Button['text'] = { type: 'plain_text', text: label, emoji: false };
  if ('href' in action) {
    const url = webAddress(action.href);
    if (url === undefined || url.length > largestValue) return undefined;
    return { type: 'button', action_id: `link-${number}`, text, url };
  }
  const { command, style } = action;
  if (command.length > Math.min(slackLimits.buttonValue, largestValue)) return undefined;
  const value = command === '' ? {} : { value: command };
  return { type: 'button', action_id: `command-${number}`, text, ...value, ...(style && { style }) };
};

const toldAsText = (action: Action): Inline[] =>
  'href' in action
    ? [{ text: action.label, href: action.href }]
    : [{ text: `${action.label}: ` }, { text: typedCommand(action.command), code: true }];

/** A button as a line of text. */
export const toldButton = ({ text, url, value = '' }: Button): string => `${text.text}: ${url ?? typedCommand(value)}`;

const sizeOf = (button: Button): number => toldButton(button).length + 1;

const rowsOf = (buttons: readonly Button[]): Button[][] => {
  const rows: Button[][] = [];
  let room = 0;
  for (const button of buttons) {
    const row = rows.at(-1);
    const isRoom = row !== undefined && row.length < slackLimits.elementsOfActions && sizeOf(button) <= room;
    if (isRoom) row.push(button);
    else rows.push([button]);
    room = (isRoom ? room : rowSize) - sizeOf(button);
  }
  return rows;
};

/** @param first number of the first action, of all that the message has: it makes ids unique in the message. */
export const actionBlocks = (actions: readonly Action[], first: number): (ButtonsBlock | TextBlock)[] => {
  const numbered = actions.map((action, index): Numbered => [action, first + index]);
  const buttons = numbered.flatMap(each => buttonOf(each) ?? []);
  const told = numbered.filter(each => buttonOf(each) === undefined).map(([action]) => fitContent(toldAsText(action)));
  return [
    ...rowsOf(buttons).map((elements): ButtonsBlock => ({ type: 'actions', elements })),
    ...told.flatMap(content => textBlocks(content, 'rich_text_section')),
  ];
};
