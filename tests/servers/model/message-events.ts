/** A message of Anthropic as one object, and as the events of its stream. https://docs.claude.com/en/docs/build-with-claude/streaming */
import { type JsonObject, jsonObject, piecesOf, type Reply, type StreamEvent } from './request.ts';

const stopReason = ({ end, request }: Reply): string => {
  if (end === 'length') return 'max_tokens';
  if (end === 'refusal') return 'refusal';
  return request.format === 'tool' ? 'tool_use' : 'end_turn';
};

/** The text as the input of a tool: where it is cut off or no object the API gives an empty one. */
const inputOf = (text: string): JsonObject => {
  try {
    return jsonObject.parse(JSON.parse(text));
  } catch {
    return {};
  }
};

const isToolUsed = ({ end, request }: Reply): boolean => request.format === 'tool' && end !== 'refusal';

/** A message that declines has no content. */
const contentOf = (reply: Reply): readonly JsonObject[] => {
  if (reply.end === 'refusal' || reply.text === '') return [];
  return isToolUsed(reply)
    ? [{ type: 'tool_use', id: `toolu_${reply.nth}`, name: reply.request.tool, input: inputOf(reply.text) }]
    : [{ type: 'text', text: reply.text }];
};

export const messageOf = (reply: Reply): JsonObject => ({
  id: `msg_${reply.nth}`,
  type: 'message',
  role: 'assistant',
  model: reply.request.model,
  content: contentOf(reply),
  stop_reason: stopReason(reply),
  stop_sequence: null,
  usage: { input_tokens: reply.tokensIn, output_tokens: reply.tokensOut },
});

export function messageEvents(reply: Reply): readonly StreamEvent[] {
  const [content] = contentOf(reply);
  const start = isToolUsed(reply) ? { ...content, input: {} } : { type: 'text', text: '' };
  const delta = (piece: string) =>
    isToolUsed(reply) ? { type: 'input_json_delta', partial_json: piece } : { type: 'text_delta', text: piece };
  const block: readonly JsonObject[] = [
    { type: 'content_block_start', index: 0, content_block: start },
    { type: 'ping' },
    ...piecesOf(reply.text).map(piece => ({ type: 'content_block_delta', index: 0, delta: delta(piece) })),
    { type: 'content_block_stop', index: 0 },
  ];
  const events: readonly JsonObject[] = [
    {
      type: 'message_start',
      message: {
        ...messageOf(reply),
        content: [],
        stop_reason: null,
        usage: { input_tokens: reply.tokensIn, output_tokens: 1 },
      },
    },
    ...(content === undefined ? [] : block),
    {
      type: 'message_delta',
      delta: { stop_reason: stopReason(reply), stop_sequence: null },
      usage: { output_tokens: reply.tokensOut },
    },
    { type: 'message_stop' },
  ];
  return events.map(data => ({ name: String(data.type), data }));
}
