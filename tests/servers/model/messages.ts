/** Anthropic's `POST /v1/messages`. https://docs.claude.com/en/api/messages */
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { anthropicFormFault, anthropicRefusal } from './anthropic-errors.ts';
import { outputFault } from './anthropic-schema.ts';
import { messageEvents, messageOf } from './message-events.ts';
import { invalid, type Refusal } from './refusal.ts';
import { jsonObject, type ModelRequest } from './request.ts';
import type { Wire } from './wire.ts';

const versions = ['2023-01-01', '2023-06-01'];

const block = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  cache_control: jsonObject.optional(),
});

/** What the API takes, as far as a writer needs it: anything else is refused as unknown. */
const form = z.strictObject({
  model: z.string().min(1),
  max_tokens: z.int().min(1),
  messages: z
    .array(
      z.strictObject({
        role: z.enum(['user', 'assistant']),
        content: z.union([z.string().min(1), z.array(block).min(1)]),
      }),
    )
    .min(1),
  system: z.union([z.string(), z.array(block)]).optional(),
  temperature: z.number().min(0).max(1).optional(),
  top_p: z.number().min(0).max(1).optional(),
  top_k: z.int().optional(),
  stop_sequences: z.array(z.string()).optional(),
  stream: z.boolean().optional(),
  metadata: z.strictObject({ user_id: z.string().nullish() }).optional(),
  output_config: z
    .strictObject({
      format: z.strictObject({ type: z.literal('json_schema'), schema: jsonObject }).optional(),
      effort: z.enum(['low', 'medium', 'high', 'max']).optional(),
    })
    .optional(),
  tools: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[\w-]{1,128}$/),
        description: z.string().optional(),
        input_schema: jsonObject,
        eager_input_streaming: z.boolean().optional(),
      }),
    )
    .optional(),
  tool_choice: z
    .strictObject({
      type: z.enum(['auto', 'any', 'tool', 'none']),
      name: z.string().optional(),
      disable_parallel_tool_use: z.boolean().optional(),
    })
    .optional(),
});

type Body = z.infer<typeof form>;

const textOf = (from: string | readonly { readonly text: string }[] = ''): string =>
  typeof from === 'string' ? from : from.map(({ text }) => text).join('\n');

const formatOf = ({
  output_config: config,
  tools,
  tool_choice: choice,
}: Body): Pick<ModelRequest, 'format' | 'schema' | 'tool'> => {
  if (config?.format !== undefined) return { format: 'json-schema', schema: config.format.schema };
  const isForced = choice?.type === 'any' || choice?.type === 'tool';
  const tool = isForced ? tools?.find(({ name }) => choice.name === undefined || choice.name === name) : undefined;
  return tool === undefined ? { format: 'text' } : { format: 'tool', schema: tool.input_schema, tool: tool.name };
};

function faultOf({ output_config: config, messages: [first] }: Body): Refusal | undefined {
  if (first?.role !== 'user') return invalid('messages: first message must use the "user" role');
  const fault = config?.format === undefined ? undefined : outputFault(config.format.schema);
  return fault === undefined ? undefined : invalid(fault);
}

function versionFault({ 'anthropic-version': version }: IncomingHttpHeaders): Refusal | undefined {
  if (version === undefined) return invalid('anthropic-version: header is required');
  return versions.includes(String(version))
    ? undefined
    : invalid(`anthropic-version: "${version}" is not a valid version`);
}

export const messages: Wire = {
  keyOf: ({ 'x-api-key': key }) => (typeof key === 'string' && key.trim() !== '' ? key : undefined),
  read(body, headers) {
    const wrongVersion = versionFault(headers);
    if (wrongVersion !== undefined) return { refusal: wrongVersion };
    const parsed = form.safeParse(body, { reportInput: true });
    if (!parsed.success) return { refusal: anthropicFormFault(parsed.error) };
    const { data } = parsed;
    const refusal = faultOf(data);
    if (refusal !== undefined) return { refusal };
    return {
      request: {
        wire: 'messages',
        model: data.model,
        system: textOf(data.system),
        user: data.messages.flatMap(({ role, content }) => (role === 'user' ? [textOf(content)] : [])).join('\n\n'),
        ...formatOf(data),
        isStreamed: data.stream === true,
        isUsageWanted: true,
        maxTokens: data.max_tokens,
        ...(data.temperature !== undefined && { temperature: data.temperature }),
      },
    };
  },
  refusedBy(model, { format, maxTokens = 0 }) {
    if (model.isUnstructured === true && format === 'json-schema') {
      return invalid(`'${model.name}' does not support output format.`);
    }
    return maxTokens > model.maxOutput
      ? invalid(
          `max_tokens: ${maxTokens} > ${model.maxOutput}, which is the maximum allowed number of output tokens for ${model.name}`,
        )
      : undefined;
  },
  answer: messageOf,
  events: messageEvents,
  lateError: () => ({
    name: 'error',
    data: { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
  }),
  refuse: anthropicRefusal,
};
