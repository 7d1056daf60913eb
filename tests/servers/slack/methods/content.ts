/** Text, blocks and metadata of a message, checked as chat.postMessage checks them. */
import { mostText, problemsOfMessage, textLength, withIds } from '../block-kit/validate.ts';
import type { Fields, Metadata } from '../contract.ts';
import { fieldsOf, isFields, listOf, stringOf } from '../fields.ts';
import type { Ids } from '../identity.ts';
import { SlackError, withProblems } from '../slack-error.ts';

/** https://docs.slack.dev/changelog/2018-truncating-really-long-messages: longer text is cut, with a warning. */
const mostCharacters = 40_000;

export interface Content {
  readonly text: string;
  readonly blocks: readonly Fields[];
  readonly isTruncated: boolean;
}

/** @throws SlackError `no_text`, `invalid_blocks_format`, `invalid_blocks`, `msg_blocks_too_long`. */
export const contentOf = (args: Fields, ids: Ids): Content => {
  const text = stringOf(args.text);
  const blocks = args.blocks ?? [];
  if (!Array.isArray(blocks)) throw new SlackError('invalid_blocks_format');
  if (text === '' && blocks.length === 0 && listOf(args.attachments).length === 0) throw new SlackError('no_text');
  const problems = problemsOfMessage(blocks);
  if (problems.length > 0) throw withProblems('invalid_blocks', problems);
  if (textLength(blocks) > mostText) throw new SlackError('msg_blocks_too_long');
  return {
    text: text.slice(0, mostCharacters),
    blocks: withIds(blocks, () => ids.next('gen')),
    isTruncated: text.length > mostCharacters,
  };
};

export const truncationWarning: Fields = {
  warning: 'message_truncated',
  response_metadata: {
    warnings: ['message_truncated'],
    messages: ['[WARN] Your message was truncated but still posted. The `text` field accepts up to 40,000 characters.'],
  },
};

/** Slack says that there is a limit, not which: this is the server's own. */
const mostMetadata = 16_000;

/**
 * https://docs.slack.dev/messaging/message-metadata: an `event_type` of letters, digits and underscores, and an
 * `event_payload`.
 * @throws SlackError `invalid_metadata_format`, `metadata_too_large`.
 */
export const metadataOf = (args: Fields): Metadata | undefined => {
  if (args.metadata === undefined) return undefined;
  const { event_type: type, event_payload: payload, ...rest } = fieldsOf(args.metadata);
  const isWellFormed = typeof type === 'string' && /^\w+$/.test(type) && isFields(payload);
  if (!isWellFormed || Object.keys(rest).length > 0) throw new SlackError('invalid_metadata_format');
  if (JSON.stringify(args.metadata).length > mostMetadata) throw new SlackError('metadata_too_large');
  return { event_type: type, event_payload: payload };
};
