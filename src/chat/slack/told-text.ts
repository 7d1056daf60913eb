/** Slack's blocks as lines of text, for notifications and for where blocks are refused. */
import { toldButton } from './actions.ts';
import type { SlackBlock } from './blocks.ts';
import { escapeText } from './escape.ts';
import type { TextBlockElement, TextElement } from './rich-text.ts';

const textOfElement = (element: TextElement): string =>
  element.type === 'channel' ? `#${element.channel_id}` : (element.text ?? '');

const textOfElements = (elements: readonly TextElement[]): string => elements.map(textOfElement).join('');

const linesOfText = (element: TextBlockElement): string[] =>
  element.type === 'rich_text_list'
    ? element.elements.map(item => `• ${textOfElements(item.elements)}`)
    : [textOfElements(element.elements)];

/** What a block says, unescaped, without styles and links. */
export const linesOfBlock = (block: SlackBlock): string[] => {
  switch (block.type) {
    case 'header':
      return [block.text.text];
    case 'rich_text':
      return block.elements.flatMap(linesOfText);
    case 'context':
      return block.elements.map(({ text }) => text);
    case 'actions':
      return block.elements.map(toldButton);
    case 'divider':
      return [];
  }
};

/** Blocks as the `text` of a message, escaped. */
export const toldText = (blocks: readonly SlackBlock[]): string => escapeText(blocks.flatMap(linesOfBlock).join('\n'));
