/** Actions as buttons. What cannot be one (a label or command that is too long, an address of another kind) is told as text. */
import type { ActionsBlock, Button } from '@slack/types';
import { cleanText } from '../clean-text.ts';
import type { Action, Inline } from '../message.ts';
import { escapeText } from './escape.ts';
import { slackLimits } from './limits.ts';
import { blockSize, fitContent, type TextBlock, textBlocks } from './rich-text.ts';
import { webAddress } from './web-address.ts';

export interface ButtonsBlock extends ActionsBlock {
  elements: Button[];
}

/** Ids of buttons that carry a command, in `value`. */
export const commandActionId = /^command-\d+$/;

/** What the command of a button is, typed by hand. */
export const typedCommand = (command: string): string => `/digest ${command}`;

const buttonOf = (action: Action, number: number): Button | undefined => {
  const label = cleanText(action.label);
  if (label.trim() === '' || label.length > slackLimits.buttonText) return undefined;
  const text: Button['text'] = { type: 'plain_text', text: label, emoji: false };
  if ('href' in action) {
    const url = webAddress(action.href);
    return url === undefined ? undefined : { type: 'button', action_id: `link-${number}`, text, url };
  }
  const { style } = action;
  // JSON holds no half of a character.
  const command = action.command.toWellFormed();
  if (command.length > slackLimits.buttonValue) return undefined;
  const value = command === '' ? {} : { value: command };
  return { type: 'button', action_id: `command-${number}`, text, ...value, ...(style && { style }) };
};

const toldAsText = (action: Action): Inline[] =>
  'href' in action
    ? [{ text: action.label, href: action.href }]
    : [{ text: `${action.label}: ` }, { text: typedCommand(action.command), code: true }];

/** A button as a line of text. */
export const toldButton = ({ text, url, value = '' }: Button): string => `${text.text}: ${url ?? typedCommand(value)}`;

/** That of its text, so that a row also fits a message in which it goes out as text. */
const sizeOf = (button: Button): number => escapeText(toldButton(button)).length + 1;

const fittingButtonOf = (action: Action, number: number): Button | undefined => {
  const button = buttonOf(action, number);
  return button === undefined || sizeOf(button) > blockSize ? undefined : button;
};

const rowsOf = (buttons: readonly Button[]): Button[][] => {
  const rows: Button[][] = [];
  let room = 0;
  for (const button of buttons) {
    const row = rows.at(-1);
    const isRoom = row !== undefined && row.length < slackLimits.elementsOfActions && sizeOf(button) <= room;
    if (isRoom) row.push(button);
    else rows.push([button]);
    room = (isRoom ? room : blockSize) - sizeOf(button);
  }
  return rows;
};

/** @param first number of the first action, of all that the message has: it makes ids unique in the message. */
export const actionBlocks = (actions: readonly Action[], first: number): (ButtonsBlock | TextBlock)[] => {
  const made = actions.map((action, index) => ({ action, button: fittingButtonOf(action, first + index) }));
  const told = made.filter(({ button }) => button === undefined).map(({ action }) => fitContent(toldAsText(action)));
  return [
    ...rowsOf(made.flatMap(({ button }) => button ?? [])).map(
      (row): ButtonsBlock => ({ type: 'actions', elements: row }),
    ),
    ...told.flatMap(content => textBlocks(content, 'rich_text_section')),
  ];
};
