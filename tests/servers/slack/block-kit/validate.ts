/** What Slack refuses of the blocks of a message and of a view, and the ids that it makes up where there are none. */
import type { Fields } from '../contract.ts';
import { fieldsOf, listOf, objectsOf, stringOf } from '../fields.ts';
import { messageBlock, viewBlock } from './blocks.ts';
import { anything, boolean, byType, list, object, problem, string } from './check.ts';
import { plainText } from './composition.ts';

/** https://docs.slack.dev/reference/block-kit/blocks: 50 blocks in a message, 100 in a modal or home tab. */
export const problemsOfMessage = (blocks: readonly unknown[]): readonly string[] => [
  ...list(messageBlock, { max: 50 })(blocks, '/blocks'),
  ...problemsOfIds(blocks, '/blocks'),
];

const viewFields = {
  private_metadata: string({ max: 3000 }),
  callback_id: string({ max: 255 }),
  external_id: string({ max: 255 }),
};
const viewContent = { type: anything, blocks: list(viewBlock, { max: 100 }) };

const hasInput = (view: Fields): boolean => objectsOf(view.blocks).some(block => block.type === 'input');

/** https://docs.slack.dev/reference/views */
const view = byType({
  modal: object(
    { ...viewContent, title: plainText(24) },
    { ...viewFields, submit: plainText(24), close: plainText(24), clear_on_close: boolean, notify_on_close: boolean },
    (value, at) =>
      hasInput(value) && value.submit === undefined ? [problem('missing required field: submit', at)] : [],
  ),
  home: object(viewContent, viewFields),
});

export const problemsOfView = (value: unknown): readonly string[] => {
  const blocks = listOf(fieldsOf(value).blocks);
  return [...view(value, '/view'), ...problemsOfIds(blocks, '/view/blocks'), ...problemsOfFocus(blocks)];
};

/** The elements of a block that can be acted on. */
export const elementsOf = (block: Fields): readonly Fields[] => {
  if (block.type === 'input') return objectsOf([block.element]);
  if (block.type === 'section') return objectsOf([block.accessory]);
  return block.type === 'actions' || block.type === 'context_actions' ? objectsOf(block.elements) : [];
};

/** `block_id` is unique in a message or view, `action_id` in its block. */
const problemsOfIds = (blocks: readonly unknown[], at: string): readonly string[] => [
  ...repeated(blocks.map(block => fieldsOf(block).block_id)).map(index =>
    problem('`block_id` already exists', `${at}/${index}/block_id`),
  ),
  ...objectsOf(blocks).flatMap((block, index) =>
    repeated(elementsOf(block).map(element => element.action_id)).map(element =>
      problem('`action_id` already exists', `${at}/${index}/elements/${element}/action_id`),
    ),
  ),
];

const repeated = (ids: readonly unknown[]): readonly number[] =>
  ids.flatMap((id, index) => (id !== undefined && ids.indexOf(id) !== index ? [index] : []));

/** `focus_on_load` may be set on one element of a view. */
const problemsOfFocus = (blocks: readonly unknown[]): readonly string[] =>
  objectsOf(blocks)
    .flatMap(elementsOf)
    .filter(element => element.focus_on_load === true).length > 1
    ? [problem('`focus_on_load` may be set once', '/view/blocks')]
    : [];

/**
 * The text of all blocks together.
 * https://docs.slack.dev/reference/block-kit/blocks/markdown-block gives 12,000 characters for a message, less what its
 * blocks take up: measured, 9,597 characters in 50 blocks were accepted and 11,341 in 45 refused
 * (https://github.com/slackapi/bolt-js/issues/2867). Between these this server is strict.
 */
export const mostText = 10_000;

export const textLength = (value: unknown): number => {
  if (typeof value !== 'object') return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textLength(one), 0);
  return Object.entries(fieldsOf(value)).reduce(
    (sum, [name, field]) => sum + (name === 'text' && typeof field === 'string' ? field.length : textLength(field)),
    0,
  );
};

/** Blocks with a `block_id` each, and an `action_id` for each interactive element. */
export const withIds = (blocks: readonly unknown[], nextId: () => string): readonly Fields[] => {
  const named = (element: unknown): unknown => {
    const fields = fieldsOf(element);
    const isText = ['plain_text', 'mrkdwn', 'image'].includes(stringOf(fields.type));
    return isText ? element : { ...fields, action_id: fields.action_id ?? nextId() };
  };
  return objectsOf(blocks).map(block => ({
    ...block,
    block_id: block.block_id ?? nextId(),
    ...(elementsOf(block).length > 0 &&
      block.elements !== undefined && { elements: listOf(block.elements).map(named) }),
    ...(block.accessory !== undefined && { accessory: named(block.accessory) }),
    ...(block.element !== undefined && { element: named(block.element) }),
  }));
};
