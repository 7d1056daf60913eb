/** OpenAI's `POST /v1/chat/completions`, which Ollama, vLLM and llama.cpp speak as well. https://platform.openai.com/docs/api-reference/chat */
import { z } from 'zod';
import {
  bearerOf,
  openaiFormFault,
  openaiRefusal,
  openaiTooLong,
  reasoningFault,
  wordJsonMissing,
} from './openai-errors.ts';
import { strictFault } from './openai-schema.ts';
import { invalid, type Refusal } from './refusal.ts';
import { jsonObject, type ModelRequest, piecesOf, type Reply, type StreamEvent } from './request.ts';
import type { Wire } from './wire.ts';

const content = z.union([z.string(), z.array(z.strictObject({ type: z.literal('text'), text: z.string() })).min(1)]);
const count = z.int().min(1).optional();
const share = z.number().min(0).max(1).optional();
const penalty = z.number().min(-2).max(2).optional();

const responseFormat = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({ type: z.literal('json_object') }),
  z.strictObject({
    type: z.literal('json_schema'),
    json_schema: z.strictObject({
      name: z.string().regex(/^[\w-]{1,64}$/),
      description: z.string().optional(),
      schema: jsonObject,
      strict: z.boolean().nullish(),
    }),
  }),
]);

/** What the API takes, as far as a writer needs it: anything else is refused as unknown. */
const form = z.strictObject({
  model: z.string(),
  messages: z
    .array(
      z.strictObject({
        role: z.enum(['system', 'developer', 'user', 'assistant']),
        content,
        name: z.string().optional(),
      }),
    )
    .min(1),
  max_tokens: count,
  max_completion_tokens: count,
  temperature: z.number().min(0).max(2).optional(),
  top_p: share,
  presence_penalty: penalty,
  frequency_penalty: penalty,
  seed: z.int().optional(),
  stop: z.union([z.string(), z.array(z.string()).max(4)]).optional(),
  stream: z.boolean().optional(),
  stream_options: z.strictObject({ include_usage: z.boolean().optional() }).optional(),
  response_format: responseFormat.optional(),
  reasoning_effort: z.enum(['none', 'minimal', 'low', 'medium', 'high']).optional(),
  user: z.string().optional(),
  store: z.boolean().optional(),
});

type Body = z.infer<typeof form>;

const textOf = (from: Body['messages'][number]['content']): string =>
  typeof from === 'string' ? from : from.map(({ text }) => text).join('\n');

const saidBy = ({ messages }: Body, ...roles: readonly string[]): string =>
  messages
    .filter(({ role }) => roles.includes(role))
    .map(message => textOf(message.content))
    .join('\n\n');

const formatOf = ({ response_format: asked }: Body): Pick<ModelRequest, 'format' | 'schema'> => {
  if (asked?.type === 'json_schema') return { format: 'json-schema', schema: asked.json_schema.schema };
  return { format: asked?.type === 'json_object' ? 'json-object' : 'text' };
};

function faultOf(body: Body): Refusal | undefined {
  const { response_format: asked, stream, stream_options: options } = body;
  if (options !== undefined && stream !== true) {
    return invalid("The 'stream_options' parameter is only allowed when 'stream' is enabled.", 'stream_options');
  }
  if (asked?.type === 'json_object')
    return wordJsonMissing(body.messages.map(message => textOf(message.content)).join('\n'), 'messages');
  if (asked?.type !== 'json_schema' || asked.json_schema.strict !== true) return undefined;
  const fault = strictFault(asked.json_schema.schema, asked.json_schema.name);
  return fault === undefined ? undefined : invalid(fault, 'response_format');
}

const usageOf = ({ tokensIn, tokensOut }: Reply) => ({
  prompt_tokens: tokensIn,
  completion_tokens: tokensOut,
  total_tokens: tokensIn + tokensOut,
});

const headOf = ({ nth, request }: Reply, object: string) => ({
  id: `chatcmpl-${nth}`,
  object,
  created: 1_767_225_600,
  model: request.model,
});

const finishOf = ({ end }: Reply): string => (end === 'length' ? 'length' : 'stop');

export const chat: Wire = {
  keyOf: bearerOf,
  read(body) {
    const parsed = form.safeParse(body, { reportInput: true });
    if (!parsed.success) return { refusal: openaiFormFault(parsed.error) };
    const { data } = parsed;
    const refusal = faultOf(data);
    if (refusal !== undefined) return { refusal };
    const maxTokens = data.max_completion_tokens ?? data.max_tokens;
    return {
      request: {
        wire: 'chat',
        model: data.model,
        system: saidBy(data, 'system', 'developer'),
        user: saidBy(data, 'user'),
        ...formatOf(data),
        isStreamed: data.stream === true,
        isUsageWanted: data.stream_options?.include_usage === true,
        ...(maxTokens !== undefined && { maxTokens }),
        ...(data.temperature !== undefined && { temperature: data.temperature }),
      },
    };
  },
  refusedBy(model, request, body) {
    if (model.isUnstructured === true && request.format === 'json-schema') {
      return invalid(
        "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
        'response_format',
      );
    }
    if (request.maxTokens !== undefined && request.maxTokens > model.maxOutput) {
      return invalid(
        `max_tokens is too large: ${request.maxTokens}. This model supports at most ${model.maxOutput} completion tokens, whereas you provided ${request.maxTokens}.`,
        'max_tokens',
        'invalid_value',
      );
    }
    return model.isReasoning === true ? reasoningFault(body) : undefined;
  },
  answer: reply => ({
    ...headOf(reply, 'chat.completion'),
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: reply.end === 'refusal' ? null : reply.text,
          refusal: reply.end === 'refusal' ? reply.text : null,
        },
        logprobs: null,
        finish_reason: finishOf(reply),
      },
    ],
    usage: usageOf(reply),
  }),
  events(reply) {
    const chunk = (choices: readonly unknown[], usage: unknown = null): StreamEvent => ({
      data: {
        ...headOf(reply, 'chat.completion.chunk'),
        choices,
        ...(reply.request.isUsageWanted && { usage }),
      },
    });
    const choice = (delta: object, finish: string | null = null) => [
      { index: 0, delta, logprobs: null, finish_reason: finish },
    ];
    const field = reply.end === 'refusal' ? 'refusal' : 'content';
    return [
      chunk(choice({ role: 'assistant', content: '', refusal: null })),
      ...piecesOf(reply.text).map(piece => chunk(choice({ [field]: piece }))),
      chunk(choice({}, finishOf(reply))),
      ...(reply.request.isUsageWanted ? [chunk([], usageOf(reply))] : []),
      { data: '[DONE]' },
    ];
  },
  lateError: () => ({
    data: {
      error: {
        message: 'The server had an error while processing your request.',
        type: 'server_error',
        param: null,
        code: null,
      },
    },
  }),
  refuse: refusal =>
    openaiRefusal(refusal, (tokens, window) =>
      openaiTooLong(
        `This model's maximum context length is ${window} tokens. However, your messages resulted in ${tokens} tokens. Please reduce the length of the messages.`,
        'messages',
      ),
    ),
};
