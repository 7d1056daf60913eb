/** Slack's blocks as a person reads them: a line for each block, item and row of buttons. */
import type { Fields } from '../servers/slack/contract.ts';
import { fieldsOf, objectsOf, stringOf } from '../servers/slack/fields.ts';

const textOf = (element: Fields): string => {
  if (element.type === 'channel') return `#${stringOf(element.channel_id)}`;
  const inner = objectsOf(element.elements).map(textOf).join('');
  return inner || stringOf(element.text);
};

const linesOfText = (element: Fields): readonly string[] =>
  element.type === 'rich_text_list' ? objectsOf(element.elements).map(item => `• ${textOf(item)}`) : [textOf(element)];

const labelOf = ({ text }: Fields): string => `[${stringOf(fieldsOf(text).text)}]`;

const linesOf = (block: Fields): readonly string[] => {
  switch (block.type) {
    case 'header':
      return [stringOf(fieldsOf(block.text).text)];
    case 'rich_text':
      return objectsOf(block.elements).flatMap(linesOfText);
    case 'context':
      return objectsOf(block.elements).map(({ text }) => stringOf(text));
    case 'actions':
      return [objectsOf(block.elements).map(labelOf).join(' ')];
    default:
      return [];
  }
};

export const readBlocks = (blocks: readonly Fields[]): string => blocks.flatMap(linesOf).join('\n');
