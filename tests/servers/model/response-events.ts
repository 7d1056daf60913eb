/** A response of OpenAI as one object, and as the events of its stream. https://platform.openai.com/docs/api-reference/responses-streaming */
import { type JsonObject, piecesOf, type Reply, type StreamEvent } from './request.ts';

/** What a model that thinks spends on it, in tokens. */
export const reasoningTokens = 32;

const finalStatus = ({ end }: Reply): string => (end === 'length' ? 'incomplete' : 'completed');

/** The item that stands for the thoughts of a model that thinks: they are not shown. */
export const reasoningOf = ({ nth, isReasoned }: Reply): readonly JsonObject[] =>
  isReasoned ? [{ id: `rs_${nth}`, type: 'reasoning', summary: [] }] : [];

const partOf = ({ end }: Reply, text: string): JsonObject =>
  end === 'refusal' ? { type: 'refusal', refusal: text } : { type: 'output_text', text, annotations: [], logprobs: [] };

export const messageOf = (reply: Reply): JsonObject => ({
  id: `msg_${reply.nth}`,
  type: 'message',
  status: finalStatus(reply),
  role: 'assistant',
  content: [partOf(reply, reply.text)],
});

/** The response as it stands with this output; without any it is still in progress. */
export const responseOf = (reply: Reply, output?: readonly JsonObject[]): JsonObject => ({
  id: `resp_${reply.nth}`,
  object: 'response',
  created_at: 1_767_225_600,
  status: output === undefined ? 'in_progress' : finalStatus(reply),
  error: null,
  incomplete_details: output !== undefined && reply.end === 'length' ? { reason: 'max_output_tokens' } : null,
  model: reply.request.model,
  output: output ?? [],
  usage:
    output === undefined
      ? null
      : {
          input_tokens: reply.tokensIn,
          input_tokens_details: { cached_tokens: 0 },
          output_tokens: reply.tokensOut,
          output_tokens_details: { reasoning_tokens: reply.isReasoned ? reasoningTokens : 0 },
          total_tokens: reply.tokensIn + reply.tokensOut,
        },
});

export function responseEvents(reply: Reply): readonly StreamEvent[] {
  const thoughts = reasoningOf(reply);
  const message = messageOf(reply);
  const place = { item_id: `msg_${reply.nth}`, output_index: thoughts.length, content_index: 0 };
  const kind = reply.end === 'refusal' ? 'refusal' : 'output_text';
  const whole = reply.end === 'refusal' ? { refusal: reply.text } : { text: reply.text, logprobs: [] };
  const events: readonly JsonObject[] = [
    { type: 'response.created', response: responseOf(reply) },
    { type: 'response.in_progress', response: responseOf(reply) },
    ...thoughts.flatMap(item => [
      { type: 'response.output_item.added', output_index: 0, item },
      { type: 'response.output_item.done', output_index: 0, item },
    ]),
    {
      type: 'response.output_item.added',
      output_index: thoughts.length,
      item: { ...message, status: 'in_progress', content: [] },
    },
    { type: 'response.content_part.added', ...place, part: partOf(reply, '') },
    ...piecesOf(reply.text).map(delta => ({ type: `response.${kind}.delta`, ...place, delta })),
    { type: `response.${kind}.done`, ...place, ...whole },
    { type: 'response.content_part.done', ...place, part: partOf(reply, reply.text) },
    { type: 'response.output_item.done', output_index: thoughts.length, item: message },
    {
      type: reply.end === 'length' ? 'response.incomplete' : 'response.completed',
      response: responseOf(reply, [...thoughts, message]),
    },
  ];
  return events.map((event, index) => ({ name: String(event.type), data: { ...event, sequence_number: index } }));
}
